//! Records by the names that rows give them, looked up a batch at a time.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

use intake::{Draft, Record};
use sales::fold::{fold, squeeze};
use store::Tx;
use store::rows::import_lookup::{self, PricedProduct};
use store::rows::teams::TeamRow;

use crate::Result;

/// Names beyond this many are not compared for likeness.
const COMPARED: usize = 5_000;

#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub id: i64,
    pub import: Option<i64>,
}

#[derive(Clone, Debug)]
pub(super) struct Person {
    pub id: i64,
    pub company: Option<i64>,
    pub mails: Vec<String>,
}

/// What is there, or was made since.
#[derive(Default)]
pub(super) struct Known {
    pub companies: HashMap<String, i64>,
    pub people: HashMap<String, Vec<Person>>,
    pub members: HashMap<String, Member>,
    pub products: HashMap<String, PricedProduct>,
    pub teams: HashMap<String, TeamRow>,
    sources: HashSet<(Record, String)>,
    names: HashMap<Record, Vec<String>>,
}

/// The keys that some rows name.
pub(super) struct Wanted<'a> {
    source: &'a str,
    companies: BTreeSet<String>,
    people: BTreeSet<String>,
    members: BTreeSet<String>,
    products: BTreeSet<String>,
    sources: HashMap<Record, BTreeSet<String>>,
}

impl<'a> Wanted<'a> {
    pub(super) fn new(source: &'a str) -> Wanted<'a> {
        Wanted {
            source,
            companies: BTreeSet::new(),
            people: BTreeSet::new(),
            members: BTreeSet::new(),
            products: BTreeSet::new(),
            sources: HashMap::new(),
        }
    }

    pub(super) fn add(&mut self, draft: &Draft) {
        if let Some(id) = &draft.source_id {
            self.sources.entry(draft.record).or_default().insert(format!("{}:{id}", self.source));
        }
        if let Some(name) = draft.text("name") {
            self.name(draft.record, name);
        }
        for link in &draft.links {
            self.name(link.record, &link.name);
        }
    }

    pub(super) fn add_companies<'n>(&mut self, names: impl IntoIterator<Item = &'n String>) {
        names.into_iter().for_each(|name| self.name(Record::Company, name));
    }

    fn name(&mut self, record: Record, name: &str) {
        match record {
            Record::Company => self.companies.insert(fold(name)),
            Record::Person => self.people.insert(fold(name)),
            Record::Member => self.members.insert(fold(name)),
            Record::Product => self.products.insert(squeeze(name)),
            Record::Deal => false,
        };
    }
}

impl Known {
    /// Looks up what is wanted and not known yet.
    pub(super) fn load(&mut self, tx: &mut Tx, wanted: &Wanted<'_>) -> Result<()> {
        for (key, id) in import_lookup::companies(tx, &missing(&wanted.companies, &self.companies))? {
            self.companies.insert(key, id);
        }
        for (key, id, company, mails) in import_lookup::people(tx, &missing(&wanted.people, &self.people))? {
            let mails = mails.lines().map(str::to_lowercase).collect();
            self.people.entry(key).or_default().push(Person { id, company, mails });
        }
        for (key, id, import) in import_lookup::members(tx, &missing(&wanted.members, &self.members))? {
            self.members.insert(key, Member { id, import });
        }
        for product in import_lookup::products(tx, &missing(&wanted.products, &self.products))? {
            self.products.insert(product.name_key.clone(), product);
        }
        for (record, ids) in &wanted.sources {
            let table = match record {
                Record::Deal => "deals",
                Record::Company => "companies",
                Record::Person => "people",
                Record::Member | Record::Product => continue,
            };
            let ids: Vec<String> = ids.iter().cloned().collect();
            for (source, _) in import_lookup::source_ids(tx, table, &ids)? {
                self.sources.insert((*record, source));
            }
        }
        Ok(())
    }

    pub(super) fn has_source(&self, record: Record, source: &str) -> bool {
        self.sources.contains(&(record, source.to_owned()))
    }

    pub(super) fn add_source(&mut self, record: Record, source: String) {
        self.sources.insert((record, source));
    }

    /// Names that may be meant by one that is not known.
    pub(super) fn names(&mut self, tx: &mut Tx, record: Record) -> Result<&[String]> {
        if let Entry::Vacant(vacant) = self.names.entry(record) {
            let (table, gone) = match record {
                Record::Company => ("companies", "archived_at"),
                Record::Person => ("people", "archived_at"),
                Record::Member => ("members", "archived_at"),
                Record::Product => ("products", "retired_at"),
                Record::Deal => ("deals", "archived_at"),
            };
            let names = import_lookup::list_names(tx, table, gone)?.into_iter().map(|(name,)| name);
            vacant.insert(names.take(COMPARED).collect());
        }
        Ok(self.names.get(&record).map_or(&[], Vec::as_slice))
    }
}

fn missing<V>(wanted: &BTreeSet<String>, known: &HashMap<String, V>) -> Vec<String> {
    wanted.iter().filter(|key| !known.contains_key(*key)).cloned().collect()
}
