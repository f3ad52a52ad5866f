//! Where a need is put right: the one act that mends it.

use super::Reader;
use crate::Mend;
use crate::condition::Scope;
use crate::text::{Keys, Node, both};

pub(crate) const MEND: [&str; 12] = [
    "log", "outcome", "plan", "fill", "write", "attach", "signed", "close", "strand", "process", "link",
    "see",
];

impl Reader<'_> {
    pub(super) fn mend(&mut self, node: &Node) -> Option<Mend> {
        let keys = Keys::open(node, &MEND, &[], self.report)?;
        if keys.get("log").is_some() {
            let outcome = keys.get("outcome").and_then(|node| {
                self.term("outcomes", node.text()?, &node.spot);
                node.text().map(str::to_owned)
            });
            return Some(Mend::Log { types: self.mend_types(keys, "log"), outcome });
        }
        if keys.get("plan").is_some() {
            return Some(Mend::Plan { types: self.mend_types(keys, "plan") });
        }
        if let Some(node) = keys.get("fill") {
            return self.fill(node);
        }
        if let Some(node) = keys.get("attach") {
            return Some(self.attach(keys, node));
        }
        if let Some(node) = keys.get("strand") {
            let key = node.text().unwrap_or_default();
            self.known_strand(key, &node.spot);
            return Some(Mend::Strand { key: Some(key.to_owned()), title: self.strand_title(key) });
        }
        if let Some(node) = keys.get("process") {
            return self.mend_process(node);
        }
        if keys.text("link", self.report) == Some("contact") {
            return Some(Mend::LinkContact);
        }
        if keys.text("see", self.report) == Some("deals") {
            return Some(Mend::SeeDeals);
        }
        match (keys.text("write", self.report), keys.text("close", self.report)) {
            (Some("note"), _) => Some(Mend::WriteNote),
            (None, Some("tasks")) => Some(Mend::CloseTasks { kind: None }),
            (None, Some(kind)) => Some(Mend::CloseTasks { kind: Some(kind.into()) }),
            _ => {
                self.report.shape(
                    &node.spot,
                    both(
                        "log, plan, fill, attach, write: note, close, strand, process, link: contact, or see: deals.",
                        "log, plan, fill, attach, write: note, close, strand, process, link: contact или see: deals.",
                    ),
                );
                None
            }
        }
    }

    fn fill(&mut self, node: &Node) -> Option<Mend> {
        let name = node.text().unwrap_or_default();
        match self.field(name) {
            Ok(_) if !self.may_write(name) => {
                self.nobody_mends(&node.spot);
                None
            }
            Ok(_) => Some(Mend::Fill { field: name.into() }),
            Err(near) => {
                self.report.unknown("DW202", &node.spot, both("field", "поле"), name, near.as_deref());
                None
            }
        }
    }

    fn attach(&mut self, keys: Keys<'_>, node: &Node) -> Mend {
        let kind = node.text().filter(|kind| *kind != "any document").map(str::to_owned);
        if let Some(kind) = &kind {
            self.term("document_kinds", kind, &node.spot);
        }
        Mend::Attach { kind, signed: keys.flag("signed", self.report) }
    }

    fn mend_types(&mut self, keys: Keys<'_>, key: &str) -> Vec<String> {
        let mut types = Vec::new();
        for (text, spot) in keys.texts(key, self.report) {
            if text != "any activity" {
                self.term("activity_types", text, spot);
                types.push(text.to_owned());
            }
        }
        types
    }
}
