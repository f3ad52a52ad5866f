//! The event spine: what happened, once. Timeline, notifications, audit and feeds are read from these.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::activity::ActivityFields;

/// A changed field with its values before and after, as the API writes them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub field: String,
    pub before: Value,
    pub after: Value,
}

/// How a deal stood before a move: what taking the move back restores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Before {
    pub status: String,
    /// Per cent, the stage's.
    pub probability: i64,
    pub entered_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    pub lost_reason: Option<String>,
    /// What stood open on the case, as JSON.
    pub findings: String,
    /// Fields that the move wrote.
    pub changes: Vec<Change>,
    /// Strands that the move brought on, by key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strands: Vec<Change>,
}

/// What happened. The record it happened to, when and by whom stand in the row beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    CompanyCreated {
        name: String,
    },
    CompanyChanged {
        changes: Vec<Change>,
    },
    PersonCreated {
        name: String,
    },
    PersonChanged {
        changes: Vec<Change>,
    },
    DealCreated {
        name: String,
        stage: String,
    },
    DealChanged {
        changes: Vec<Change>,
    },
    Archived {
        name: String,
    },
    Restored {
        name: String,
    },
    DealAssigned {
        from: i64,
        to: i64,
    },
    /// A case of a process began on a company.
    CaseStarted {
        process: String,
        /// Id of the published version.
        version: i64,
        stage: String,
    },
    CaseMoved {
        /// The process and its published version, where the record may run several.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        process: Option<(String, i64)>,
        move_key: String,
        kind: String,
        /// The strand that moved; `from` and `to` are then its states.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        strand: Option<String>,
        from: String,
        to: String,
        answers: BTreeMap<String, Value>,
        accepted: Vec<String>,
        overridden: Option<String>,
        facts: BTreeMap<String, Value>,
        /// Where the deal stood, for taking the move back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Box<Before>>,
    },
    CasePlaced {
        stage: String,
        entered_at: Timestamp,
        findings: Vec<String>,
    },
    ActivityPlanned {
        activity: i64,
        kind: String,
        subject: String,
        starts_at: Timestamp,
        ends_at: Timestamp,
        owner: i64,
        by_process: bool,
    },
    ActivityMoved {
        activity: i64,
        kind: String,
        before: Timestamp,
        after: Timestamp,
        postponed: bool,
        /// As it was planned before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fields: Option<Box<ActivityFields>>,
    },
    ActivityDone {
        activity: i64,
        kind: String,
        subject: String,
        started_at: Timestamp,
        minutes: i64,
        outcome: Option<String>,
        words: String,
        findings: String,
        /// As it had been planned; none where it was only logged.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        planned: Option<Box<ActivityFields>>,
    },
    ActivityCancelled {
        activity: i64,
        kind: String,
        subject: String,
    },
    TaskCreated {
        task: i64,
        title: String,
        owner: Option<i64>,
        queue: Option<String>,
        due_at: Option<Timestamp>,
        by_process: bool,
    },
    TaskDone {
        task: i64,
        title: String,
    },
    TaskReopened {
        task: i64,
        title: String,
    },
    NoteWritten {
        note: i64,
        body: String,
        by_process: bool,
    },
    FileAttached {
        file: i64,
        name: String,
        /// The media type.
        media: String,
        /// Bytes.
        size: i64,
    },
    /// A file was said to be a paper; `document` is empty where it is none.
    FileDescribed {
        file: i64,
        name: String,
        document: String,
        signed: bool,
        /// What it was said to be.
        before: (String, bool),
    },
    FileRemoved {
        file: i64,
        name: String,
    },
    /// An act was taken back; `events` are the kinds of what it had done.
    Undone {
        act: i64,
        events: Vec<String>,
    },
    ImportFinished {
        import: i64,
        title: String,
        imported: i64,
        mend: i64,
    },
    ImportUndone {
        import: i64,
        title: String,
        removed: i64,
        kept: i64,
    },
}

impl Event {
    /// The process and its published version that an event of a case names itself; a deal's case names none.
    pub fn process(&self) -> Option<(&str, i64)> {
        match self {
            Event::CaseStarted { process, version, .. } => Some((process, *version)),
            Event::CaseMoved { process: Some((process, version)), .. } => Some((process, *version)),
            _ => None,
        }
    }

    /// The key kept beside the body, by which timelines filter.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::CompanyCreated { .. } => "company-created",
            Event::CompanyChanged { .. } => "company-changed",
            Event::PersonCreated { .. } => "person-created",
            Event::PersonChanged { .. } => "person-changed",
            Event::DealCreated { .. } => "deal-created",
            Event::DealChanged { .. } => "deal-changed",
            Event::Archived { .. } => "archived",
            Event::Restored { .. } => "restored",
            Event::DealAssigned { .. } => "deal-assigned",
            Event::CaseStarted { .. } => "case-started",
            Event::CaseMoved { .. } => "case-moved",
            Event::CasePlaced { .. } => "case-placed",
            Event::ActivityPlanned { .. } => "activity-planned",
            Event::ActivityMoved { .. } => "activity-moved",
            Event::ActivityDone { .. } => "activity-done",
            Event::ActivityCancelled { .. } => "activity-cancelled",
            Event::TaskCreated { .. } => "task-created",
            Event::TaskDone { .. } => "task-done",
            Event::TaskReopened { .. } => "task-reopened",
            Event::NoteWritten { .. } => "note-written",
            Event::FileAttached { .. } => "file-attached",
            Event::FileDescribed { .. } => "file-described",
            Event::FileRemoved { .. } => "file-removed",
            Event::Undone { .. } => "undone",
            Event::ImportFinished { .. } => "import-finished",
            Event::ImportUndone { .. } => "import-undone",
        }
    }
}
