//! The next step that an open deal gets: on the least taken of its owner's coming working days.

use std::collections::HashSet;

use intake::NextStepRule;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use sales::activity::ActivityFields;
use sales::{Event, WorkingTime};
use store::Tx;
use store::rows::activities::{self, Subject};
use store::rows::events::About;
use store::rows::{deals, import_lookup};

use super::Hand;
use crate::Result;

type Span = (Timestamp, Timestamp);

/// An owner's coming working days with what is planned on each.
pub(super) struct Days(Vec<Day>);

struct Day {
    open: Timestamp,
    close: Timestamp,
    taken: Vec<Span>,
}

impl Days {
    /// The `count` working days after `now`.
    fn coming(calendar: &WorkingTime, now: Timestamp, count: u16) -> Days {
        let mut seen: HashSet<Date> = HashSet::new();
        let dates = (1..=u32::from(count)).map(|nth| calendar.nth_day_after(now, nth));
        let days = dates.filter(|date| seen.insert(*date)).map(|date| {
            let (open, close) = calendar.hours_on(date).unwrap_or((now, now));
            Day { open, close, taken: Vec::new() }
        });
        Days(days.collect())
    }

    fn span(&self) -> Option<Span> {
        Some((self.0.first()?.open, self.0.last()?.close))
    }

    fn take(&mut self, (start, end): Span) {
        if let Some(day) = self.0.iter_mut().find(|day| start >= day.open && start < day.close) {
            let at = day.taken.partition_point(|(other, _)| *other <= start);
            day.taken.insert(at, (start, end));
        }
    }

    /// A free time on the least taken day. Where all days are full, steps share a time.
    fn next(&mut self, calendar: &WorkingTime, minutes: i64) -> Option<Span> {
        let day = self.0.iter_mut().min_by_key(|day| day.taken.len())?;
        let free = calendar.next_slot(day.open, minutes, &day.taken);
        let span = if free.1 <= day.close {
            free
        } else {
            let slots = ((day.close.as_second() - day.open.as_second()) / (minutes * 60)).max(1);
            let nth = day.taken.len() as i64 % slots;
            let start = day.open.checked_add((nth * minutes).minutes()).unwrap_or(day.open);
            (start, start.checked_add(minutes.minutes()).ok()?)
        };
        self.take(span);
        Some(span)
    }
}

impl Hand<'_> {
    /// Plans the deal's next step.
    pub(super) fn plan_next_step(
        &mut self,
        tx: &mut Tx,
        about: About,
        deal: i64,
        owner: i64,
        rule: &NextStepRule,
    ) -> Result<()> {
        let minutes = i64::from(rule.length.0);
        let Some((starts_at, ends_at)) = self.slot(tx, owner, rule.spread_over.0, minutes)? else {
            return Ok(());
        };
        let fields = ActivityFields {
            kind: rule.activity_type.clone(),
            subject: String::new(),
            starts_at,
            ends_at,
            owner_id: Some(owner),
            person_id: None,
            words: String::new(),
        };
        let subject = Subject { deal_id: Some(deal), ..Subject::default() };
        let (now, by) = (self.scene.now, self.scene.by.member);
        let id = activities::insert(tx, &fields, subject, owner, Some(self.job.id), now, by)?;
        deals::set_next_step(tx, deal, starts_at)?;
        let event = Event::ActivityPlanned {
            activity: id,
            kind: fields.kind,
            subject: fields.subject,
            starts_at,
            ends_at,
            owner,
            by_process: false,
        };
        self.record(tx, about, &event)
    }

    fn slot(&mut self, tx: &mut Tx, owner: i64, days: u16, minutes: i64) -> Result<Option<Span>> {
        if !self.taken.contains_key(&owner) {
            let mut coming = Days::coming(&self.calendar, self.scene.now, days);
            if let Some((from, to)) = coming.span() {
                for (_, start, end) in import_lookup::taken(tx, &[owner], from, to)? {
                    coming.take((start, end));
                }
            }
            self.taken.insert(owner, coming);
        }
        let calendar = &self.calendar;
        Ok(self.taken.get_mut(&owner).and_then(|days| days.next(calendar, minutes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_spread_evenly_and_full_days_share_their_times() {
        let calendar = WorkingTime::new(jiff::tz::TimeZone::UTC);
        let friday: Timestamp = "2026-11-20T12:00:00Z".parse().unwrap();
        let mut days = Days::coming(&calendar, friday, 2);
        let first: Vec<String> = (0..3).map(|_| days.next(&calendar, 30).unwrap().0.to_string()).collect();
        assert_eq!(first, ["2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z", "2026-11-23T09:30:00Z"]);
        for _ in 0..40 {
            let (start, end) = days.next(&calendar, 30).unwrap();
            assert!(
                calendar
                    .hours_on(calendar.day_of(start))
                    .is_some_and(|(open, close)| start >= open && end <= close)
            );
        }
        assert_eq!(days.0.iter().map(|day| day.taken.len()).collect::<Vec<_>>(), [22, 21]);
    }
}
