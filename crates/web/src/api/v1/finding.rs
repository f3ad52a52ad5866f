//! Findings of a process as the API writes them.

use serde::Serialize;
use utoipa::ToSchema;

use super::shared::Words;

/// One thing the process has to say: of a definition (`DW...`), or of a move.
#[derive(Debug, Serialize, ToSchema)]
pub struct Finding {
    /// A word for programs.
    pub code: String,
    /// `blocks`, or `warns`: a warning is passed by naming its `id` in `accepts`.
    pub severity: String,
    /// The need or ask that speaks.
    pub id: Option<String>,
    /// Path in the definition.
    pub at: String,
    /// Place in the definition's text, from 1; 0 where no text is meant.
    pub line: u32,
    pub column: u32,
    pub says: Words,
    pub hint: Words,
    pub mend: Option<Mend>,
}

/// The one act that mends a finding.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "mend", rename_all = "snake_case")]
pub enum Mend {
    /// Log an activity that took place; no types: any.
    #[schema(title = "MendLog")]
    Log { types: Vec<String>, outcome: Option<String> },
    /// Plan an activity of each type; no types: any.
    #[schema(title = "MendPlan")]
    Plan { types: Vec<String> },
    /// Fill a field.
    #[schema(title = "MendFill")]
    Fill { field: String },
    #[schema(title = "MendWriteNote")]
    WriteNote,
    /// Close the open tasks of a kind; null: all.
    #[schema(title = "MendCloseTasks")]
    CloseTasks { kind: Option<String> },
    /// Attach a document of a kind, signed where it says so; null: any.
    #[schema(title = "MendAttach")]
    Attach { kind: Option<String>, signed: bool },
    /// Bring on a strand, approval, hand-off or the hold; null: those that are open.
    #[schema(title = "MendStrand")]
    Strand { key: Option<String> },
    /// Link a person to the record.
    #[schema(title = "MendLinkContact")]
    LinkContact,
    /// Look after the deals of the record.
    #[schema(title = "MendSeeDeals")]
    SeeDeals,
    /// Move another process of the company on.
    #[schema(title = "MendProcess")]
    Process { key: String },
}

impl From<process::Finding> for Finding {
    fn from(finding: process::Finding) -> Finding {
        let severity = if finding.blocks() { "blocks" } else { "warns" };
        Finding {
            code: finding.code.to_owned(),
            severity: severity.to_owned(),
            id: finding.id,
            at: finding.at,
            line: finding.line,
            column: finding.column,
            says: finding.says.into(),
            hint: finding.hint.into(),
            mend: finding.mend.map(Mend::from),
        }
    }
}

impl From<process::Mend> for Mend {
    fn from(mend: process::Mend) -> Mend {
        match mend {
            process::Mend::Log { types, outcome } => Mend::Log { types, outcome },
            process::Mend::Plan { types } => Mend::Plan { types },
            process::Mend::Fill { field } => Mend::Fill { field },
            process::Mend::WriteNote => Mend::WriteNote,
            process::Mend::CloseTasks { kind } => Mend::CloseTasks { kind },
            process::Mend::Attach { kind, signed } => Mend::Attach { kind, signed },
            process::Mend::Strand { key, .. } => Mend::Strand { key },
            process::Mend::LinkContact => Mend::LinkContact,
            process::Mend::SeeDeals => Mend::SeeDeals,
            process::Mend::Process { key, .. } => Mend::Process { key },
        }
    }
}
