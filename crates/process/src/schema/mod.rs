//! The JSON Schema of a process file, for editors. These shapes only describe; `read` is what reads.

#![expect(dead_code, reason = "the shapes are read by the schema derive alone")]

mod moves;
mod needs;
mod stories;
mod strands;

use moves::{Effect, Move};
use needs::Need;
use schemars::JsonSchema;
use std::collections::BTreeMap;
use stories::Story;
use strands::{Approval, HandOff, Hold, Strand};

type Map<T> = BTreeMap<String, T>;

/// Words in both languages.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Words {
    en: String,
    ru: String,
}

/// One value or a list of them.
#[derive(JsonSchema)]
#[serde(untagged)]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// A process: how a record goes from stage to stage.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Dealwright process")]
pub(crate) struct ProcessFile {
    /// Key of the process.
    process: String,
    title: Words,
    help: Option<Words>,
    /// deal, company or person.
    runs_on: Option<String>,
    /// A status: no stage ends it.
    endless: Option<bool>,
    /// Other processes, by the name that conditions and effects call them.
    uses: Option<Map<Used>>,
    /// This case is the record's stage.
    main: Option<bool>,
    starts: Starts,
    /// Whose calendar counts working time.
    working_time: Option<String>,
    /// Who acts: a field, `head of PART`, or `queue NAME`.
    parts: Option<Map<String>>,
    facts: Option<Map<Fact>>,
    /// Pieces that stages, moves and strands may `use`.
    fragments: Option<Map<serde_json::Value>>,
    stages: Map<Stage>,
    /// Asked on every move forward.
    always: Option<Vec<Need>>,
    strands: Option<Map<Strand>>,
    approvals: Option<Map<Approval>>,
    hand_offs: Option<Map<HandOff>>,
    hold: Option<Hold>,
    moves: Map<Move>,
    allow: Option<Vec<Allow>>,
    stories: Option<Vec<Story>>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Starts {
    #[serde(rename = "in")]
    stage: String,
    with: Option<String>,
    /// `nobody`: another process alone starts it.
    by: Option<String>,
}

/// The key of a process of the same record, or whose it is.
#[derive(JsonSchema)]
#[serde(untagged)]
enum Used {
    Process(String),
    Whose(Use),
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Use {
    process: String,
    /// record, company or parent.
    of: Option<String>,
}

/// What a condition may know beyond the record's fields.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Fact {
    any: Option<Source>,
    none: Option<Source>,
    count: Option<Source>,
    latest: Option<Source>,
    earliest: Option<Source>,
    of: Option<Column>,
    #[serde(rename = "where")]
    filters: Option<Where>,
    /// case, entry, or a stage.
    since: Option<String>,
    /// record, or company tree.
    from: Option<String>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Source {
    Activity,
    Task,
    Note,
    Document,
    /// Deals of a company.
    Deal,
    /// People linked to the record.
    Contact,
}

#[derive(JsonSchema)]
enum Column {
    #[serde(rename = "started_at")]
    Started,
    #[serde(rename = "ended_at")]
    Ended,
    #[serde(rename = "created_at")]
    Created,
    #[serde(rename = "due_at")]
    Due,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Where {
    r#type: Option<OneOrMany<String>>,
    planned: Option<bool>,
    done: Option<bool>,
    open: Option<bool>,
    outcome: Option<OneOrMany<String>>,
    kind: Option<OneOrMany<String>>,
    findings: Option<Findings>,
    signed: Option<bool>,
    process: Option<OneOrMany<String>>,
    status: Option<OneOrMany<String>>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Findings {
    filled: bool,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Stage {
    /// Fragments put in here.
    r#use: Option<OneOrMany<String>>,
    title: Words,
    /// What to do here, for people.
    help: Option<Words>,
    probability: Option<u8>,
    /// `10 working days`
    rots_after: Option<String>,
    next_step: Option<NextStep>,
    to_enter: Option<Vec<Need>>,
    to_go_on: Option<Vec<Need>>,
    on_enter: Option<Vec<Effect>>,
    on_leave: Option<Vec<Effect>>,
    /// Fields that only an amendment may change here.
    locks: Option<OneOrMany<String>>,
    /// Once here, a case never falls back to an earlier stage.
    no_way_back: Option<bool>,
    /// What may be done while the record stands here, for others to ask.
    permits: Option<OneOrMany<String>>,
    never_skip: Option<bool>,
    may_skip: Option<bool>,
    ends: Option<End>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
enum End {
    Won,
    Lost,
    Closed,
}

#[derive(JsonSchema)]
#[serde(untagged)]
enum NextStep {
    /// `required` or `not asked`
    Said(String),
    Planned(ElsePlan),
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct ElsePlan {
    else_plan: String,
    within: Option<String>,
    length: Option<String>,
}

/// One finding accepted.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Allow {
    code: String,
    at: String,
    why: String,
}

/// The JSON Schema of a process file, as published in docs/process.schema.json.
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(ProcessFile).to_value()
}
