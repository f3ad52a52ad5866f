//! The JSON Schema of a process file, for editors. These shapes only describe; `read` is what reads.

#![expect(dead_code, reason = "the shapes are read by the schema derive alone")]

use schemars::JsonSchema;
use std::collections::BTreeMap;

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
    /// This case is the record's stage.
    main: Option<bool>,
    starts: Starts,
    /// Whose calendar counts working time.
    working_time: Option<String>,
    /// Who acts: a field, `head of PART`, or `queue NAME`.
    parts: Option<Map<String>>,
    facts: Option<Map<Fact>>,
    stages: Map<Stage>,
    /// Asked on every move forward.
    always: Option<Vec<Need>>,
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
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Source {
    Activity,
    Task,
    Note,
}

#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Column {
    StartedAt,
    EndedAt,
    CreatedAt,
    DueAt,
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
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Findings {
    filled: bool,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Stage {
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

/// What must hold: one of fields, activity, note, task, if.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Need {
    id: Option<String>,
    /// block or warn.
    level: Option<String>,
    only_if: Option<String>,
    firm: Option<bool>,
    say: Option<Words>,
    mend: Option<Mend>,
    fields: Option<OneOrMany<String>>,
    activity: Option<ActivityNeed>,
    note: Option<NoteNeed>,
    task: Option<TaskNeed>,
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

/// Where a need is put right.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Mend {
    log: Option<OneOrMany<String>>,
    outcome: Option<String>,
    plan: Option<OneOrMany<String>>,
    fill: Option<String>,
    write: Option<String>,
    close: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Move {
    title: Words,
    kind: Option<MoveKind>,
    /// A stage, stages, or `every open stage`.
    from: OneOrMany<String>,
    /// A stage, `any visited`, or `last open`.
    to: String,
    by: Option<OneOrMany<String>>,
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
}

#[derive(JsonSchema)]
#[serde(untagged)]
enum Ask {
    Field(String),
    Said(AskMap),
}

/// A field, an answer (text or one_of), or a plan.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskMap {
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
struct Choice {
    title: Option<Words>,
    ask: Option<Vec<Ask>>,
}

/// One effect.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Effect {
    create_task: Option<CreateTask>,
    plan_activity: Option<PlanActivity>,
    set_field: Option<SetField>,
    note: Option<Note>,
    notify: Option<Notify>,
    /// entry, or case (on_enter only).
    once: Option<String>,
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

/// One finding accepted.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Allow {
    code: String,
    at: String,
    why: String,
}

/// Given, when, then.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Story {
    name: String,
    cites: Option<OneOrMany<serde_json::Value>>,
    given: Option<Given>,
    steps: Vec<Step>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Given {
    stage: Option<String>,
    visited: Option<OneOrMany<String>>,
    fields: Option<Map<serde_json::Value>>,
    activities: Option<Vec<Activity>>,
    tasks: Option<Vec<TaskKind>>,
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
    changes: Option<Map<serde_json::Value>>,
    logs: Option<Activity>,
    completes: Option<Activity>,
    writes: Option<String>,
    closes: Option<TaskKind>,
    passes: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Then {
    stage: Option<String>,
    refused_by: Option<OneOrMany<String>>,
    warned_by: Option<OneOrMany<String>>,
    flagged: Option<OneOrMany<String>>,
    offered: Option<OneOrMany<String>>,
    fields: Option<Map<serde_json::Value>>,
    made: Option<Map<OneOrMany<Made>>>,
    not_made: Option<OneOrMany<String>>,
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

/// The JSON Schema of a process file, as published in processes/process.schema.json.
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(ProcessFile).to_value()
}
