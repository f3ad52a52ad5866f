//! What those are called whom events mention by id alone.

use std::collections::{BTreeMap, BTreeSet};

use sales::Event;
use sales::event::Change;
use serde_json::Value;
use store::Tx;
use store::rows::{companies, people, timeline};

use super::Link;
use crate::{Result, Scene};

/// Names by id. Whoever is out of the actor's reach is missing; members and products are everybody's to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub members: BTreeMap<i64, String>,
    pub companies: BTreeMap<i64, String>,
    pub people: BTreeMap<i64, String>,
    pub products: BTreeMap<i64, String>,
    /// Whom an activity is with, by the activity's id.
    pub with: BTreeMap<i64, Link>,
}

impl Names {
    pub(super) fn load<'a>(
        tx: &mut Tx,
        scene: &Scene,
        events: impl Iterator<Item = &'a Event>,
    ) -> Result<Names> {
        let mut ids = Ids::default();
        events.for_each(|event| ids.add(event));
        tx.foresee(|tx| Names::of(tx, scene, &ids));
        Names::of(tx, scene, &ids)
    }

    fn of(tx: &mut Tx, scene: &Scene, ids: &Ids) -> Result<Names> {
        let reads = &scene.by.reads;
        let with = named(&ids.activities, |ids| timeline::list_people_of_activities(tx, ids, reads));
        let members = named(&ids.members, |ids| timeline::list_member_names(tx, ids));
        let companies = named(&ids.companies, |ids| companies::list_names(tx, ids, reads));
        let people = named(&ids.people, |ids| people::list_names(tx, ids, reads));
        let products = named(&ids.products, |ids| timeline::list_product_names(tx, ids));
        Ok(Names {
            members: members?.into_iter().collect(),
            companies: companies?.into_iter().collect(),
            people: people?.into_iter().collect(),
            products: products?.into_iter().collect(),
            with: with?.into_iter().map(|(activity, id, name)| (activity, Link { id, name })).collect(),
        })
    }
}

/// What is asked of ids, where there are any.
fn named<T>(ids: &BTreeSet<i64>, ask: impl FnOnce(&[i64]) -> store::Result<Vec<T>>) -> store::Result<Vec<T>> {
    if ids.is_empty() { Ok(Vec::new()) } else { ask(&ids.iter().copied().collect::<Vec<i64>>()) }
}

#[derive(Default)]
struct Ids {
    members: BTreeSet<i64>,
    companies: BTreeSet<i64>,
    people: BTreeSet<i64>,
    products: BTreeSet<i64>,
    activities: BTreeSet<i64>,
}

impl Ids {
    fn add(&mut self, event: &Event) {
        match event {
            Event::DealAssigned { from, to } => self.members.extend([*from, *to]),
            Event::ActivityPlanned { activity, owner, .. } => {
                self.activities.insert(*activity);
                self.members.insert(*owner);
            }
            Event::ActivityDone { activity, .. } | Event::ActivityCancelled { activity, .. } => {
                self.activities.insert(*activity);
            }
            Event::TaskCreated { owner, .. } => self.members.extend(*owner),
            Event::DealChanged { changes }
            | Event::CompanyChanged { changes }
            | Event::PersonChanged { changes } => changes.iter().for_each(|change| self.change(change)),
            _ => {}
        }
    }

    fn change(&mut self, change: &Change) {
        let within = |key: &'static str| {
            let items = [&change.before, &change.after].into_iter().filter_map(Value::as_array).flatten();
            items.filter_map(move |item| item.get(key)?.as_i64())
        };
        let itself = || [&change.before, &change.after].into_iter().filter_map(Value::as_i64);
        match change.field.as_str() {
            "owner_id" | "engineer_id" => self.members.extend(itself()),
            "parent_id" | "company_id" => self.companies.extend(itself()),
            "person_id" => self.people.extend(itself()),
            "posts" => self.companies.extend(within("company_id")),
            "people" => self.people.extend(within("person_id")),
            "lines" => self.products.extend(within("product_id")),
            _ => {}
        }
    }
}
