//! Facts as the file declares them, and those that typed needs make.

use super::{Reader, fact_words, is_key};
use crate::condition::Expr;
use crate::definition::{Column, FactSpec, Filter, Measure, Reach, Since, Source};
use crate::text::{Keys, Node, Spot, both, nearest, unavailable};

pub(crate) const FACT: [&str; 9] =
    ["any", "none", "count", "latest", "earliest", "of", "where", "since", "from"];
pub(crate) const FACT_LATER: [&str; 2] = ["sum", "or"];
const MEASURES: [(&str, Measure); 5] = [
    ("any", Measure::Any),
    ("none", Measure::None),
    ("count", Measure::Count),
    ("latest", Measure::Latest),
    ("earliest", Measure::Earliest),
];
const SOURCES: [(&str, Source); 6] = [
    ("activity", Source::Activity),
    ("task", Source::Task),
    ("note", Source::Note),
    ("document", Source::Document),
    ("deal", Source::Deal),
    ("contact", Source::Contact),
];
const SOURCES_LATER: [&str; 8] =
    ["message", "quote", "invoice", "payment", "line", "work", "children", "approval"];
pub(crate) const WHERE: [&str; 10] =
    ["type", "planned", "done", "open", "outcome", "kind", "findings", "signed", "process", "status"];
const STATUSES: [&str; 2] = ["active", "inactive"];
const COLUMNS: [(&str, Column); 4] = [
    ("started_at", Column::StartedAt),
    ("ended_at", Column::EndedAt),
    ("created_at", Column::CreatedAt),
    ("due_at", Column::DueAt),
];

