//! What a member has to do: late, today, next.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use process::Words;
use sales::{Owners, WorkingTime};
use store::Tx;
use store::rows::day::{self, DayActivity, DayEntry, DayTask};
use store::rows::deal_filter::{DealFilter, Window};
use store::rows::deal_list::{self, By, Order};
use store::rows::installation;

use super::card::{self, Card, Link};
use super::filter::day_start;
use super::stages;
use crate::{Error, Look, Result, Scene};

/// Rows a part of the day shows at most; the counts beside them are whole.
const MOST: i64 = 100;

/// How far `next` looks, in days.
const AHEAD: i64 = 14;

/// Looks at the actor's day, or at that of a member within reach.
#[derive(Clone, Copy, Debug, Default)]
pub struct MyDay {
    pub member: Option<i64>,
}

/// An activity to be done. What is known of the deal alone (stage and money) is left out where it is out of reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    pub id: i64,
    /// The activity's type.
    pub kind: String,
    pub subject: String,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub postponed: i64,
    pub deal: Option<Link>,
    pub company: Option<Link>,
    pub person: Option<Link>,
    pub stage_title: Option<Words>,
    pub amount: Option<i64>,
    pub recurring: Option<i64>,
    pub currency: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayTasks {
    pub overdue: Vec<DayTask>,
    pub today: Vec<DayTask>,
    /// Later, or without a deadline.
    pub later: Vec<DayTask>,
}

/// A day of the week with what is still planned on it and what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekDay {
    pub day: Date,
    pub planned: i64,
    pub done: i64,
}

/// A day in the zone of the one who looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    pub member: i64,
    /// The week that today is of, from Monday on.
    pub week: Vec<WeekDay>,
    /// Opening and closing today; none on a free day.
    pub hours: Option<(Timestamp, Timestamp)>,
    /// Everything that takes place today, done or not, by its start.
    pub entries: Vec<DayEntry>,
    /// What is left of the working hours between them, from now on.
    pub free: Vec<(Timestamp, Timestamp)>,
    pub overdue: Vec<Todo>,
    pub overdue_count: i64,
    pub today: Vec<Todo>,
    pub next: Vec<Todo>,
    /// Of the next two weeks.
    pub next_count: i64,
    pub tasks: DayTasks,
    /// Tasks of queues that nobody has taken yet.
    pub queued: Vec<DayTask>,
    /// The member's open deals without a next step.
    pub without_next_step: Vec<Card>,
}

impl Look for MyDay {
    type Seen = Day;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Day> {
        let member = self.member.or(scene.by.member).ok_or(Error::NotFound)?;
        if scene.by.member != Some(member) {
            scene.may_read(member)?;
        }
        let (today, tomorrow, ahead) = (day_start(scene, 0), day_start(scene, 1), day_start(scene, AHEAD));
        let calendar = installation::calendar(tx)?;
        let entries = day::list_entries(tx, member, today, tomorrow, MOST)?;
        Ok(Day {
            member,
            week: week(tx, scene, member)?,
            hours: calendar.hours_on(civil_day(scene)),
            free: free(&calendar, scene, &entries),
            entries,
            overdue: todos(tx, scene, member, Timestamp::UNIX_EPOCH, scene.now)?,
            overdue_count: day::count_activities(tx, member, Timestamp::UNIX_EPOCH, scene.now)?,
            today: todos(tx, scene, member, scene.now, tomorrow)?,
            next: todos(tx, scene, member, tomorrow, ahead)?,
            next_count: day::count_activities(tx, member, tomorrow, ahead)?,
            tasks: tasks(day::list_tasks(tx, member, 3 * MOST)?, scene.now, tomorrow),
            queued: day::list_queued_tasks(tx, member, &scene.by.reads, MOST)?,
            without_next_step: without_next_step(tx, scene, member)?,
        })
    }
}

fn civil_day(scene: &Scene) -> Date {
    scene.by.zone.to_datetime(scene.now).date()
}

fn week(tx: &mut Tx, scene: &Scene, member: i64) -> Result<Vec<WeekDay>> {
    let today = civil_day(scene);
    let since_monday = i64::from(today.weekday().to_monday_zero_offset());
    let count = |tx: &mut Tx, ahead: i64| {
        let (from, until) = (day_start(scene, ahead), day_start(scene, ahead + 1));
        let planned = day::count_activities(tx, member, from, until);
        let done = day::count_done(tx, member, from, until);
        Ok(WeekDay { day: today.saturating_add(ahead.days()), planned: planned?, done: done? })
    };
    let days = -since_monday..7 - since_monday;
    tx.foresee(|tx| days.clone().map(|ahead| count(tx, ahead)).collect::<Vec<Result<WeekDay>>>());
    days.map(|ahead| count(tx, ahead)).collect()
}

