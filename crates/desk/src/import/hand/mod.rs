//! The hand that writes what an import brings: it finds what a row refers to, makes what the mapping lets it make,
//! and says of each row whether it was taken. It never lets the database refuse: what it would refuse goes to mend.

mod choice;
mod company;
mod deal;
mod known;
mod member;
mod next_step;
mod person;
mod product;
mod reason;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use intake::{Draft, Link, Reason, Record};
use jiff::civil::Date;
use sales::fold::fold;
use sales::{Event, WorkingTime};
use store::Tx;
use store::rows::events::About;
use store::rows::installation::{self, InstallationRow};
use store::rows::search;
use store::rows::totals::Tally;

use super::job::Job;
use super::reader::Item;
use crate::{Result, Scene, spine};
use choice::Choices;
use known::Known;
use next_step::Days;

/// What became of a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fate {
    Imported,
    /// Its record was there before.
    Known,
    Mend(Vec<Reason>),
}

/// What a link means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refers {
    To(i64),
    /// To one that has to be made first.
    ToNew,
}

impl Refers {
    /// The id, or a stand-in until the record is made.
    fn id(self) -> i64 {
        if let Refers::To(id) = self { id } else { 0 }
    }
}

/// Works through items of one import within one transaction.
pub(crate) struct Hand<'a> {
    scene: &'a Scene,
    job: &'a Job,
    house: InstallationRow,
    calendar: WorkingTime,
    known: Known,
    choices: Choices,
    /// When owners are taken in the coming days.
    taken: HashMap<i64, Days>,
    /// Versions of processes by their key; none is the first active one.
    versions: HashMap<Option<String>, i64>,
    /// What the deals taken add to the kept totals.
    tally: Tally,
    /// What search will find them by.
    found: Vec<search::Entry>,
    /// Only looks at what would happen: nothing is written, records made get ids below zero.
    dry: bool,
    made: i64,
    /// Which of the job's files the rows are from.
    position: usize,
    company_keys: Option<Arc<HashSet<String>>>,
}

impl<'a> Hand<'a> {
    pub(crate) fn new(tx: &mut Tx, scene: &'a Scene, job: &'a Job, dry: bool) -> Result<Hand<'a>> {
        Ok(Hand {
            scene,
            job,
            house: installation::get(tx)?,
            calendar: installation::calendar(tx)?,
            known: Known::default(),
            choices: Choices::default(),
            taken: HashMap::new(),
            versions: HashMap::new(),
            tally: Tally::default(),
            found: Vec::new(),
            dry,
            made: 0,
            position: 0,
            company_keys: None,
        })
    }

    /// Turns to the rows of a file and looks up all that they name.
    pub(crate) fn turn_to<'i>(
        &mut self,
        tx: &mut Tx,
        position: usize,
        company_keys: Option<Arc<HashSet<String>>>,
        items: impl Iterator<Item = &'i Item>,
    ) -> Result<()> {
        self.position = position;
        self.company_keys = company_keys;
        let mut wanted = known::Wanted::new(self.job.mapping.source());
        for item in items {
            match item {
                Item::Row(draft, _) => wanted.add(draft),
                Item::Parent { child, parent } => wanted.add_companies([child, parent]),
                Item::Mend(_) => {}
            }
        }
        self.known.load(tx, &wanted)
    }

    /// Writes what the deals taken add to the totals and to search. Nothing may be taken afterwards.
    pub(crate) fn finish(self, tx: &mut Tx) -> Result<()> {
        search::put_new(tx, &self.found)?;
        Ok(self.tally.write(tx)?)
    }

    /// Takes one row.
    pub(crate) fn take(&mut self, tx: &mut Tx, draft: &Draft) -> Result<Fate> {
        let source = draft.source_id.as_ref().map(|id| format!("{}:{id}", self.job.mapping.source()));
        if let Some(source) = &source
            && self.known.has_source(draft.record, source)
        {
            return Ok(Fate::Known);
        }
        let taken = match draft.record {
            Record::Deal => self.deal(tx, draft, source.as_deref()),
            Record::Company => self.company(tx, draft, source.as_deref()),
            Record::Person => self.person(tx, draft, source.as_deref()),
            Record::Member => self.member(tx, draft),
            Record::Product => self.product(tx, draft),
        }?;
        if let (Fate::Imported, Some(source)) = (&taken, source) {
            self.known.add_source(draft.record, source);
        }
        Ok(taken)
    }

    /// What a link refers to: a record that is there, one that may be made, or a reason to mend the row.
    fn refer(&mut self, tx: &mut Tx, link: &Link, found: Option<i64>) -> Result<Refers, Trouble> {
        match found {
            Some(id) => Ok(Refers::To(id)),
            None if link.create => Ok(Refers::ToNew),
            None => {
                let names = self.known.names(tx, link.record)?;
                let near = intake::nearest(&link.name, names);
                Err(Trouble::Mend(Reason::not_found(self.column(link.field), link.record, &link.name, &near)))
            }
        }
    }

    /// The header of the column that fills a field of the file at hand.
    fn column(&self, field: &str) -> Option<&'a str> {
        self.job.mapping_of(self.position).header_of(field)
    }

    /// An id for a record of a dry run.
    fn imagined(&mut self) -> i64 {
        self.made -= 1;
        self.made
    }

    fn record(&self, tx: &mut Tx, about: About, event: &Event) -> Result<()> {
        spine::record(tx, self.scene, About { import_id: Some(self.job.id), ..about }, event)
    }

    fn today(&self) -> Date {
        self.job.basis.today
    }
}

/// Why a link leads nowhere: the row is to mend, or the database failed.
enum Trouble {
    Mend(Reason),
    Desk(crate::Error),
}

impl<E: Into<crate::Error>> From<E> for Trouble {
    fn from(error: E) -> Trouble {
        Trouble::Desk(error.into())
    }
}

/// Gathers the reasons; what can be gone on with comes back.
fn gather<T>(answer: Result<T, Trouble>, reasons: &mut Vec<Reason>) -> Result<Option<T>> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(Trouble::Mend(reason)) => {
            reasons.push(reason);
            Ok(None)
        }
        Err(Trouble::Desk(error)) => Err(error),
    }
}

fn key(name: &str) -> String {
    fold(name)
}
