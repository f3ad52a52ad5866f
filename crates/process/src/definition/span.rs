//! Lengths of time as the file writes them: `5 working days`, `1 hour`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// A length of time. Working units need a calendar, which the caller has (`sales`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "unit", content = "count", rename_all = "snake_case")]
pub enum Span {
    Minutes(u32),
    Hours(u32),
    Days(u32),
    Weeks(u32),
    Months(u32),
    WorkingHours(u32),
    WorkingDays(u32),
}

impl Span {
    /// Reads `10 working days`; `None` if it is no length of time.
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let count: u32 = words.next()?.parse().ok().filter(|count| (1..=10_000).contains(count))?;
        let unit = words.collect::<Vec<_>>().join(" ");
        Some(match unit.as_str() {
            "minute" | "minutes" => Span::Minutes(count),
            "hour" | "hours" => Span::Hours(count),
            "day" | "days" => Span::Days(count),
            "week" | "weeks" => Span::Weeks(count),
            "month" | "months" => Span::Months(count),
            "working hour" | "working hours" => Span::WorkingHours(count),
            "working day" | "working days" => Span::WorkingDays(count),
            _ => return None,
        })
    }

    pub fn is_working(self) -> bool {
        matches!(self, Span::WorkingHours(_) | Span::WorkingDays(_))
    }
}

/// Where a due date counts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The moment the case enters the stage.
    Entry,
    /// The moment the effect runs.
    Now,
    /// The moment the case started.
    Start,
    /// A date or instant field of the record.
    Field(String),
}

/// A due time of the file: `1 working day after entry`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    pub span: Span,
    pub before: bool,
    pub anchor: Anchor,
}

/// A due time of a step: its anchor has become a moment, the span is for the caller's calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueAt {
    pub span: Span,
    pub before: bool,
    pub from: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    Instant(Timestamp),
    Date(Date),
}
