//! Days as the house works: those behind, counted back from today, and those to come.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use sales::WorkingTime;

/// A year and a half of working days, and as long as the longest deal lasts.
const BEHIND: usize = 560;

pub struct Almanac {
    pub calendar: WorkingTime,
    pub now: Timestamp,
    /// Working days before today, the last one first.
    past: Vec<Date>,
}

impl Almanac {
    pub fn new(calendar: WorkingTime, now: Timestamp) -> Almanac {
        let today = calendar.day_of(now);
        let days = (1..).map(|back: i64| today.saturating_sub(back.days()));
        // A house that never works still has days behind it.
        let works = (0..7).any(|ahead: i64| calendar.hours_on(today.saturating_add(ahead.days())).is_some());
        let past = days.filter(|day| !works || calendar.hours_on(*day).is_some()).take(BEHIND).collect();
        Almanac { calendar, now, past }
    }

    pub fn today(&self) -> Date {
        self.calendar.day_of(self.now)
    }

    /// So many working days before today; 1 is the last one.
    pub fn behind(&self, days: u32) -> Date {
        let at = (days.max(1) as usize - 1).min(self.past.len().saturating_sub(1));
        self.past.get(at).copied().unwrap_or_else(|| self.today())
    }

    /// So many working days from today, behind it where the number is below zero.
    pub fn working_day(&self, ahead: i32) -> Date {
        match ahead {
            ..0 => self.behind(ahead.unsigned_abs()),
            _ => self.calendar.nth_day_after(self.now, ahead.unsigned_abs()),
        }
    }

    /// So many minutes after a day's opening.
    pub fn at(&self, day: Date, minutes: u32) -> Timestamp {
        let open = self.calendar.hours_on(day).map(|(open, _)| open);
        let open =
            open.or_else(|| self.calendar.zone.to_zoned(day.at(9, 0, 0, 0)).ok().map(|at| at.timestamp()));
        let open = open.unwrap_or(self.now);
        open.saturating_add(SignedDuration::from_mins(i64::from(minutes))).unwrap_or(open)
    }

    /// A day's close.
    pub fn close_of(&self, day: Date) -> Timestamp {
        self.calendar.hours_on(day).map_or_else(|| self.at(day, 540), |(_, close)| close)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_house_works() {
        let calendar = WorkingTime::new(jiff::tz::TimeZone::UTC);
        let almanac = Almanac::new(calendar, "2026-11-23T01:30:00Z".parse().unwrap());
        assert_eq!(almanac.behind(1).to_string(), "2026-11-20");
        assert_eq!(almanac.working_day(-3).to_string(), "2026-11-18");
        assert_eq!(almanac.working_day(0).to_string(), "2026-11-23");
        assert_eq!(almanac.working_day(5).to_string(), "2026-11-30");
        assert!(almanac.behind(9_999) < almanac.behind(500));
    }
}
