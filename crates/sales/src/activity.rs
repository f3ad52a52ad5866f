//! Something done or to be done with a client; a planned one of a deal is its next step.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::field::{self, Fault, FieldError, NAME_MOST, TEXT_MOST};

/// The outcomes that may be recorded; conditions of a process read them.
pub const OUTCOMES: [&str; 8] =
    ["reached", "no-answer", "voicemail", "interested", "undecided", "accepted", "declined", "done"];

/// What may be filled in of an activity. It takes time: the end is after the start (seed 003.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityFields {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub subject: String,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub owner_id: Option<i64>,
    pub person_id: Option<i64>,
    #[serde(default)]
    pub words: String,
}

impl ActivityFields {
    /// Every fault of the fields by themselves.
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        field::check_text(&mut faults, "type", &self.kind, true, NAME_MOST);
        field::check_text(&mut faults, "subject", &self.subject, false, NAME_MOST);
        field::check_text(&mut faults, "words", &self.words, false, TEXT_MOST);
        if self.ends_at <= self.starts_at {
            faults.push(FieldError::new("ends_at", Fault::EndsBeforeStart));
        }
        faults
    }
}

/// How a deal's next step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NextStep {
    Overdue,
    Today,
    Planned,
    Missing,
}

impl NextStep {
    pub const ALL: [NextStep; 4] = [NextStep::Overdue, NextStep::Today, NextStep::Planned, NextStep::Missing];

    /// Judged by the start of the earliest open activity, in the zone of the one who looks: what began before now is
    /// overdue, also earlier today.
    pub fn of(starts_at: Option<Timestamp>, now: Timestamp, zone: &jiff::tz::TimeZone) -> NextStep {
        let Some(starts_at) = starts_at else { return NextStep::Missing };
        if starts_at < now {
            return NextStep::Overdue;
        }
        match zone.to_datetime(starts_at).date() == zone.to_datetime(now).date() {
            true => NextStep::Today,
            false => NextStep::Planned,
        }
    }

    pub fn key(self) -> &'static str {
        match self {
            NextStep::Overdue => "overdue",
            NextStep::Today => "today",
            NextStep::Planned => "planned",
            NextStep::Missing => "missing",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// Seed 003.7.
    #[test]
    fn an_activity_without_duration_is_a_fault() {
        let activity = ActivityFields {
            kind: "call".into(),
            subject: String::new(),
            starts_at: at("2026-11-23T09:00:00Z"),
            ends_at: at("2026-11-23T09:00:00Z"),
            owner_id: None,
            person_id: None,
            words: String::new(),
        };
        assert_eq!(activity.faults(), [FieldError::new("ends_at", Fault::EndsBeforeStart)]);
    }

    #[test]
    fn a_next_step_is_judged_by_the_day_of_the_one_who_looks() {
        let now = at("2026-11-23T22:30:00Z");
        let zone = jiff::tz::TimeZone::get("Europe/Moscow").unwrap();
        let step = |text: &str| NextStep::of(Some(at(text)), now, &zone);
        assert_eq!(step("2026-11-23T22:00:00Z"), NextStep::Overdue);
        assert_eq!(step("2026-11-24T08:00:00Z"), NextStep::Today);
        assert_eq!(step("2026-11-24T21:30:00Z"), NextStep::Planned);
        assert_eq!(NextStep::of(None, now, &zone), NextStep::Missing);
    }
}
