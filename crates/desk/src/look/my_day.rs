//! What a member has to do: late, today, next.

use jiff::Timestamp;
use process::Words;
use sales::Owners;
use store::Tx;
use store::rows::day::{self, DayActivity, DayTask};
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

/// A day in the zone of the one who looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    pub member: i64,
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
        let (tomorrow, ahead) = (day_start(scene, 1), day_start(scene, AHEAD));
        Ok(Day {
            member,
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
