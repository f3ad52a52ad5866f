//! Working time: hours of each weekday in a zone, less holidays. Counting follows the process language, section
//! 10: `N working days after` ends with the Nth working day after the anchor's local day.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use serde::{Deserialize, Serialize};

/// Opening and closing minute of each weekday, Monday first; none is a free day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingHours(pub [Option<(i16, i16)>; 7]);

impl Default for WorkingHours {
    /// Monday to Friday, 9:00 to 18:00.
    fn default() -> WorkingHours {
        let day = Some((9 * 60, 18 * 60));
        WorkingHours([day, day, day, day, day, None, None])
    }
}

/// Looking further than this for a working day means that there is none.
const SEARCH_DAYS: i32 = 4000;

/// A working calendar.
#[derive(Clone, Debug)]
pub struct WorkingTime {
    pub zone: TimeZone,
    pub hours: WorkingHours,
    pub holidays: BTreeSet<Date>,
}

impl WorkingTime {
    pub fn new(zone: TimeZone) -> WorkingTime {
        WorkingTime { zone, hours: WorkingHours::default(), holidays: BTreeSet::new() }
    }

    /// The civil day of an instant here.
    pub fn day_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// Opening and closing of a working day; none on a free one.
    pub fn hours_on(&self, day: Date) -> Option<(Timestamp, Timestamp)> {
        if self.holidays.contains(&day) {
            return None;
        }
        let (open, close) = self.hours.0[day.weekday().to_monday_zero_offset() as usize]?;
        Some((self.at(day, open)?, self.at(day, close)?))
    }

    /// The first working day on or after `day`.
    pub fn working_day_from(&self, day: Date) -> Date {
        self.days_after(day).find(|day| self.hours_on(*day).is_some()).unwrap_or(day)
    }

    /// The Nth working day after the anchor's local day.
    pub fn nth_day_after(&self, anchor: Timestamp, days: u32) -> Date {
        let from = self.day_of(anchor);
        if days == 0 {
            return self.working_day_from(from);
        }
        self.days_after(from)
            .skip(1)
            .filter(|day| self.hours_on(*day).is_some())
            .nth(days as usize - 1)
            .unwrap_or_else(|| from.saturating_add((days as i64).days()))
    }

    /// The close of the Nth working day after the anchor's local day.
    pub fn working_days_after(&self, anchor: Timestamp, days: u32) -> Timestamp {
        let day = self.nth_day_after(anchor, days);
        self.hours_on(day).map_or_else(|| self.end_of_day(day), |(_, close)| close)
    }

    /// The end of the Nth civil day after the anchor.
    pub fn days_after_end(&self, anchor: Timestamp, days: u32) -> Timestamp {
        self.end_of_day(self.day_of(anchor).saturating_add(i64::from(days).days()))
    }

    /// The first free slot of `minutes` within working hours on or after `from`, at quarter hours, that meets none of
    /// the `taken` spans (sorted by start).
    pub fn next_slot(
        &self,
        from: Timestamp,
        minutes: i64,
        taken: &[(Timestamp, Timestamp)],
    ) -> (Timestamp, Timestamp) {
        for day in self.days_after(self.day_of(from)) {
            let Some((open, close)) = self.hours_on(day) else { continue };
            if let Some(start) = free_start(open.max(from), close, minutes, taken) {
                return (start, start.saturating_add(minutes.minutes()).unwrap_or(start));
            }
        }
        (from, from.saturating_add(minutes.minutes()).unwrap_or(from))
    }

    /// Whole working days between two instants' local days: 0 on the same day.
    pub fn working_days_between(&self, from: Timestamp, to: Timestamp) -> u32 {
        let last = self.day_of(to);
        let days = self.days_after(self.day_of(from)).skip(1).take_while(|day| *day <= last);
        days.filter(|day| self.hours_on(*day).is_some()).count() as u32
    }

    fn days_after(&self, day: Date) -> impl Iterator<Item = Date> {
        (0..SEARCH_DAYS).map(move |n| day.saturating_add(n.days()))
    }

    fn end_of_day(&self, day: Date) -> Timestamp {
        self.at(day.saturating_add(1.day()), 0).unwrap_or(Timestamp::MAX)
    }

    fn at(&self, day: Date, minute: i16) -> Option<Timestamp> {
        let (day, minute) = if minute >= 24 * 60 { (day.saturating_add(1.day()), 0) } else { (day, minute) };
        let time = Time::new((minute / 60) as i8, (minute % 60) as i8, 0, 0).ok()?;
        self.zone.to_zoned(day.to_datetime(time)).ok().map(|at: Zoned| at.timestamp())
    }
}

const QUARTER: i64 = 15 * 60;

/// The first quarter hour in `open..close` that leaves `minutes` free.
fn free_start(
    open: Timestamp,
    close: Timestamp,
    minutes: i64,
    taken: &[(Timestamp, Timestamp)],
) -> Option<Timestamp> {
    let mut start = (open.as_second() + QUARTER - 1).div_euclid(QUARTER) * QUARTER;
    let length = minutes * 60;
    while start + length <= close.as_second() {
        let end = start + length;
        let met = taken.iter().find(|(from, to)| from.as_second() < end && to.as_second() > start);
        match met {
            None => return Timestamp::from_second(start).ok(),
            Some((_, to)) => {
                start = (to.as_second().max(start + 1) + QUARTER - 1).div_euclid(QUARTER) * QUARTER
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn london() -> WorkingTime {
        let mut calendar = WorkingTime::new(TimeZone::get("Europe/London").unwrap());
        calendar.holidays.insert(jiff::civil::date(2026, 12, 25));
        calendar
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn working_days_pass_over_the_weekend_and_holidays() {
        let calendar = london();
        let thursday = at("2026-12-24T10:00:00Z");
        assert_eq!(calendar.working_days_after(thursday, 1), at("2026-12-28T18:00:00Z"));
        assert_eq!(calendar.working_days_between(thursday, at("2026-12-29T09:00:00Z")), 2);
    }

    #[test]
    fn a_slot_starts_at_a_quarter_hour_and_meets_nothing_planned() {
        let calendar = london();
        let taken = [(at("2026-11-23T09:00:00Z"), at("2026-11-23T10:05:00Z"))];
        let (start, end) = calendar.next_slot(at("2026-11-21T12:00:00Z"), 60, &taken);
        assert_eq!((start, end), (at("2026-11-23T10:15:00Z"), at("2026-11-23T11:15:00Z")));
    }

    #[test]
    fn summer_time_keeps_the_clock_hour() {
        let calendar = london();
        let close = calendar.working_days_after(at("2026-03-27T10:00:00Z"), 1);
        assert_eq!(close, at("2026-03-30T17:00:00Z"));
    }

    #[test]
    fn a_week_without_working_days_still_answers() {
        let mut calendar = london();
        calendar.hours = WorkingHours([None; 7]);
        assert_eq!(calendar.nth_day_after(at("2026-11-23T10:00:00Z"), 2), jiff::civil::date(2026, 11, 25));
    }
}
