//! A row that cannot be written yet: kept whole, with what is wrong.

use serde::{Deserialize, Serialize};

use crate::{near::Candidate, says::Says, target::Record};

/// A row to mend. Nothing of it is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mend {
    /// The line of the file on which the row begins, from 1.
    pub line: u64,
    /// Header and text, as in the file; values beyond the header are called `column 9` and so on.
    pub raw: Vec<(String, String)>,
    /// At least one.
    pub reasons: Vec<Reason>,
}

/// One thing that is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub code: ReasonCode,
    /// The header of the column where it can be put right.
    pub column: Option<String>,
    pub says: Says,
}

/// What kind of fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonCode {
    /// More or fewer values than the header has columns.
    ColumnCount,
    /// A field that a record cannot be without.
    Missing,
    /// A deal without company and person (seed 001.16).
    ClientMissing,
    NotADate,
    /// The date has two readings and nobody has said which is meant.
    AmbiguousDate,
    NotANumber,
    /// The number has two readings and nobody has said which is meant.
    AmbiguousNumber,
    /// More decimals than the currency has.
    TooFine,
    TooLarge,
    Negative,
    UnknownCurrency,
    NotAnAddress,
    UnknownStage,
    /// No record of this name.
    NotFound,
    /// The database would not take it.
    Refused,
}

impl Reason {
    pub(crate) fn new(code: ReasonCode, column: Option<&str>, en: String, ru: String) -> Self {
        Self { code, column: column.map(ToOwned::to_owned), says: Says { en, ru } }
    }

    /// No record of this name is known; `near` are names that may be meant. For who writes the drafts.
    pub fn not_found(column: Option<&str>, record: Record, name: &str, near: &[Candidate]) -> Self {
        let hint = near.first().map(|candidate| candidate.name.as_str());
        let en = hint.map_or(String::new(), |near| format!(" Is it {near:?}?"));
        let ru = hint.map_or(String::new(), |near| format!(" Может быть, «{near}»?"));
        let kind = match record {
            Record::Deal => "сделки",
            Record::Company => "компании",
            Record::Person => "контакта",
            Record::Member => "сотрудника",
            Record::Product => "товара",
        };
        Self::new(
            ReasonCode::NotFound,
            column,
            format!("There is no {} called {name:?}.{en}", record.name()),
            format!("Нет {kind} с названием «{name}».{ru}"),
        )
    }
    /// The process has no such stage. For who writes the drafts.
    pub fn unknown_stage(column: Option<&str>, stage: &str) -> Self {
        Self::new(
            ReasonCode::UnknownStage,
            column,
            format!("The process has no stage {stage:?}."),
            format!("В процессе нет этапа «{stage}»."),
        )
    }
}
