//! How a planned moment stands to now: late, today, ahead.

use jiff::Timestamp;

use super::Speech;

const MICROS_AN_HOUR: i64 = 3_600_000_000;

/// Where a planned instant stands for its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lateness {
    /// Its day has passed, by this many days (1 or more).
    Days(i32),
    /// It was to happen earlier today, this many whole hours ago (0 is less than one).
    Hours(i32),
    /// Still to come today.
    Today,
    /// On a later day.
    Ahead,
}

impl Lateness {
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Days(_) | Self::Hours(_))
    }
}

impl Speech {
    /// Where `at` stands now. Days are the reader's civil days, so an evening call is a day late next morning.
    #[must_use]
    pub fn lateness(&self, at: Timestamp) -> Lateness {
        let days = self.day_of(at).until(self.today()).map_or(0, |span| span.get_days());
        match days {
            1.. => Lateness::Days(days),
            0 if at < self.now => {
                let hours = (self.now.as_microsecond() - at.as_microsecond()) / MICROS_AN_HOUR;
                Lateness::Hours(i32::try_from(hours).unwrap_or(i32::MAX))
            }
            0 => Lateness::Today,
            _ => Lateness::Ahead,
        }
    }

    /// How late, or else when: "2 days late", "1 hour late", "Today 14:30", "Wed 25 Nov".
    #[must_use]
    pub fn late_or_when(&self, at: Timestamp) -> String {
        match self.lateness(at) {
            Lateness::Days(days) => self.t_with("late-days", &[("days", days.into())]),
            Lateness::Hours(0) => self.t("late-now"),
            Lateness::Hours(hours) => self.t_with("late-hours", &[("hours", hours.into())]),
            Lateness::Today => self.when(at),
            Lateness::Ahead => self.day(self.day_of(at)),
        }
    }

    /// How long a stay is or was: "9 days", «9 дней».
    #[must_use]
    pub fn days(&self, days: i64) -> String {
        self.t_with("days", &[("days", days.into())])
    }
}
