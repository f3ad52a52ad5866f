//! Taking an act back: a new act that restores what stood before, whole or not at all.
//!
//! It refuses where somebody changed the same thing since, where the process would be left without its next step, and
//! where there is no way back (DESIGN.md, rules of running). What was written stays in the log, marked as undone.

mod fields;
mod work;

pub(crate) use fields::restored;

use std::collections::BTreeSet;

use jiff::{Timestamp, ToSpan};
use sales::Event;
use store::Tx;
use store::rows::events::{self, About, ActEvent};
use store::rows::{companies, deals};

use crate::activity::next_step;
use crate::case::{CaseOf, Taken, undo_move, undo_start};
use crate::{Act, Conflict, Error, Result, Scene, spine};

/// How long an act can be taken back, in hours: 30 days.
pub const UNDO_HOURS: i64 = 30 * 24;

/// Takes an act back, by the number that all its events carry.
#[derive(Clone, Copy, Debug)]
pub struct Undo {
    pub act: i64,
}

impl Act for Undo {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.writers_only()?;
        let done = events::list_of_act(tx, self.act)?;
        let first = done.last().ok_or(Error::NotFound)?;
        if done.iter().any(|event| event.undone_at.is_some()) {
            return Err(Conflict::Done.into());
        }
        if is_too_late(first.at, scene.now) {
            return Err(Conflict::TooLate.into());
        }
        let events = done.iter().map(read).collect::<Result<Vec<_>>>()?;
        let made = deals_made(&done, &events);
        let mut told: Vec<(About, Vec<String>)> = Vec::new();
        for (row, event) in done.iter().zip(events) {
            note(&mut told, row.about(), event.kind());
            if !goes_along(row, &event, &made) {
                take_back(tx, scene, row, event)?;
            }
        }
        keep_next_steps(tx, scene, &done)?;
        events::mark_undone(tx, self.act, scene.now)?;
        for (about, mut kinds) in told.into_iter().rev() {
            kinds.reverse();
            spine::record(tx, scene, about, &Event::Undone { act: self.act, events: kinds })?;
        }
        Ok(())
    }
}

fn deals_made(done: &[ActEvent], events: &[Event]) -> BTreeSet<i64> {
    let made = done.iter().zip(events).filter(|(_, event)| matches!(event, Event::DealCreated { .. }));
    made.filter_map(|(row, _)| row.deal_id).collect()
}

/// What was planned with a new deal is put away with it: should somebody restore the deal, it has its next step.
fn goes_along(row: &ActEvent, event: &Event, made: &BTreeSet<i64>) -> bool {
    let is_plan = matches!(event, Event::ActivityPlanned { .. } | Event::TaskCreated { .. });
    is_plan && row.deal_id.is_some_and(|deal| made.contains(&deal))
}

/// Each record tells for itself what was taken back on it.
fn note(told: &mut Vec<(About, Vec<String>)>, about: About, kind: &str) {
    let place = told.iter().position(|(known, _)| known.deal_id.is_some() && known.deal_id == about.deal_id);
    let place = place.or_else(|| told.iter().position(|(known, _)| *known == about));
    match place.and_then(|place| told.get_mut(place)) {
        Some((_, kinds)) => kinds.push(kind.to_owned()),
        None => told.push((about, vec![kind.to_owned()])),
    }
}

/// Whether an act of then can no longer be taken back now.
pub fn is_too_late(at: Timestamp, now: Timestamp) -> bool {
    at.checked_add(UNDO_HOURS.hours()).is_ok_and(|until| until < now)
}

/// Whether what an event tells can be taken back at all.
pub fn has_way_back(event: &Event) -> bool {
    match event {
        Event::CaseMoved { before, .. } => before.is_some(),
        Event::ActivityMoved { fields, .. } => fields.is_some(),
        Event::CasePlaced { .. }
        | Event::Undone { .. }
        | Event::ImportFinished { .. }
        | Event::ImportUndone { .. } => false,
        _ => true,
    }
}

