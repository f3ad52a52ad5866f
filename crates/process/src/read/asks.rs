//! Asks of a move.

use super::Reader;
use crate::Words;
use crate::condition::{Node as Tree, Scope};
use crate::definition::{AskOption, AskSpec, Filter, Measure, Since, Source};
use crate::text::{Keys, Node, Spot, both, unavailable};

pub(crate) const ASK: [&str; 8] =
    ["field", "answer", "one_of", "text", "optional", "title", "plan", "within"];
pub(crate) const ASK_LATER: [&str; 1] = ["enrol"];

impl Reader<'_> {
    pub(super) fn asks(&mut self, node: Option<&Node>) -> Vec<AskSpec> {
        let items = node.map(Node::items).unwrap_or_default();
        items.iter().filter_map(|item| self.ask(item)).collect()
    }

    fn ask(&mut self, node: &Node) -> Option<AskSpec> {
        if let Some(name) = node.text() {
            return self.ask_field(name, &node.spot, false);
        }
        let keys = Keys::open(node, &ASK, &ASK_LATER, self.report)?;
        let optional = keys.flag("optional", self.report);
        if let Some(field) = keys.get("field") {
            return self.ask_field(field.text().unwrap_or_default(), &field.spot, optional);
        }
        if keys.get("plan").is_some() {
            return Some(self.ask_plan(keys));
        }
        if keys.get("enrol").is_some() {
            return None;
        }
        if let (None, Some(one_of)) = (keys.get("answer"), keys.get("one_of")) {
            unavailable("one_of", &one_of.spot, self.report);
            return None;
        }
        self.ask_answer(keys, optional)
    }

    fn ask_field(&mut self, name: &str, spot: &Spot, optional: bool) -> Option<AskSpec> {
        let (kind, title) = match self.field(name) {
            Ok(found) => found,
            Err(near) => {
                self.report.unknown("DW202", spot, both("field", "поле"), name, near.as_deref());
                return None;
            }
        };
        if !self.may_write(name) {
            let says = both(
                format!("{name} cannot be written by hand."),
                format!("{name} нельзя заполнить вручную."),
            );
            self.report.blocks(
                "DW403",
                spot,
                says,
                both(
                    "Ask a field of the record itself that can be written.",
                    "Спрашивайте поле самой записи, доступное для записи.",
                ),
            );
        }
        Some(AskSpec::Field { name: name.into(), title, kind, optional })
    }

    fn ask_plan(&mut self, keys: Keys<'_>) -> AskSpec {
        let mut types = Vec::new();
        for (text, spot) in keys.texts("plan", self.report) {
            self.term("activity_types", text, spot);
            types.push(text.to_owned());
        }
        let filters = vec![Filter::Type(types.clone()), Filter::Planned(true)];
        let (fact, tree) = self.nameless(Measure::Any, Source::Activity, filters, Since::Case);
        let title = match (keys.get("title"), tree.node) {
            (Some(node), _) => self.words(node),
            (None, Tree::Fact { title, .. }) => title,
            (None, _) => Words::default(),
        };
        AskSpec::Plan { types, title, within: self.span(keys, "within"), fact }
    }

    fn ask_answer(&mut self, keys: Keys<'_>, optional: bool) -> Option<AskSpec> {
        let Some(key) = keys.text("answer", self.report) else {
            let wanted = both("A field, answer, or plan.", "Поле, answer или plan.");
            self.report.shape(&keys.node.spot, wanted);
            return None;
        };
        if key.contains('.') || !super::is_key(key) {
            self.report.shape(&keys.node.spot, both("answer: a-key", "answer: ключ латиницей"));
        }
        let title = self.title_or_key(keys.get("title"), key, &keys.node.spot);
        let key = key.to_owned();
        if let Some(one_of) = keys.get("one_of") {
            let options = self.options(one_of);
            return Some(AskSpec::OneOf { key, title, options, optional });
        }
        let long = match keys.text("text", self.report) {
            Some("long") => true,
            Some("short") => false,
            _ => {
                self.report.shape(
                    &keys.node.spot,
                    both("text: short or long; or one_of.", "text: short или long; либо one_of."),
                );
                false
            }
        };
        Some(AskSpec::Text { key, title, long, optional })
    }

    pub(super) fn options(&mut self, node: &Node) -> Vec<AskOption> {
        let Some(entries) = node.map().filter(|entries| !entries.is_empty()) else {
            self.report
                .shape(&node.spot, both("one_of: { code: { title: .. } }", "one_of: { код: { title: .. } }"));
            return Vec::new();
        };
        let mut options = Vec::new();
        for (code, spot, value) in entries {
            let Some(keys) = Keys::open(value, &["title", "ask"], &[], self.report) else { continue };
            let title = self.title_or_key(keys.get("title"), code, spot);
            options.push(AskOption { code: code.clone(), title, asks: self.asks(keys.get("ask")) });
        }
        options
    }

    /// A title, or the bare key with a warning: people would read the key.
    fn title_or_key(&mut self, node: Option<&Node>, key: &str, spot: &Spot) -> Words {
        if let Some(node) = node {
            return self.words(node);
        }
        let says = both(
            format!("{key} has no title; people will read the key."),
            format!("У «{key}» нет названия: люди увидят ключ."),
        );
        self.report.warns(
            "DW105",
            spot,
            says,
            both("title: { en: .., ru: .. }", "title: { en: .., ru: .. }"),
        );
        Words::same(key)
    }
}

/// The keys under which a move's answers can be named in a text.
pub(super) fn answer_keys(asks: &[AskSpec]) -> Vec<String> {
    let mut keys = Vec::new();
    for ask in asks {
        match ask {
            AskSpec::Field { name, .. } => keys.push(name.clone()),
            AskSpec::Text { key, .. } => keys.push(key.clone()),
            AskSpec::OneOf { key, options, .. } => {
                keys.push(key.clone());
                keys.extend(options.iter().flat_map(|option| answer_keys(&option.asks)));
            }
            AskSpec::Plan { .. } => {}
        }
    }
    keys
}
