//! What stands in the way, where, and how to put it right.

use crate::Words;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file cannot be published; the move cannot be made.
    Blocks,
    /// May be accepted: by `allow` in the file, by its id in a command.
    Warns,
}

/// The one act that mends a finding, offered beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mend", rename_all = "snake_case")]
pub enum Mend {
    /// Log an activity that took place. No types: any activity.
    Log {
        types: Vec<String>,
        outcome: Option<String>,
    },
    /// Plan activities, one of each type named. No types: any activity.
    Plan {
        types: Vec<String>,
    },
    Fill {
        field: String,
    },
    WriteNote,
    /// Attach a paper of this kind. None: any.
    Attach {
        kind: Option<String>,
        signed: bool,
    },
    /// Bring a strand on; `None`: those that are open.
    Strand {
        key: Option<String>,
        #[serde(default)]
        title: Words,
    },
    /// Link a person to the record.
    LinkContact,
    /// Look after the deals of the record.
    SeeDeals,
    /// Move another process on.
    Process {
        /// Its key.
        key: String,
        title: Words,
    },
    /// Close the open tasks of a kind; `None`: all of them.
    CloseTasks {
        kind: Option<String>,
    },
}

/// One finding, of the checker (`DW...`) or of a decision (a word, see [`code`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub code: &'static str,
    pub severity: Severity,
    /// Place in the definition's text, from 1; 0 where no text is meant.
    pub line: u32,
    pub column: u32,
    /// Path in the definition: `stages.discovery.to_go_on.0`.
    pub at: String,
    /// The need or ask that speaks, as `refused_by` and `accepts` name it.
    pub id: Option<String>,
    pub says: Words,
    pub hint: Words,
    pub mend: Option<Mend>,
}

impl Finding {
    pub fn blocks(&self) -> bool {
        self.severity == Severity::Blocks
    }
}

/// Codes of the findings of a decision.
pub mod code {
    /// The case has moved since the command was made up.
    pub const STALE: &str = "stale";
    pub const UNKNOWN_MOVE: &str = "unknown-move";
    /// The move does not leave the stage where the case stands.
    pub const NOT_FROM_HERE: &str = "not-from-here";
    /// No target, or one that the move cannot reach.
    pub const NO_TARGET: &str = "no-target";
    /// The taker holds none of the parts that may make this move.
    pub const NOT_YOURS: &str = "not-yours";
    pub const NEED: &str = "need";
    pub const ASK: &str = "ask";
    /// An answer that nobody asked for, or of the wrong type.
    pub const ANSWER: &str = "answer";
    pub const NEXT_STEP: &str = "next-step";
    pub const NO_OVERRIDE: &str = "no-override";
    /// A hand on a move that happens by itself.
    pub const BY_ITSELF: &str = "by-itself";
    /// The move's own condition does not hold.
    pub const NOT_NOW: &str = "not-now";
    /// A reopening after its time.
    pub const TOO_LATE: &str = "too-late";
    /// A field that only an amendment may change.
    pub const LOCKED: &str = "locked";
    /// The strand takes no moves where the case stands.
    pub const NO_STRAND: &str = "no-strand";
    /// Whoever agrees a second time.
    pub const AGREED: &str = "agreed";
    /// The case is on hold.
    pub const ON_HOLD: &str = "on-hold";
    /// Automatic moves that would go in a circle.
    pub const LOOP: &str = "loop";
}
