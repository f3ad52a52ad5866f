//! What is wrong with a field that was typed in: which field, what, and how to mend it.

use serde::Serialize;

/// The kinds of fault; each has a sentence in both languages under `fault-<key>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum Fault {
    Required,
    TooLong {
        most: usize,
    },
    NotAMail,
    NotANumber,
    NotAnAmount,
    NotADate,
    NotATime,
    NotACurrency,
    NotAPercent,
    NotAZone,
    Negative,
    EndsBeforeStart,
    Unknown {
        value: String,
    },
    Taken {
        by: String,
    },
    TooShort {
        least: usize,
    },
    InThePast,
    WouldLoop,
    ClientRequired,
    StillUsed,
    /// A file of no bytes.
    Empty,
    /// A file of more than so many bytes.
    TooLarge {
        most: u64,
    },
}

impl Fault {
    /// The key of the sentence that explains the fault.
    pub fn key(&self) -> &'static str {
        match self {
            Fault::Required => "required",
            Fault::TooLong { .. } => "too-long",
            Fault::NotAMail => "not-a-mail",
            Fault::NotANumber => "not-a-number",
            Fault::NotAnAmount => "not-an-amount",
            Fault::NotADate => "not-a-date",
            Fault::NotATime => "not-a-time",
            Fault::NotACurrency => "not-a-currency",
            Fault::NotAPercent => "not-a-percent",
            Fault::NotAZone => "not-a-zone",
            Fault::Negative => "negative",
            Fault::EndsBeforeStart => "ends-before-start",
            Fault::Unknown { .. } => "unknown",
            Fault::Taken { .. } => "taken",
            Fault::TooShort { .. } => "too-short",
            Fault::InThePast => "in-the-past",
            Fault::WouldLoop => "would-loop",
            Fault::ClientRequired => "client-required",
            Fault::StillUsed => "still-used",
            Fault::Empty => "empty",
            Fault::TooLarge { .. } => "too-large",
        }
    }

    /// The values that the sentence names.
    pub fn detail(&self) -> Option<String> {
        match self {
            Fault::TooLong { most } => Some(most.to_string()),
            Fault::TooShort { least } => Some(least.to_string()),
            Fault::Unknown { value } => Some(value.clone()),
            Fault::Taken { by } => Some(by.clone()),
            Fault::TooLarge { most } => Some(megabytes(*most)),
            _ => None,
        }
    }
}

/// Bytes in megabytes of 2^20, to two places where it is not a whole number of them.
fn megabytes(bytes: u64) -> String {
    const MEGABYTE: u64 = 1 << 20;
    match bytes % MEGABYTE {
        0 => (bytes / MEGABYTE).to_string(),
        _ => format!("{:.2}", bytes as f64 / MEGABYTE as f64),
    }
}

/// One fault at one field, named as the form and the API name it (`amount`, `mails`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldError {
    pub field: String,
    #[serde(flatten)]
    pub fault: Fault,
}

impl FieldError {
    pub fn new(field: &str, fault: Fault) -> FieldError {
        FieldError { field: field.to_owned(), fault }
    }
}

/// The longest name of anything, in characters.
pub const NAME_MOST: usize = 200;
/// The longest line, such as an address, in characters.
pub const LINE_MOST: usize = 500;
/// The longest free text, in characters.
pub const TEXT_MOST: usize = 20_000;

/// Checks a text's length; an empty one is at fault only where it is required.
pub fn check_text(faults: &mut Vec<FieldError>, field: &str, text: &str, required: bool, most: usize) {
    if required && text.trim().is_empty() {
        faults.push(FieldError::new(field, Fault::Required));
    } else if text.chars().count() > most {
        faults.push(FieldError::new(field, Fault::TooLong { most }));
    }
}
