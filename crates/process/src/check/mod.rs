//! The checker: a text becomes a definition, or findings with code, place and hint. Total on any input.

mod allow;
mod automatic;
mod clock;
mod end;
mod graph;
mod hands;
mod holders;
mod strands;
mod together;

use crate::definition::Definition;
use crate::read::read;
use crate::text::{Report, expand, parse};
use crate::{Finding, Severity, Vocabulary, story};

pub use holders::unheld;
pub use together::check_together;

/// Findings that leave a stage or move out: what the graph then lacks would only repeat them.
const TEARS: [&str; 5] = ["DW103", "DW107", "DW201", "DW213", "DW301"];

/// Checks a text. The definition is there where nothing blocks; findings come in the order of the text.
pub fn check(text: &str, vocabulary: &Vocabulary) -> (Option<Definition>, Vec<Finding>) {
    let mut report = Report::default();
    let read = parse(text, &mut report).and_then(|mut root| {
        expand(&mut root, &mut report);
        read(&root, vocabulary, &mut report)
    });
    let Some(read) = read else { return (None, sorted(report.findings)) };
    let readable = !report.findings.iter().any(Finding::blocks);
    let definition = read.definition;
    if !report.findings.iter().any(|finding| TEARS.contains(&finding.code)) {
        graph::check(&definition, &mut report);
        end::check(&definition, &mut report);
        hands::check(&definition, &mut report);
        automatic::check(&definition, &mut report);
        strands::check(&definition, &mut report);
        clock::check(&definition, &mut report);
        if let Some(known) = &vocabulary.processes {
            together::untaken(&definition, known, &mut report);
        }
        allow::apply(&read.allowances, &mut report);
    }
    let blocked = !readable || report.findings.iter().any(Finding::blocks);
    (Some(definition).filter(|_| !blocked), sorted(report.findings))
}

/// Checks a text and plays its stories: a story that fails is a DW901.
pub fn check_with_stories(text: &str, vocabulary: &Vocabulary) -> (Option<Definition>, Vec<Finding>) {
    let (definition, mut findings) = check(text, vocabulary);
    if let Some(definition) = &definition {
        findings.extend(story::run(definition).into_iter().flat_map(|result| result.findings));
    }
    let blocked = findings.iter().any(|finding| finding.severity == Severity::Blocks);
    (definition.filter(|_| !blocked), sorted(findings))
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings
        .sort_by(|one, other| (one.line, one.column, one.code).cmp(&(other.line, other.column, other.code)));
    findings.dedup();
    findings
}

#[cfg(test)]
mod tests;