impl Reader<'_> {
    pub(super) fn read_facts(&mut self, node: Option<&Node>) {
        let Some(node) = node else { return };
        let Some(entries) = node.map() else {
            self.report.shape(
                &node.spot,
                both("facts: { name: { any: activity } }", "facts: { имя: { any: activity } }"),
            );
            return;
        };
        for (key, spot, value) in entries {
            if !is_key(&key.replace('_', "-")) || key.contains('-') || key == "now" || key == "today" {
                self.report.shape(spot, both("A name like sales_booked.", "Имя вида sales_booked."));
            }
            if let Some(fact) = self.fact_of(key, value) {
                self.remember(fact);
            }
        }
    }

    fn fact_of(&mut self, key: &str, node: &Node) -> Option<FactSpec> {
        let keys = Keys::open(node, &FACT, &FACT_LATER, self.report)?;
        let measured: Vec<_> = MEASURES.iter().filter(|(name, _)| keys.get(name).is_some()).collect();
        let [(name, measure)] = measured.as_slice() else {
            self.report.shape(
                &node.spot,
                both(
                    "One of any, none, count, latest, earliest.",
                    "Одно из any, none, count, latest, earliest.",
                ),
            );
            return None;
        };
        let source_node = keys.get(name)?;
        let source = self.source(source_node)?;
        let filters = keys.get("where").map_or_else(Vec::new, |node| self.filters(node, source, &[]));
        let of = self.column(keys, node, *measure, source);
        let stands = matches!(source, Source::Deal | Source::Contact);
        let since = match keys.get("since") {
            None if stands => Since::Ever,
            node => self.since(node),
        };
        let from = self.reach(keys);
        Some(FactSpec { key: key.into(), measure: *measure, source, of, filters, since, from })
    }

    fn source(&mut self, node: &Node) -> Option<Source> {
        let name = node.text().unwrap_or_default();
        if SOURCES_LATER.contains(&name) {
            unavailable(name, &node.spot, self.report);
            return None;
        }
        let found = SOURCES.iter().find(|(known, _)| *known == name).map(|(_, source)| *source);
        if found == Some(Source::Deal) && self.runs_on != "company" {
            self.not_indexed(&node.spot, name, None);
            return None;
        }
        if found.is_none() {
            let near = nearest(name, SOURCES.iter().map(|(known, _)| *known));
            self.not_indexed(&node.spot, name, near.as_deref());
        }
        found
    }

    /// Whose rows count; a company alone has others below it.
    fn reach(&mut self, keys: Keys<'_>) -> Reach {
        let Some(node) = keys.get("from") else { return Reach::Record };
        match node.text().unwrap_or_default() {
            "record" => Reach::Record,
            "company tree" if self.runs_on == "company" => Reach::CompanyTree,
            other => {
                let near = nearest(other, ["record", "company tree"]);
                self.not_indexed(&node.spot, other, near.as_deref());
                Reach::Record
            }
        }
    }

    fn column(&mut self, keys: Keys<'_>, node: &Node, measure: Measure, source: Source) -> Option<Column> {
        let wants = matches!(measure, Measure::Latest | Measure::Earliest);
        let Some(of) = keys.get("of") else {
            if wants {
                self.report
                    .shape(&node.spot, both("of: a column, as ended_at.", "of: столбец, например ended_at."));
            }
            return None;
        };
        let name = of.text().unwrap_or_default();
        let found = COLUMNS.iter().find(|(known, _)| *known == name).map(|(_, column)| *column);
        let fits = found.is_some_and(|column| {
            matches!(
                (source, column),
                (_, Column::CreatedAt)
                    | (Source::Activity, Column::StartedAt | Column::EndedAt)
                    | (Source::Task, Column::DueAt | Column::EndedAt)
            )
        });
        if !wants || !fits {
            let near = nearest(name, COLUMNS.iter().map(|(known, _)| *known));
            self.not_indexed(&of.spot, name, near.as_deref());
        }
        found
    }

    pub(super) fn since(&mut self, node: Option<&Node>) -> Since {
        let Some(node) = node else { return Since::Case };
        match node.text().unwrap_or_default() {
            "case" => Since::Case,
            "entry" => Since::Entry,
            stage => {
                self.known_stage(stage, &node.spot);
                Since::Stage(stage.into())
            }
        }
    }

    /// The filters of a fact or typed need; `beside` are keys of the need that are no filters.
    pub(super) fn filters(&mut self, node: &Node, source: Source, beside: &[&str]) -> Vec<Filter> {
        let mut filters = Vec::new();
        let Some(entries) = node.map() else {
            self.report.shape(&node.spot, both("where: { type: .. }", "where: { type: .. }"));
            return filters;
        };
        for (name, spot, value) in entries.iter().filter(|(name, ..)| !beside.contains(&name.as_str())) {
            match self.filter(name, value, source) {
                Some(filter) => filters.push(filter),
                None => {
                    let near = nearest(name, WHERE);
                    self.not_indexed(spot, name, near.as_deref());
                }
            }
        }
        filters
    }

    fn filter(&mut self, name: &str, value: &Node, source: Source) -> Option<Filter> {
        Some(match (name, source) {
            ("type", Source::Activity) => Filter::Type(self.codes("activity_types", value)?),
            ("outcome", Source::Activity) => Filter::Outcome(self.codes("outcomes", value)?),
            ("kind", Source::Task) => Filter::Kind(self.codes("task_kinds", value)?),
            ("kind", Source::Document) => Filter::Kind(self.codes("document_kinds", value)?),
            ("signed", Source::Document) => Filter::Signed(value.truth()?),
            ("planned", Source::Activity) => Filter::Planned(value.truth()?),
            ("done", Source::Activity | Source::Task) => Filter::Done(value.truth()?),
            ("open", Source::Task) => Filter::Open(value.truth()?),
            ("open", Source::Deal) => Filter::Open(value.truth()?),
            ("process", Source::Deal) => Filter::Process(words(value)?),
            ("status", Source::Contact) => Filter::Status(
                words(value).filter(|all| all.iter().all(|one| STATUSES.contains(&one.as_str())))?,
            ),
            ("findings", Source::Activity) => Filter::FindingsFilled(value.get("filled")?.truth()?),
            _ => return None,
        })
    }

    fn codes(&mut self, list: &str, node: &Node) -> Option<Vec<String>> {
        let mut codes = Vec::new();
        for item in node.items() {
            let code = item.text()?;
            self.term(list, code, &item.spot);
            codes.push(code.to_owned());
        }
        Some(codes)
    }

    fn not_indexed(&mut self, spot: &Spot, name: &str, near: Option<&str>) {
        self.report.unknown(
            "DW209",
            spot,
            both("source or column of facts", "источник или столбец факта"),
            name,
            near,
        );
    }

    fn remember(&mut self, fact: FactSpec) {
        let words = fact_words(&fact, self.vocabulary);
        if !self.facts.iter().any(|(known, _)| known.key == fact.key) {
            self.facts.push((fact, words));
        }
    }

    /// A fact without a name of its own; its key starts with `~` and tells what it asks.
    pub(super) fn nameless(
        &mut self,
        measure: Measure,
        source: Source,
        filters: Vec<Filter>,
        since: Since,
    ) -> (String, Expr) {
        let shape = serde_json::json!([measure, source, filters, since]).to_string();
        let key = format!("~{}", shape.replace(['"', '{', '}'], ""));
        let from = Reach::Record;
        let fact = FactSpec { key: key.clone(), measure, source, of: None, filters, since, from };
        let words = fact_words(&fact, self.vocabulary);
        self.remember(fact);
        let tree = Expr::fact(&key, words);
        (key, tree)
    }
}

fn words(node: &Node) -> Option<Vec<String>> {
    node.items().iter().map(|item| item.text().map(str::to_owned)).collect()
}
