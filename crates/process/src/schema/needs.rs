//! Needs.

use super::{Findings, OneOrMany, Words};
use schemars::JsonSchema;

/// What must hold: one of fields, activity, note, task, document, strands, approval, hand_off, if.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Need {
    id: Option<String>,
    /// block or warn.
    level: Option<String>,
    only_if: Option<String>,
    firm: Option<bool>,
    /// Asked again after the stage; where it no longer holds, the case falls back. In to_go_on.
    stays_true: Option<bool>,
    say: Option<Words>,
    mend: Option<Mend>,
    fields: Option<OneOrMany<String>>,
    activity: Option<ActivityNeed>,
    note: Option<NoteNeed>,
    task: Option<TaskNeed>,
    document: Option<DocumentNeed>,
    /// `all` that take moves in the stage, or those named.
    strands: Option<OneOrMany<String>>,
    approval: Option<OneOrMany<String>>,
    hand_off: Option<OneOrMany<String>>,
    r#if: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct ActivityNeed {
    r#type: Option<OneOrMany<String>>,
    planned: Option<bool>,
    done: Option<bool>,
    outcome: Option<OneOrMany<String>>,
    findings: Option<Findings>,
    since: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct NoteNeed {
    since: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct TaskNeed {
    kind: Option<OneOrMany<String>>,
    done: Option<bool>,
    open: Option<bool>,
    none_open: Option<bool>,
    since: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct DocumentNeed {
    kind: Option<OneOrMany<String>>,
    signed: Option<bool>,
    since: Option<String>,
}

/// Where a need is put right.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Mend {
    log: Option<OneOrMany<String>>,
    outcome: Option<String>,
    plan: Option<OneOrMany<String>>,
    fill: Option<String>,
    write: Option<String>,
    /// A kind of document, or `any document`.
    attach: Option<String>,
    signed: Option<bool>,
    close: Option<String>,
    strand: Option<String>,
    /// Another process, by the name it is used under.
    process: Option<String>,
    /// contact
    link: Option<String>,
    /// deals
    see: Option<String>,
}
