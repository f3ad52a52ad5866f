//! Questions that a preview asks, and the answers that a mapping keeps.

use serde::{Deserialize, Serialize};

use crate::{near::Candidate, target::Record};

/// Something in a file that has more than one meaning. Until it is answered its rows go to mend.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum Question {
    /// Dates of one form in one column that can be read day first or month first.
    DateForm {
        /// Which of the mapping's files, from 0.
        file: usize,
        column: String,
        /// `slashed`, `dashed`, `dotted` or `spaced`.
        form: String,
        /// Rows with a date of this form that has two readings.
        rows: u64,
        examples: Vec<String>,
        /// Names of forms, such as `day-month-year`.
        options: Vec<String>,
        /// The option that other dates of this column and form prove, if they all agree.
        proven: Option<String>,
    },
    /// Numbers such as `1,234` whose one separator may part thousands or decimals.
    NumberForm { file: usize, column: String, rows: u64, examples: Vec<String>, options: Vec<String> },
    /// A name that is not known, though one like it may be.
    NearMatch {
        file: usize,
        column: String,
        record: Record,
        value: String,
        rows: u64,
        candidates: Vec<Candidate>,
    },
    /// A word for a stage that the process does not have.
    Stage { file: usize, column: String, value: String, rows: u64, options: Vec<String> },
}

impl Question {
    /// How many rows wait for the answer.
    pub fn rows(&self) -> u64 {
        match self {
            Self::DateForm { rows, .. }
            | Self::NumberForm { rows, .. }
            | Self::NearMatch { rows, .. }
            | Self::Stage { rows, .. } => *rows,
        }
    }

    /// The column that it is about.
    pub fn column(&self) -> &str {
        match self {
            Self::DateForm { column, .. }
            | Self::NumberForm { column, .. }
            | Self::NearMatch { column, .. }
            | Self::Stage { column, .. } => column,
        }
    }
}

/// One question with what was chosen: an option of it, or for names and stages any other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub question: Question,
    pub choice: String,
}
