//! Does what a life tells by the desk's own acts, each at its time and by the deal's owner: what the process would
//! refuse a member, it refuses here.

use std::collections::BTreeMap;
use std::sync::Arc;

use desk::activity::{CancelActivity, CompleteActivity, LogActivity, On, PlanActivity};
use desk::case::MoveCase;
use desk::note::WriteNote;
use desk::task::{CompleteTask, CreateTask};
use desk::{Act, Error, Result, Scene};
use jiff::{SignedDuration, Timestamp};
use process::Value;
use sales::Actor;
use sales::activity::ActivityFields;
use store::Tx;
use store::rows::{activities, deal_page};

use super::deed::{Answer, Deed, Life, Plan, Told, What};
use super::lives::told_at;

/// Lives of deals that an import has brought.
pub struct LiveDeals {
    /// Deal, its owner, and what happened.
    pub lives: Arc<Vec<(i64, Actor, Life)>>,
}

/// How much was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub deals: u64,
    pub activities: u64,
    pub notes: u64,
    pub moves: u64,
    pub tasks: u64,
}

impl Done {
    pub fn add(&mut self, more: Done) {
        self.deals += more.deals;
        self.activities += more.activities;
        self.notes += more.notes;
        self.moves += more.moves;
        self.tasks += more.tasks;
    }
}

impl Act for LiveDeals {
    type Done = Done;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Done> {
        let mut done = Done::default();
        for (deal, owner, life) in self.lives.iter() {
            done.deals += 1;
            for deed in &life.deeds {
                let mut then = scene.as_actor(owner.clone());
                then.now = told_at(deed);
                do_it(tx, &then, *deal, deed, &mut done)?;
            }
        }
        Ok(done)
    }
}

fn do_it(tx: &mut Tx, scene: &Scene, deal: i64, deed: &Deed, done: &mut Done) -> Result<()> {
    let on = On::Deal(deal);
    match &deed.what {
        What::Plan(plan) => PlanActivity { on, fields: planned(plan) }.run(tx, scene).map(drop),
        What::Complete { told, next } => {
            done.activities += 1;
            complete(tx, scene, deal, deed.at, told, next.as_ref())
        }
        What::Log(told) => {
            done.activities += 1;
            log(tx, scene, on, deed.at, told)
        }
        What::Note(body) => {
            done.notes += 1;
            WriteNote { on, body: body.clone() }.run(tx, scene).map(drop)
        }
        What::Move { key, answers, hasty } => {
            done.moves += 1;
            take(tx, scene, deal, key, answers, *hasty)
        }
        What::Task { title, due } => {
            done.tasks += 1;
            CreateTask { on, title: title.clone(), owner: None, due_at: Some(*due) }.run(tx, scene).map(drop)
        }
        What::FinishTasks(most) => finish_tasks(tx, scene, deal, *most),
        What::CallOff => call_off(tx, scene, deal),
    }
}

fn span(starts_at: Timestamp, minutes: u32) -> (Timestamp, Timestamp) {
    let length = SignedDuration::from_mins(i64::from(minutes));
    (starts_at, starts_at.saturating_add(length).unwrap_or(starts_at))
}

fn planned(plan: &Plan<Timestamp>) -> ActivityFields {
    let (starts_at, ends_at) = span(plan.when, plan.minutes);
    ActivityFields {
        kind: plan.kind.to_owned(),
        subject: plan.subject.clone(),
        starts_at,
        ends_at,
        owner_id: None,
        person_id: None,
        words: String::new(),
    }
}

fn complete(
    tx: &mut Tx,
    scene: &Scene,
    deal: i64,
    at: Timestamp,
    told: &Told,
    next: Option<&Plan<Timestamp>>,
) -> Result<()> {
    let open = activities::list_open_of_deal(tx, deal)?;
    let activity = open.iter().find(|activity| activity.r#type == told.kind);
    let activity =
        activity.ok_or_else(|| Error::Broken(format!("deal {deal}: no {} is planned", told.kind)))?;
    let (started_at, ended_at) = span(at, told.minutes);
    let act = CompleteActivity {
        id: activity.id,
        started_at: Some(started_at),
        ended_at: Some(ended_at),
        outcome: Some(told.outcome.to_owned()),
        words: told.words.clone(),
        findings: told.findings.clone(),
        next_step: next.map(planned),
    };
    act.run(tx, scene).map(drop)
}

fn log(tx: &mut Tx, scene: &Scene, on: On, at: Timestamp, told: &Told) -> Result<()> {
    let plan = Plan { kind: told.kind, subject: String::new(), minutes: told.minutes, when: at };
    let act = LogActivity {
        on,
        fields: ActivityFields { words: told.words.clone(), ..planned(&plan) },
        outcome: Some(told.outcome.to_owned()),
        findings: told.findings.clone(),
        next_step: None,
    };
    act.run(tx, scene).map(drop)
}

fn take(
    tx: &mut Tx,
    scene: &Scene,
    deal: i64,
    key: &str,
    answers: &[(&'static str, Answer)],
    hasty: bool,
) -> Result<()> {
    let value = |answer: &Answer| match answer {
        Answer::Choice(code) => Value::Choice((*code).to_owned()),
        Answer::Text(text) => Value::Text(text.clone()),
    };
    let answers: BTreeMap<String, Value> =
        answers.iter().map(|(key, answer)| ((*key).to_owned(), value(answer))).collect();
    let accepts = if hasty { vec!["fresh-note".to_owned()] } else { Vec::new() };
    let act = MoveCase { of: deal.into(), move_key: key.to_owned(), answers, accepts, ..MoveCase::default() };
    act.run(tx, scene).map(drop)
}

fn finish_tasks(tx: &mut Tx, scene: &Scene, deal: i64, most: usize) -> Result<()> {
    let tasks = deal_page::list_tasks(tx, deal)?;
    for task in tasks.iter().filter(|task| task.done_at.is_none()).take(most) {
        CompleteTask { id: task.id }.run(tx, scene)?;
    }
    Ok(())
}

fn call_off(tx: &mut Tx, scene: &Scene, deal: i64) -> Result<()> {
    for activity in activities::list_open_of_deal(tx, deal)? {
        CancelActivity { id: activity.id, next_step: None }.run(tx, scene)?;
    }
    Ok(())
}
