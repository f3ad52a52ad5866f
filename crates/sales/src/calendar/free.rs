//! What is free of working time: the next slot for something, and the gaps of a day.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::WorkingTime;

const QUARTER: i64 = 15 * 60;

impl WorkingTime {
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

    /// The gaps of a day's working hours that none of the `taken` spans (sorted by start) meets; shorter than a
    /// quarter of an hour is none.
    pub fn free_on(&self, day: Date, taken: &[(Timestamp, Timestamp)]) -> Vec<(Timestamp, Timestamp)> {
        let Some((open, close)) = self.hours_on(day) else { return Vec::new() };
        let mut free = Vec::new();
        let mut from = open;
        for &(start, end) in taken {
            free.push((from, start.min(close)));
            from = from.max(end);
        }
        free.push((from, close));
        free.retain(|(from, to)| to.as_second() - from.as_second() >= QUARTER);
        free
    }
}

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
