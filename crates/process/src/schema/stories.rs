//! Stories.

use super::{Map, OneOrMany};
use schemars::JsonSchema;

/// Given, when, then.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    name: String,
    cites: Option<OneOrMany<serde_json::Value>>,
    given: Option<Given>,
    steps: Vec<Step>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Given {
    stage: Option<String>,
    /// States of strands, by key; approvals the same.
    strands: Option<Map<String>>,
    approvals: Option<Map<String>>,
    visited: Option<OneOrMany<String>>,
    fields: Option<Map<serde_json::Value>>,
    activities: Option<Vec<Activity>>,
    tasks: Option<Vec<TaskKind>>,
    documents: Option<Vec<Paper>>,
    /// Deals of the company.
    deals: Option<Vec<Deal>>,
    /// Statuses of the people linked to the record.
    contacts: Option<OneOrMany<String>>,
    notes: Option<u32>,
    /// A planned activity is there; true unless said otherwise.
    next_step: Option<bool>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Activity {
    r#type: String,
    done: Option<bool>,
    planned: Option<bool>,
    outcome: Option<String>,
    findings: Option<bool>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Deal {
    process: Option<String>,
    open: Option<bool>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Paper {
    kind: String,
    signed: Option<bool>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct TaskKind {
    kind: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Step {
    when: When,
    then: Option<Then>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct When {
    starts: Option<bool>,
    r#move: Option<String>,
    by: Option<String>,
    to: Option<String>,
    answers: Option<Map<serde_json::Value>>,
    accepts: Option<OneOrMany<String>>,
    plans: Option<OneOrMany<String>>,
    r#override: Option<String>,
    /// The process that takes the move, where no hand does.
    through: Option<String>,
    changes: Option<Map<serde_json::Value>>,
    logs: Option<Activity>,
    completes: Option<Activity>,
    writes: Option<String>,
    /// A deal of the company is changed.
    changes_deal: Option<Deal>,
    closes: Option<TaskKind>,
    /// A document comes in.
    document: Option<Paper>,
    /// A strand takes `move`.
    strand: Option<String>,
    requests: Option<String>,
    approves: Option<String>,
    returns: Option<String>,
    refuses: Option<String>,
    holds: Option<bool>,
    resumes: Option<bool>,
    passes: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Then {
    stage: Option<String>,
    /// States of strands, by key, `absent` too; approvals the same.
    strands: Option<Map<String>>,
    approvals: Option<Map<String>>,
    /// Moves taken, by hand and by themselves; `falls-back` where the case fell back.
    moves: Option<OneOrMany<String>>,
    /// `loop`
    error: Option<String>,
    refused_by: Option<OneOrMany<String>>,
    warned_by: Option<OneOrMany<String>>,
    flagged: Option<OneOrMany<String>>,
    offered: Option<OneOrMany<String>>,
    fields: Option<Map<serde_json::Value>>,
    made: Option<Map<OneOrMany<Made>>>,
    not_made: Option<OneOrMany<String>>,
    /// Strands whose open tasks end.
    ended: Option<OneOrMany<String>>,
    /// Moves of other processes, `process.move`, and processes started.
    moved: Option<OneOrMany<String>>,
    started: Option<OneOrMany<String>>,
    notified: Option<Map<usize>>,
    next_step: Option<bool>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Made {
    r#for: Option<String>,
    kind: Option<String>,
    r#type: Option<String>,
    title: Option<String>,
    to: Option<String>,
    times: Option<usize>,
}
