//! Working time: hours of each weekday in a zone, less holidays. Counting follows the process language, section
//! 10: `N working days after` ends with the Nth working day after the anchor's local day.

mod free;

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};
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

    /// The instant by which so many hours of working time have passed: what begins an hour before the close goes on
    /// at the next opening.
    pub fn working_hours_after(&self, anchor: Timestamp, hours: u32) -> Timestamp {
        let mut left = SignedDuration::from_hours(i64::from(hours));
        for (open, close) in self.days_after(self.day_of(anchor)).filter_map(|day| self.hours_on(day)) {
            let from = open.max(anchor);
            let there = close.duration_since(from);
            if there >= left {
                return from.saturating_add(left).unwrap_or(from);
            }
            left -= there.max(SignedDuration::ZERO);
        }
        anchor.saturating_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(anchor)
    }

    /// The instant from which so many hours of working time lead up to the anchor.
    pub fn working_hours_before(&self, anchor: Timestamp, hours: u32) -> Timestamp {
        let mut left = SignedDuration::from_hours(i64::from(hours));
        for (open, close) in self.days_before(self.day_of(anchor)).filter_map(|day| self.hours_on(day)) {
            let to = close.min(anchor);
            let there = to.duration_since(open);
            if there >= left {
                return to.saturating_sub(left).unwrap_or(to);
            }
            left -= there.max(SignedDuration::ZERO);
        }
        anchor.saturating_sub(SignedDuration::from_hours(i64::from(hours))).unwrap_or(anchor)
    }

    /// The end of the Nth civil day after the anchor.
    pub fn days_after_end(&self, anchor: Timestamp, days: u32) -> Timestamp {
        self.end_of_day(self.day_of(anchor).saturating_add(i64::from(days).days()))
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

    fn days_before(&self, day: Date) -> impl Iterator<Item = Date> {
        (0..SEARCH_DAYS).map(move |n| day.saturating_sub(n.days()))
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

#[cfg(test)]
mod tests;
