//! Activities, tasks and notes as they were.

use jiff::Timestamp;
use sales::activity::ActivityFields;
use store::Tx;
use store::rows::activities::Subject;
use store::rows::events::ActEvent;
use store::rows::{activities, deals, files, notes, tasks};

use crate::activity::{On, ground, ground_of};
use crate::task::{CompleteTask, ReopenTask};
use crate::{Act, Conflict, Result, Scene};

/// What was planned is called off.
pub(super) fn planned(tx: &mut Tx, scene: &Scene, id: i64) -> Result<()> {
    let activity = activities::get_to_change(tx, id)?;
    ground_of(tx, scene, &activity)?;
    if activity.done_at.is_some() || activity.archived_at.is_some() {
        return Err(Conflict::ChangedSince.into());
    }
    activities::archive(tx, id, scene.now)?;
    refresh(tx, activity.deal_id)
}

/// What was put off is planned as before, unless it was moved again.
pub(super) fn moved(
    tx: &mut Tx,
    scene: &Scene,
    id: i64,
    after: Timestamp,
    before: &ActivityFields,
) -> Result<()> {
    let activity = activities::get_to_change(tx, id)?;
    ground_of(tx, scene, &activity)?;
    if activity.starts_at != after || activity.done_at.is_some() || activity.archived_at.is_some() {
        return Err(Conflict::ChangedSince.into());
    }
    activities::reschedule(tx, id, before, before.owner_id.unwrap_or(activity.owner_id), false)?;
    refresh(tx, activity.deal_id)
}

/// What was done is planned again where it had been planned; what was only logged goes away.
pub(super) fn done(tx: &mut Tx, scene: &Scene, id: i64, planned: Option<&ActivityFields>) -> Result<()> {
    let activity = activities::get_to_change(tx, id)?;
    ground_of(tx, scene, &activity)?;
    if activity.done_at.is_none() || activity.archived_at.is_some() {
        return Err(Conflict::ChangedSince.into());
    }
    match planned {
        Some(planned) => activities::reopen(tx, id, planned)?,
        None => activities::archive(tx, id, scene.now)?,
    }
    refresh(tx, activity.deal_id)
}

/// What was called off is planned again.
pub(super) fn cancelled(tx: &mut Tx, scene: &Scene, id: i64) -> Result<()> {
    let activity = activities::get_to_change(tx, id)?;
    ground_of(tx, scene, &activity)?;
    if activity.archived_at.is_none() {
        return Err(Conflict::ChangedSince.into());
    }
    activities::reopen(tx, id, &activity.fields())?;
    refresh(tx, activity.deal_id)
}

pub(super) fn task_made(tx: &mut Tx, scene: &Scene, id: i64) -> Result<()> {
    let task = tasks::get_to_change(tx, id)?;
    crate::task::ground_of(tx, scene, &task)?;
    if task.done_at.is_some() || task.archived_at.is_some() {
        return Err(Conflict::ChangedSince.into());
    }
    tasks::archive(tx, id, scene.now)?;
    Ok(())
}

pub(super) fn task_set(tx: &mut Tx, scene: &Scene, id: i64, done: bool) -> Result<()> {
    if done { CompleteTask { id }.run(tx, scene) } else { ReopenTask { id }.run(tx, scene) }
}

pub(super) fn note(tx: &mut Tx, scene: &Scene, row: &ActEvent, id: i64) -> Result<()> {
    let subject = Subject { deal_id: row.deal_id, company_id: row.company_id, person_id: row.person_id };
    ground(tx, scene, On::of(subject))?;
    notes::archive(tx, id, scene.now)?;
    Ok(())
}

/// What was attached is taken away, what was taken away comes back; its bytes were there all the time.
pub(super) fn file(tx: &mut Tx, scene: &Scene, id: i64, away: bool) -> Result<()> {
    let file = files::get_to_change(tx, id)?;
    ground(tx, scene, On::of(file.subject()))?;
    if file.removed_at.is_some() == away {
        return Err(Conflict::ChangedSince.into());
    }
    files::set_removed(tx, id, away.then_some(scene.now))?;
    Ok(())
}

/// A file is again the paper that it was said to be.
pub(super) fn described(
    tx: &mut Tx,
    scene: &Scene,
    id: i64,
    (document, signed): &(String, bool),
    before: &(String, bool),
) -> Result<()> {
    let file = files::get_to_change(tx, id)?;
    ground(tx, scene, On::of(file.subject()))?;
    if file.document != *document || file.signed != *signed {
        return Err(Conflict::ChangedSince.into());
    }
    Ok(files::set_document(tx, id, &before.0, before.1)?)
}

fn refresh(tx: &mut Tx, deal: Option<i64>) -> Result<()> {
    match deal {
        Some(deal) => Ok(deals::refresh_next_step(tx, deal)?),
        None => Ok(()),
    }
}