fn read(row: &ActEvent) -> Result<Event> {
    serde_json::from_str(&row.body).map_err(|error| Error::Broken(format!("event {}: {error}", row.id)))
}

/// The opposite of one event. Each authorizes by the record it changes.
fn take_back(tx: &mut Tx, scene: &Scene, row: &ActEvent, event: Event) -> Result<()> {
    match event {
        Event::DealChanged { changes } => fields::deal(tx, scene, id(row.deal_id)?, &changes),
        Event::CompanyChanged { changes } => fields::company(tx, scene, id(row.company_id)?, &changes),
        Event::PersonChanged { changes } => fields::person(tx, scene, id(row.person_id)?, &changes),
        Event::DealAssigned { from, to } => fields::owner(tx, scene, id(row.deal_id)?, from, to),
        Event::DealCreated { .. } | Event::CompanyCreated { .. } | Event::PersonCreated { .. } => {
            fields::archived(tx, scene, row, true)
        }
        Event::Archived { .. } => fields::archived(tx, scene, row, false),
        Event::Restored { .. } => fields::archived(tx, scene, row, true),
        Event::CaseStarted { process, .. } => {
            undo_start(tx, scene, &CaseOf::Company { company: id(row.company_id)?, process })
        }
        Event::CaseMoved { process, kind, strand, from, to, before, .. } => {
            let before = &*before.ok_or(Conflict::NoWayBack)?;
            let taken = Taken { kind: &kind, strand: strand.as_deref(), from: &from, to: &to, before };
            let of = match process {
                Some((process, _)) => CaseOf::Company { company: id(row.company_id)?, process },
                None => CaseOf::Deal(id(row.deal_id)?),
            };
            undo_move(tx, scene, &of, &taken)
        }
        Event::ActivityPlanned { activity, .. } => work::planned(tx, scene, activity),
        Event::ActivityMoved { activity, after, fields, .. } => {
            work::moved(tx, scene, activity, after, &*fields.ok_or(Conflict::NoWayBack)?)
        }
        Event::ActivityDone { activity, planned, .. } => work::done(tx, scene, activity, planned.as_deref()),
        Event::ActivityCancelled { activity, .. } => work::cancelled(tx, scene, activity),
        Event::TaskCreated { task, .. } => work::task_made(tx, scene, task),
        Event::TaskDone { task, .. } => work::task_set(tx, scene, task, false),
        Event::TaskReopened { task, .. } => work::task_set(tx, scene, task, true),
        Event::NoteWritten { note, .. } => work::note(tx, scene, row, note),
        Event::FileAttached { file, .. } => work::file(tx, scene, file, true),
        Event::FileDescribed { file, document, signed, before, .. } => {
            work::described(tx, scene, file, &(document, signed), &before)
        }
        Event::FileRemoved { file, .. } => work::file(tx, scene, file, false),
        Event::CasePlaced { .. }
        | Event::Undone { .. }
        | Event::ImportFinished { .. }
        | Event::ImportUndone { .. } => Err(Conflict::NoWayBack.into()),
    }
}

fn id(column: Option<i64>) -> Result<i64> {
    column.ok_or_else(|| Error::Broken("an event names no record".to_owned()))
}

/// No record is left without the next step that a stage of its asks for.
fn keep_next_steps(tx: &mut Tx, scene: &Scene, done: &[ActEvent]) -> Result<()> {
    let touched: BTreeSet<i64> = done.iter().filter_map(|event| event.deal_id).collect();
    for deal in touched {
        let deal = deals::get(tx, deal)?;
        next_step::keep(tx, scene, &deal, None)?;
    }
    let of_companies = done.iter().filter(|event| event.deal_id.is_none());
    for company in of_companies.filter_map(|event| event.company_id).collect::<BTreeSet<i64>>() {
        if companies::find(tx, company)?.is_some() {
            next_step::keep_on_company(tx, scene, company, None)?;
        }
    }
    Ok(())
}
