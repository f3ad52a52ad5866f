//! The lives of the first deals, laid on the days of the house: what is past in order, what is ahead where its owner
//! is free.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::almanac::Almanac;
use super::course;
use super::deed::{Deed, Life, Plan, What};
use super::dice::{Dice, Of};
use super::firm::Firm;
use super::telling::{self, Beat, When};

type Span = (Timestamp, Timestamp);

/// When a deal's next step is, in working days from today, by weight: some late, some today, most within two weeks.
const AHEAD: [(i32, u32); 14] = [
    (-3, 3),
    (-2, 4),
    (-1, 8),
    (0, 30),
    (1, 16),
    (2, 13),
    (3, 11),
    (4, 9),
    (5, 7),
    (6, 5),
    (7, 4),
    (8, 4),
    (9, 3),
    (10, 2),
];

/// What owners have planned, by their place among the sellers.
#[derive(Default)]
pub struct Diary(HashMap<usize, Vec<Span>>);

impl Diary {
    pub fn keep(&mut self, owner: usize, span: Span) {
        let taken = self.0.entry(owner).or_default();
        let at = taken.partition_point(|other| other.0 <= span.0);
        taken.insert(at, span);
    }

    /// The first free time from then on.
    fn take(&mut self, owner: usize, almanac: &Almanac, from: Timestamp, minutes: u32) -> Timestamp {
        let taken = self.0.entry(owner).or_default();
        let span = almanac.calendar.next_slot(from, i64::from(minutes), taken);
        self.keep(owner, span);
        span.0
    }
}

/// When a deal of the pipeline came, and all that happened since.
pub struct Told {
    pub began_on: jiff::civil::Date,
    beats: Vec<Beat>,
    /// Working days since the last of them.
    since: u32,
    ahead: i32,
    dice: Dice,
}

/// Tells the nth deal's life without asking when anybody is free: its beginning is known before it is written.
pub fn tell(firm: &Firm, almanac: &Almanac, nth: u32) -> Told {
    let deal = firm.deal(nth);
    let mut dice = Dice::new(firm.seed, Of::Life, nth);
    let ahead = dice.weighed(&AHEAD);
    let late = if deal.reason.is_empty() && deal.stage != "won" { (-ahead).max(0) } else { 0 };
    let last = course::last(deal.stage, &mut dice);
    // What is looked at first is in hand.
    let since = if nth == 0 { last.min(3) } else { last } + late.unsigned_abs();
    let beats = telling::tell(&deal, since <= 5, Dice::new(firm.seed, Of::Telling, nth));
    let lasted = beats.last().map_or(0, |beat| beat.day);
    Told { began_on: almanac.behind(since + lasted), beats, since, ahead, dice }
}

/// The life on the days of the house.
pub fn live(firm: &Firm, almanac: &Almanac, diary: &mut Diary, nth: u32) -> Life {
    let owner = firm.deal(nth).owner;
    let Told { beats, since, ahead, mut dice, .. } = tell(firm, almanac, nth);
    let lasted = beats.last().map_or(0, |beat| beat.day);
    let mut at = |when: When, minutes: u32| match when {
        When::On { day, minute } => almanac.at(almanac.behind((since + lasted).saturating_sub(day)), minute),
        When::By(days) => almanac.close_of(almanac.working_day(days)),
        When::Ahead(then) => {
            let day = almanac.working_day(ahead + 2 * then as i32);
            let from = almanac.at(day, 15 * dice.below(28));
            diary.take(owner, almanac, from, minutes)
        }
    };
    let deeds = beats.into_iter().map(|beat| {
        let began = at(When::On { day: beat.day, minute: beat.minute }, 0);
        Deed { at: began, what: laid(beat.what, &mut at) }
    });
    Life { owner, deeds: deeds.collect() }
}

