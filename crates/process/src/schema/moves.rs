//! Moves, asks and effects.

use super::{Map, Need, OneOrMany, Words};
use schemars::JsonSchema;

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Move {
    /// Fragments put in here.
    r#use: Option<OneOrMany<String>>,
    title: Words,
    kind: Option<MoveKind>,
    /// A stage, stages, or `every open stage`.
    from: OneOrMany<String>,
    /// A stage, `any visited`, or `last open`.
    to: Option<String>,
    /// An amendment that stays where it is.
    stay: Option<bool>,
    /// Parts, `itself`, or `nobody`: another process alone.
    by: Option<OneOrMany<String>>,
    /// Parts whose holders may not.
    not_by: Option<OneOrMany<String>>,
    /// Offered, or taken by itself, only where this holds.
    r#if: Option<String>,
    /// Taken by itself only in the act that changes one of these fields.
    if_changed: Option<OneOrMany<String>>,
    /// A reopening's time: `30 days after entry`.
    within: Option<String>,
    needs: Option<Vec<Need>>,
    ask: Option<Vec<Ask>>,
    r#do: Option<Vec<Effect>>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
enum MoveKind {
    Forward,
    Return,
    Refusal,
    Reopen,
    Amend,
}

#[derive(JsonSchema)]
#[serde(untagged)]
pub(super) enum Ask {
    Field(String),
    Said(AskMap),
}

/// A field, an answer (text or one_of), or a plan.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskMap {
    field: Option<String>,
    answer: Option<String>,
    one_of: Option<Map<Choice>>,
    /// short or long.
    text: Option<String>,
    optional: Option<bool>,
    title: Option<Words>,
    plan: Option<OneOrMany<String>>,
    within: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    title: Option<Words>,
    ask: Option<Vec<Ask>>,
}

/// One effect.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Effect {
    create_task: Option<CreateTask>,
    plan_activity: Option<PlanActivity>,
    set_field: Option<SetField>,
    note: Option<Note>,
    notify: Option<Notify>,
    /// Asks for an approval.
    request: Option<String>,
    /// Offers a hand-off.
    offer: Option<String>,
    /// Takes a move of another process of the same record.
    r#move: Option<MoveAnother>,
    /// Starts another process on the same record.
    start: Option<String>,
    /// `plans`: what is planned on the record.
    cancel: Option<String>,
    /// entry, or case (on_enter only).
    once: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct MoveAnother {
    /// The name it is used under.
    process: String,
    take: String,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct CreateTask {
    r#for: String,
    title: Words,
    /// `1 working day after entry`
    due: Option<String>,
    kind: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct PlanActivity {
    r#type: String,
    r#for: Option<String>,
    within: Option<String>,
    length: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct SetField {
    field: String,
    to: serde_json::Value,
}

#[derive(JsonSchema)]
#[serde(untagged)]
enum Template {
    /// Nothing but `{answers}`.
    Bare(String),
    Said(Words),
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Note {
    /// record or company.
    to: Option<String>,
    text: Template,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Notify {
    part: String,
    text: Template,
}