/// The gaps of today's working hours that are not past; the one that has begun starts with the next quarter hour.
fn free(calendar: &WorkingTime, scene: &Scene, entries: &[DayEntry]) -> Vec<(Timestamp, Timestamp)> {
    let mut taken: Vec<(Timestamp, Timestamp)> = entries
        .iter()
        .filter(|entry| entry.ends_at > scene.now)
        .map(|entry| (entry.starts_at, entry.ends_at))
        .collect();
    taken.insert(0, (Timestamp::UNIX_EPOCH, quarter_from(scene.now)));
    calendar.free_on(civil_day(scene), &taken)
}

fn quarter_from(at: Timestamp) -> Timestamp {
    const QUARTER: i64 = 15 * 60;
    let next = (at.as_second() + QUARTER - 1).div_euclid(QUARTER) * QUARTER;
    Timestamp::from_second(next).unwrap_or(at)
}

fn todos(tx: &mut Tx, scene: &Scene, member: i64, from: Timestamp, until: Timestamp) -> Result<Vec<Todo>> {
    let rows = day::list_activities(tx, member, from, until, MOST)?;
    rows.into_iter().map(|row| todo(tx, scene, row)).collect()
}

fn todo(tx: &mut Tx, scene: &Scene, row: DayActivity) -> Result<Todo> {
    let in_reach = row.deal_owner.is_some_and(|owner| scene.by.reads.holds(owner));
    let stage_title = match (row.deal_version.filter(|_| in_reach), &row.stage) {
        (Some(version), Some(stage)) => Some(stages::title(tx, scene, version, stage)?),
        _ => None,
    };
    Ok(Todo {
        id: row.id,
        kind: row.kind,
        subject: row.subject,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        postponed: row.postponed,
        deal: Link::of(row.deal_id, row.deal_name),
        company: Link::of(row.company_id, row.company_name),
        person: Link::of(row.person_id, row.person_name),
        stage_title,
        amount: row.amount.filter(|_| in_reach),
        recurring: row.recurring.filter(|_| in_reach),
        currency: row.currency.filter(|_| in_reach),
    })
}

fn tasks(rows: Vec<DayTask>, now: Timestamp, tomorrow: Timestamp) -> DayTasks {
    let mut tasks = DayTasks::default();
    for task in rows {
        match task.due_at {
            Some(due) if due < now => tasks.overdue.push(task),
            Some(due) if due < tomorrow => tasks.today.push(task),
            _ => tasks.later.push(task),
        }
    }
    tasks
}

fn without_next_step(tx: &mut Tx, scene: &Scene, member: i64) -> Result<Vec<Card>> {
    let filter = DealFilter {
        next_step: Some(Window::Missing),
        statuses: vec!["open".to_owned()],
        ..DealFilter::of(Owners::Only(vec![member]))
    };
    let by = By { order: Order::NextStep, desc: false };
    let page = deal_list::page(tx, &filter, by, None, MOST)?;
    let ids: Vec<i64> = page.into_iter().map(|(_, id)| id).collect();
    let calendar = installation::calendar(tx)?;
    card::cards(tx, scene, &calendar, &ids)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::tz::TimeZone;
    use sales::Actor;

    use super::*;

    fn at(text: &str) -> Timestamp {
        format!("2026-11-{text}:00Z").parse().unwrap()
    }

    fn scene(now: &str) -> Scene {
        Scene {
            by: Actor::system(TimeZone::UTC),
            now: at(now),
            secret: [0; 32],
            shelf: Arc::default(),
            told: Arc::default(),
            touched: Arc::default(),
        }
    }

    fn entry(from: &str, to: &str) -> DayEntry {
        DayEntry {
            id: 1,
            kind: "call".into(),
            subject: String::new(),
            starts_at: at(from),
            ends_at: at(to),
            done_at: None,
            deal_id: None,
            client: None,
        }
    }

    fn gaps(now: &str, entries: &[DayEntry]) -> Vec<String> {
        let free = free(&WorkingTime::new(TimeZone::UTC), &scene(now), entries);
        free.iter()
            .map(|(from, to)| format!("{}-{}", &from.to_string()[11..16], &to.to_string()[11..16]))
            .collect()
    }

    #[test]
    fn gaps_fill_the_working_hours_that_are_left() {
        let planned = [entry("23T10:00", "23T11:00"), entry("23T15:00", "23T15:30")];
        assert_eq!(gaps("23T07:10", &planned), ["09:00-10:00", "11:00-15:00", "15:30-18:00"]);
        assert_eq!(gaps("23T10:20", &planned), ["11:00-15:00", "15:30-18:00"]);
        assert_eq!(gaps("23T12:40", &planned), ["12:45-15:00", "15:30-18:00"]);
        assert_eq!(gaps("23T17:50", &planned), [""; 0]);
        assert_eq!(gaps("22T10:00", &[]), [""; 0], "Sunday");
    }

    #[test]
    fn a_day_without_plans_is_free_as_a_whole() {
        assert_eq!(gaps("23T01:30", &[]), ["09:00-18:00"]);
    }
}
