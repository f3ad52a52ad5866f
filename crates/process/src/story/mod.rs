//! Stories: given, when, then. They are the definition's own tests, read with it and run by the same `decide`.

mod compare;
mod run;
mod world;

pub use run::run;

use crate::definition::{Filter, Since, Span};
use crate::text::Spot;
use crate::{Command, Finding, Value};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Story {
    pub name: String,
    /// Statements of the source it shows: `003.30`.
    pub cites: Vec<String>,
    #[serde(skip)]
    pub(crate) given: Given,
    #[serde(skip)]
    pub(crate) steps: Vec<StoryStep>,
}

/// How a story went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoryResult {
    pub name: String,
    pub cites: Vec<String>,
    pub passed: bool,
    /// DW901, one for each expectation that failed.
    pub findings: Vec<Finding>,
}

/// An activity of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Activity {
    pub kind: String,
    pub done: bool,
    pub outcome: Option<String>,
    pub findings: bool,
}

/// A document of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Paper {
    pub kind: String,
    pub signed: bool,
}

/// The state a story begins in; what it leaves out is the smallest valid record.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    pub stage: Option<String>,
    pub visited: Vec<String>,
    /// States of strands, by key.
    pub strands: Vec<(String, String)>,
    pub fields: Vec<(String, Value)>,
    pub activities: Vec<Activity>,
    /// Open tasks, by kind.
    pub tasks: Vec<Option<String>>,
    pub documents: Vec<Paper>,
    pub deals: Vec<Deal>,
    /// Statuses of people linked to the record.
    pub contacts: Vec<String>,
    pub notes: u32,
    /// Some other planned activity is there, as a valid open deal has one.
    pub next_step: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct StoryStep {
    pub when: When,
    pub then: Option<Then>,
    pub spot: Spot,
}

#[derive(Clone, Debug)]
pub(crate) enum When {
    /// A new record starts its case.
    Starts {
        plans: Vec<String>,
    },
    /// `by`: the part the taker holds; `None`: all of them.
    Moves {
        command: Box<Command>,
        plans: Vec<String>,
        by: Option<String>,
    },
    /// A move of a strand: its key and the words of the moves that it may be, of which the state allows one.
    Strand {
        strand: String,
        word: String,
        command: Box<Command>,
        by: Option<String>,
    },
    Changes(Vec<(String, Value)>),
    Logs(Activity),
    Plans(String),
    Attaches(Paper),
    /// Completes the planned activity of this type; `plans` are given in the same dialog.
    Completes {
        activity: Activity,
        plans: Vec<String>,
    },
    WritesNote,
    /// A deal of the company is changed.
    ChangesDeal(Deal),
    ClosesTasks(Option<String>),
    Passes(Span),
}

/// A deal of the company.
#[derive(Clone, Debug)]
pub(crate) struct Deal {
    pub process: Option<String>,
    pub open: bool,
}

/// What is expected; only what is named is compared.
#[derive(Clone, Debug, Default)]
pub(crate) struct Then {
    pub stage: Option<String>,
    /// Moves taken, by hand and by themselves, in their order.
    pub moves: Option<Vec<String>>,
    /// `loop`.
    pub error: Option<String>,
    pub refused_by: Option<Vec<String>>,
    pub warned_by: Option<Vec<String>>,
    pub flagged: Option<Vec<String>>,
    pub offered: Option<Vec<String>>,
    pub fields: Vec<(String, Value)>,
    /// States of strands, by key; `absent` for one that is not there.
    pub strands: Vec<(String, String)>,
    pub made: Vec<Made>,
    pub not_made: Vec<String>,
    /// Strands whose open tasks the step ended.
    pub ended: Vec<String>,
    /// `process.move` of other processes that it took.
    pub moved: Option<Vec<String>>,
    /// Processes that it started.
    pub started: Option<Vec<String>>,
    pub notified: Vec<(String, usize)>,
    pub next_step: Option<bool>,
}

/// Something a step made: `task`, `note` or `activity`, with what is said of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made {
    pub what: String,
    pub part: Option<String>,
    pub kind: Option<String>,
    pub title: Option<String>,
    pub to: Option<String>,
    pub times: Option<usize>,
}

/// How facts are measured over a story's rows: the executable meaning that a store's SQL must share.
pub(crate) fn admits(filters: &[Filter], row: &world::Row) -> bool {
    filters.iter().all(|filter| row.passes(filter))
}

pub(crate) fn counts(since: &Since, row: &world::Row, case: &crate::Case) -> bool {
    since.instant(case).is_some_and(|from| row.at >= from)
}
