//! From inputs to a draft.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    draft::{Draft, Link, Placing, Typed},
    plan::{RowPlan, Slot},
    reading::Input,
    typing::{Fault, typed},
};
use crate::{
    mapping::NameOrder,
    target::{Kind, Record},
};

/// A fault with the slot it belongs to.
pub(crate) type Found = (Option<usize>, Fault);

type Fields = BTreeMap<&'static str, Typed>;

impl RowPlan<'_> {
    /// The draft that the inputs make. With faults it is not whole, and not to be written.
    pub(crate) fn assemble(&self, line: u64, inputs: &[Input<'_>], faults: &mut Vec<Found>) -> Draft {
        let mut fields = Fields::new();
        let mut links = Vec::new();
        let currency = self.currency_of(inputs);
        for (at, (slot, input)) in self.slots.iter().zip(inputs).enumerate() {
            match self.one(slot, input, &currency) {
                Ok(Some(Typed::Text(name))) if slot.target.link().is_some() => {
                    links.extend(link(slot, input, name))
                }
                Ok(Some(value)) => {
                    fields.insert(slot.target.name, value);
                }
                Ok(None) => {}
                Err(fault) => faults.push((Some(at), fault)),
            }
        }
        self.copy(inputs, &mut fields);
        self.name_person(&mut fields);
        let source_id = match fields.remove("source_id") {
            Some(Typed::Text(id)) => Some(id),
            _ => None,
        };
        let placing = (self.record() == Record::Deal).then(|| self.placing(&mut fields));
        let draft = Draft { record: self.record(), line, source_id, fields, links, placing };
        self.check_whole(&draft, faults);
        draft
    }

    fn one(&self, slot: &Slot<'_>, input: &Input<'_>, currency: &str) -> Result<Option<Typed>, Fault> {
        match input {
            Input::Empty | Input::Copy(_) => Ok(None),
            Input::Given(text) | Input::Default(text) => typed(slot, text, currency).map(Some),
            Input::Unmapped(_) => Err(Fault::Stage),
            Input::DayOfImport => Ok(Some(Typed::Date(self.basis.today))),
            Input::ListPrice => Ok(Some(Typed::ListPrice)),
        }
    }

    fn currency_of(&self, inputs: &[Input<'_>]) -> String {
        let told = self.slot("currency").and_then(|slot| inputs[slot].text());
        told.map_or_else(|| self.currency.to_owned(), str::to_uppercase)
    }

    fn copy(&self, inputs: &[Input<'_>], fields: &mut Fields) {
        for (slot, input) in self.slots.iter().zip(inputs) {
            if let Input::Copy(other) = input
                && let Some(value) = fields.get(self.slots[*other].target.name).cloned()
            {
                fields.insert(slot.target.name, value);
            }
        }
    }

    /// A person's full name from its parts, or the parts from the full name.
    fn name_person(&self, fields: &mut Fields) {
        if self.record() != Record::Person {
            return;
        }
        let text = |name: &str| match fields.get(name) {
            Some(Typed::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let order = self
            .slot("name")
            .and_then(|slot| self.slots[slot].source.as_ref())
            .and_then(|source| source.column.split);
        match (text("name"), order) {
            (None, _) => {
                let parts: Vec<&str> = [text("given"), text("family")].into_iter().flatten().collect();
                if !parts.is_empty() {
                    let name = parts.join(" ");
                    fields.insert("name", Typed::Text(name));
                }
            }
            (Some(name), Some(order)) => {
                let (given, family) = split(name, order);
                let parts = [("given", given), ("family", family)];
                let parts = parts.map(|(field, part)| (field, part.map(ToOwned::to_owned)));
                for (field, part) in parts {
                    if let Some(part) = part {
                        fields.entry(field).or_insert(Typed::Text(part));
                    }
                }
            }
            (Some(_), None) => {}
        }
    }

    fn placing(&self, fields: &mut Fields) -> Placing {
        let mut date = |name| match fields.remove(name) {
            Some(Typed::Date(date)) => Some(date),
            _ => None,
        };
        let (entered_on, closed_on): (Option<Date>, Option<Date>) = (date("entered_on"), date("closed_on"));
        let stage = match fields.remove("stage") {
            Some(Typed::Text(stage)) => Some(stage),
            _ => None,
        };
        let created_on = match fields.get("created_on") {
            Some(Typed::Date(date)) => Some(*date),
            _ => None,
        };
        let placed_on = closed_on.or(entered_on).or(created_on).unwrap_or(self.basis.today);
        Placing { process: self.file.process.clone(), stage, entered_on, closed_on, placed_on }
    }

    fn check_whole(&self, draft: &Draft, faults: &mut Vec<Found>) {
        let has = |field| draft.link(field).is_some();
        let client_faulty = faults.iter().any(|(slot, _)| slot.is_some_and(|s| self.is_client(s)));
        if draft.record == Record::Deal && !has("company") && !has("person") && !client_faulty {
            faults.push((self.slot("company"), Fault::ClientMissing));
        }
        // A name made of what is missing too is not a second fault.
        if draft.text("name").is_none() && faults.is_empty() {
            faults.push((self.slot("name"), Fault::Missing));
        }
    }

    fn is_client(&self, slot: usize) -> bool {
        self.record() == Record::Deal
            && matches!(self.slots[slot].target.kind, Kind::Link(Record::Company | Record::Person))
    }
}

fn link(slot: &Slot<'_>, input: &Input<'_>, name: String) -> Option<Link> {
    let record = slot.target.link()?;
    let made = matches!(input, Input::Default(_));
    let create = made || slot.source.as_ref().is_some_and(|source| source.column.create);
    Some(Link { field: slot.target.name, record, name, create })
}

/// Given and family name; patronymics and middle names stay in the full name alone.
fn split(name: &str, order: NameOrder) -> (Option<&str>, Option<&str>) {
    let mut words = name.split_whitespace();
    let first = words.next();
    match order {
        NameOrder::FamilyGiven => (words.next(), first),
        NameOrder::GivenFamily => (first, words.next_back()),
    }
}
