//! Facts: all that a condition may know beyond the record's own fields. A store turns them into SQL.

use crate::{Case, Type};
use jiff::Timestamp;
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// At least one row: `Value::Bool`.
    Any,
    /// No row: `Value::Bool`.
    None,
    /// How many rows: `Value::Int`.
    Count,
    /// The greatest value of `of`: `Value::Instant`, or `Absent` without rows.
    Latest,
    /// The least value of `of`.
    Earliest,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    Activity,
    Task,
    Note,
    /// Papers: files on the record that say what they are.
    Document,
    /// Deals of a company.
    Deal,
    /// People linked to the record.
    Contact,
}

/// The instant columns that `of` may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    StartedAt,
    EndedAt,
    /// When the row was written; of a note, when it was made.
    CreatedAt,
    DueAt,
}

/// One condition on the rows; a fact's filters are a conjunction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "filter", content = "value", rename_all = "snake_case")]
pub enum Filter {
    /// Activities of one of these types.
    Type(Vec<String>),
    /// Planned and not yet done (true), or not (false).
    Planned(bool),
    /// Completed (true) or not (false): activities and tasks.
    Done(bool),
    /// Tasks still to be done, deals not over yet (true).
    Open(bool),
    Outcome(Vec<String>),
    /// Tasks or documents of one of these kinds.
    Kind(Vec<String>),
    /// Documents that are signed (true), or not (false).
    Signed(bool),
    /// Activities with findings written down (true).
    FindingsFilled(bool),
    /// Deals that run one of these processes.
    Process(Vec<String>),
    /// Contacts of one of these statuses.
    Status(Vec<String>),
}

/// From when on rows count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Since {
    /// At whatever time: of what stands rather than happens.
    Ever,
    Case,
    Entry,
    /// Since the stage was last entered; before that, nothing counts.
    Stage(String),
}

impl Since {
    /// The instant from which rows count (inclusive); `None`: the stage was never entered, no row counts.
    pub fn instant(&self, case: &Case) -> Option<Timestamp> {
        match self {
            Since::Ever => Some(Timestamp::MIN),
            Since::Case => Some(case.started_at),
            Since::Entry => Some(case.entered_at),
            Since::Stage(stage) if *stage == case.stage => Some(case.entered_at),
            Since::Stage(stage) => {
                case.visits.iter().rev().find(|visit| visit.stage == *stage).map(|visit| visit.entered_at)
            }
        }
    }
}

/// Whose rows count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    Record,
    /// The company's own and those of every company below it.
    CompanyTree,
}

/// A fact of the file, or one that a typed need made (its key then starts with `~`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactSpec {
    pub key: String,
    pub measure: Measure,
    pub source: Source,
    /// The column of `latest` and `earliest`.
    pub of: Option<Column>,
    pub filters: Vec<Filter>,
    pub since: Since,
    pub from: Reach,
}

impl FactSpec {
    pub fn kind(&self) -> Type {
        match self.measure {
            Measure::Any | Measure::None => Type::Bool,
            Measure::Count => Type::Int,
            Measure::Latest | Measure::Earliest => Type::Instant,
        }
    }
}
