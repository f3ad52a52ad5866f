//! Days and times as forms type them, in the member's zone.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};

use crate::words::Speech;

/// `2026-11-24`.
pub fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// A day and a time of day, such as `2026-11-24` and `10:00`.
pub fn at(day: &str, time: &str, speech: &Speech) -> Option<Timestamp> {
    let (day, time): (Date, Time) = (day.parse().ok()?, time.parse().ok()?);
    instant(day.to_datetime(time), speech)
}

/// What a `datetime-local` control sends: `2026-11-24T10:00`.
pub fn moment(text: &str, speech: &Speech) -> Option<Timestamp> {
    instant(text.parse().ok()?, speech)
}

fn instant(at: DateTime, speech: &Speech) -> Option<Timestamp> {
    at.to_zoned(speech.zone.clone()).ok().map(|at| at.timestamp())
}

/// The value of a date control.
pub fn typed_day(at: Timestamp, speech: &Speech) -> String {
    speech.day_of(at).to_string()
}

/// The value of a time control.
pub fn typed_time(at: Timestamp, speech: &Speech) -> String {
    speech.time(at)
}

/// The value of a `datetime-local` control.
pub fn typed(at: Timestamp, speech: &Speech) -> String {
    format!("{}T{}", typed_day(at, speech), typed_time(at, speech))
}