fn laid(what: What<When>, at: &mut impl FnMut(When, u32) -> Timestamp) -> What<Timestamp> {
    let mut plan = |plan: Plan<When>| {
        let when = at(plan.when, plan.minutes);
        Plan { kind: plan.kind, subject: plan.subject, minutes: plan.minutes, when }
    };
    match what {
        What::Plan(planned) => What::Plan(plan(planned)),
        What::Complete { told, next } => What::Complete { told, next: next.map(plan) },
        What::Log(told) => What::Log(told),
        What::Note(body) => What::Note(body),
        What::Move { key, answers, hasty } => What::Move { key, answers, hasty },
        What::Task { title, due } => What::Task { title, due: at(due, 0) },
        What::FinishTasks(most) => What::FinishTasks(most),
        What::CallOff => What::CallOff,
    }
}

/// An activity is told of some minutes after its end; all else at its time.
pub fn told_at(deed: &Deed) -> Timestamp {
    let after = match &deed.what {
        What::Complete { told, .. } | What::Log(told) => i64::from(told.minutes) + 5,
        _ => 0,
    };
    deed.at.saturating_add(SignedDuration::from_mins(after)).unwrap_or(deed.at)
}

#[cfg(test)]
mod tests {
    use sales::WorkingTime;

    use super::*;
    use crate::demo::words::Land;

    fn lives(seed: u64) -> (Almanac, Vec<Life>) {
        let now = "2026-11-23T01:30:00Z".parse().unwrap();
        let almanac = Almanac::new(WorkingTime::new(jiff::tz::TimeZone::UTC), now);
        let firm = Firm::new(seed, 400, Land::English, "GBP", None);
        let mut diary = Diary::default();
        let lives = (0..400).map(|nth| live(&firm, &almanac, &mut diary, nth)).collect();
        (almanac, lives)
    }

    fn spelt(lives: &[Life]) -> Vec<String> {
        let deed = |deed: &Deed| match &deed.what {
            What::Plan(plan) => format!("{} plan {} {}", deed.at, plan.kind, plan.when),
            What::Complete { told, next } => {
                format!("{} {} {} {:?}", deed.at, told.kind, told.words, next.as_ref().map(|plan| plan.when))
            }
            What::Note(body) => format!("{} {body}", deed.at),
            What::Move { key, .. } => format!("{} {key}", deed.at),
            _ => deed.at.to_string(),
        };
        lives.iter().flat_map(|life| life.deeds.iter().map(deed)).collect()
    }

    #[test]
    fn the_same_seed_tells_the_same_lives() {
        assert_eq!(spelt(&lives(7).1), spelt(&lives(7).1));
        assert_ne!(spelt(&lives(7).1), spelt(&lives(8).1));
    }

    #[test]
    fn what_happened_is_past_and_in_order() {
        let (almanac, lives) = lives(7);
        for life in &lives {
            let told: Vec<Timestamp> = life.deeds.iter().map(told_at).collect();
            assert!(told.is_sorted(), "{:?}", spelt(std::slice::from_ref(life)));
            assert!(told.iter().all(|at| *at < almanac.now));
        }
    }

    #[test]
    fn next_steps_are_late_today_and_within_two_weeks_and_within_working_hours() {
        let (almanac, lives) = lives(7);
        let mut days: Vec<i32> = Vec::new();
        for plan in lives.iter().filter_map(|life| match &life.deeds.last()?.what {
            What::Complete { next: Some(next), .. } => Some(next),
            _ => None,
        }) {
            let day = almanac.calendar.day_of(plan.when);
            let (open, close) = almanac.calendar.hours_on(day).unwrap();
            assert!(plan.when >= open && plan.when < close);
            days.push(almanac.today().until(day).unwrap().get_days());
        }
        assert!(days.iter().any(|day| *day < 0) && days.contains(&0) && days.iter().any(|day| *day > 7));
        assert!(days.iter().all(|day| (-5..=20).contains(day)), "{days:?}");
    }

    #[test]
    fn nobody_is_in_two_places_at_once() {
        let almanac =
            Almanac::new(WorkingTime::new(jiff::tz::TimeZone::UTC), "2026-11-23T01:30:00Z".parse().unwrap());
        let mut diary = Diary::default();
        let opening = almanac.at(almanac.today(), 0);
        let first = diary.take(0, &almanac, opening, 60);
        let second = diary.take(0, &almanac, opening, 60);
        let other = diary.take(1, &almanac, opening, 60);
        assert_eq!((first, other), (opening, opening));
        assert_eq!(second, almanac.at(almanac.today(), 60));
    }
}
