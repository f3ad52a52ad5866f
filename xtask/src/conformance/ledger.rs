//! What each statement of the seeds demands and how far the product is with it.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Each seed with the number of its last statement; they are numbered from 1 without a gap.
pub const SEEDS: [(&str, u32); 4] = [("000", 39), ("001", 28), ("002", 26), ("003", 36)];

/// Statements by number, such as `003.30`.
#[derive(Deserialize)]
pub struct Ledger {
    pub statements: BTreeMap<String, Statement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// In our words, short.
    pub demands: String,
    pub state: State,
    /// What is still missing, for a statement that waits.
    #[serde(default)]
    pub waits_for: Option<String>,
    /// `crate::path::test` or `story:process/name`.
    #[serde(default)]
    pub proofs: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Done,
    Waits,
    /// Words around the process that demand nothing.
    NoRule,
}

impl Ledger {
    pub fn done(&self) -> usize {
        self.statements.values().filter(|statement| statement.state == State::Done).count()
    }

    /// Statements without a line, lines without a statement, and lines that do not say enough.
    pub fn gaps(&self) -> Vec<String> {
        let wanted: Vec<String> = statement_ids().collect();
        let absent = wanted
            .iter()
            .filter(|id| !self.statements.contains_key(*id))
            .map(|id| format!("{id} has no line"));
        let unknown = self
            .statements
            .keys()
            .filter(|id| !wanted.contains(id))
            .map(|id| format!("{id} is no statement"));
        let unsaid =
            self.statements.iter().filter_map(|(id, statement)| Some(format!("{id} {}", statement.gap()?)));
        absent.chain(unknown).chain(unsaid).collect()
    }
}

impl Statement {
    fn gap(&self) -> Option<&'static str> {
        match self.state {
            State::Done if self.proofs.is_empty() => Some("is called done and proves nothing"),
            State::Done if self.waits_for.is_some() => Some("is called done and waits"),
            State::Waits if self.waits_for.is_none() => Some("waits and does not say for what"),
            _ => None,
        }
    }
}

fn statement_ids() -> impl Iterator<Item = String> {
    SEEDS.into_iter().flat_map(|(seed, last)| (1..=last).map(move |number| format!("{seed}.{number:02}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Ledger {
        let statement = || Statement {
            demands: String::new(),
            state: State::NoRule,
            waits_for: None,
            proofs: Vec::new(),
        };
        Ledger { statements: statement_ids().map(|id| (id, statement())).collect() }
    }

    #[test]
    fn a_ledger_with_a_line_for_all_129_has_no_gap() {
        assert_eq!(full().statements.len(), 129);
        assert_eq!(full().gaps(), Vec::<String>::new());
    }

    #[test]
    fn a_statement_without_a_line_is_a_gap() {
        let mut ledger = full();
        ledger.statements.remove("003.30");
        assert_eq!(ledger.gaps(), ["003.30 has no line"]);
    }

    #[test]
    fn a_line_without_a_statement_is_a_gap() {
        let mut ledger = full();
        let line = ledger.statements.remove("003.30").unwrap();
        ledger.statements.insert("003.37".into(), line);
        assert_eq!(ledger.gaps().len(), 2);
    }

    #[test]
    fn done_without_a_proof_is_a_gap() {
        let mut ledger = full();
        ledger.statements.get_mut("001.16").unwrap().state = State::Done;
        assert_eq!(ledger.gaps(), ["001.16 is called done and proves nothing"]);
    }

    #[test]
    fn waiting_for_nothing_is_a_gap() {
        let mut ledger = full();
        ledger.statements.get_mut("001.16").unwrap().state = State::Waits;
        assert_eq!(ledger.gaps().len(), 1);
    }
}
