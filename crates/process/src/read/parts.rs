//! Parts: who acts in a case.

use super::{Reader, is_key};
use crate::condition::Scope;
use crate::definition::{Part, PartRule};
use crate::text::{Node, Spot, both, nearest};

impl Reader<'_> {
    pub(super) fn read_parts(&mut self, node: Option<&Node>) -> Vec<Part> {
        let Some(node) = node else { return Vec::new() };
        let Some(entries) = node.map() else {
            self.report
                .shape(&node.spot, both("parts: { seller: deal.owner }", "parts: { seller: deal.owner }"));
            return Vec::new();
        };
        let mut parts = Vec::new();
        for (key, spot, value) in entries {
            self.part_key(key, spot);
            if let Some(rule) = value.text().and_then(|text| self.part_rule(text, &value.spot, entries)) {
                parts.push(Part { key: key.clone(), rule, spot: spot.clone() });
            } else if value.text().is_none() {
                self.report.shape(
                    &value.spot,
                    both("A field, head of .., or queue ..", "Поле, head of .. или queue .."),
                );
            }
        }
        parts
    }

    fn part_key(&mut self, key: &str, spot: &Spot) {
        if !is_key(key) || ["itself", "nobody"].contains(&key) {
            self.report
                .shape(spot, both("A key in small latin letters.", "Ключ строчными латинскими буквами."));
        }
    }

    fn part_rule(&mut self, text: &str, spot: &Spot, all: &[(String, Spot, Node)]) -> Option<PartRule> {
        if let Some(part) = text.strip_prefix("head of ") {
            let known = all.iter().any(|(key, ..)| key == part);
            if !known {
                let near = nearest(part, all.iter().map(|(key, ..)| key.as_str()));
                self.report.unknown("DW203", spot, both("part", "участник"), part, near.as_deref());
            }
            return known.then(|| PartRule::HeadOf(part.into()));
        }
        if let Some(queue) = text.strip_prefix("queue ") {
            self.term("queues", queue, spot);
            return Some(PartRule::Queue(queue.into()));
        }
        match self.field(text) {
            Ok(_) => Some(PartRule::Field(text.into())),
            Err(near) => {
                self.report.unknown("DW202", spot, both("field", "поле"), text, near.as_deref());
                None
            }
        }
    }

    /// A part that must exist (DW203).
    pub(super) fn known_part(&mut self, key: &str, spot: &Spot) {
        if !self.parts.iter().any(|part| part.key == key) {
            let near = nearest(key, self.parts.iter().map(|part| part.key.as_str()));
            self.report.unknown("DW203", spot, both("part", "участник"), key, near.as_deref());
        }
    }

    /// A code that the installation must know: an activity type, outcome, task kind, queue (DW203).
    pub(super) fn term(&mut self, list: &str, key: &str, spot: &Spot) {
        let (terms, what) = match list {
            "activity_types" => (&self.vocabulary.activity_types, both("activity type", "вид действия")),
            "outcomes" => (&self.vocabulary.outcomes, both("outcome", "итог")),
            "document_kinds" => (&self.vocabulary.document_kinds, both("kind of document", "вид документа")),
            "task_kinds" => (&self.vocabulary.task_kinds, both("kind of task", "вид задачи")),
            _ => (&self.vocabulary.queues, both("queue", "очередь")),
        };
        let Some(terms) = terms else { return };
        if !terms.iter().any(|term| term.key == key) {
            let near = nearest(key, terms.iter().map(|term| term.key.as_str()));
            self.report.unknown("DW203", spot, what, key, near.as_deref());
        }
    }
}
