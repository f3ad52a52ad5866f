//! Moving a case: forward, back, winning, losing, reopening. One act, one event.

use std::collections::BTreeMap;

use process::{Command, Decision, End, PlannedKind, Step, Value};
use sales::Event;
use sales::activity::ActivityFields;
use sales::deal::month;
use sales::event::{Before, Change};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::rows::cases::{self, NewVisit};
use store::rows::deals::{self, Standing};
use store::rows::totals::{self, Share};
use store::rows::{companies, installation};

use super::effects::{self, Ground};
use super::record::Record;
use super::settle::{Settled, settle};
use super::{CaseInHand, CaseOf};
use crate::activity::plan::plan_on;
use crate::{Act, Conflict, Error, Result, Scene, spine};

/// Takes a move of a case's process, with what it asks and, where wanted, the next steps.
#[derive(Clone, Debug, Default)]
pub struct MoveCase {
    pub of: CaseOf,
    pub move_key: String,
    /// The stage to go to, where the move leaves the choice.
    pub to: Option<String>,
    pub answers: BTreeMap<String, Value>,
    /// Ids of warnings that are accepted.
    pub accepts: Vec<String>,
    pub next_steps: Vec<ActivityFields>,
    pub override_reason: Option<String>,
    /// The entry the taker saw; none takes the present one.
    pub entry: Option<u32>,
}

/// Where the case stands after the move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    pub of: CaseOf,
    pub from: String,
    pub to: String,
    pub status: String,
    /// The record's.
    pub version: i64,
}

impl Act for MoveCase {
    type Done = Moved;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Moved> {
        let hand = CaseInHand::to_change(tx, scene, &self.of)?;
        if hand.record.is_archived() {
            return Err(Conflict::Archived.into());
        }
        let command = self.command(hand.case.entry);
        match process::decide(&hand.definition, &hand.case, &hand.knowledge, &command, scene.now) {
            Decision::Refused(findings) => Err(Error::Refused(findings)),
            Decision::Step(step) => self.take(tx, scene, hand, *step),
        }
    }
}

impl MoveCase {
    fn take(&self, tx: &mut Tx, scene: &Scene, hand: CaseInHand, step: Step) -> Result<Moved> {
        let from = hand.case.stage.clone();
        take(tx, scene, hand, self, &step)?;
        scene.touch(&self.of, |act| {
            act.rests = step.rests;
            act.changed.extend(step.changes.into_iter().map(|(field, _)| field));
            act.taken.insert(step.move_key);
        });
        let Settled { stage, status, version } = settle(tx, scene, &self.of)?;
        Ok(Moved { of: self.of.clone(), from, to: stage, status, version })
    }

    fn command(&self, entry: u32) -> Command {
        let planned =
            |step: &ActivityFields| PlannedKind { activity_type: step.kind.clone(), at: step.starts_at };
        Command {
            move_key: self.move_key.clone(),
            to: self.to.clone(),
            answers: self.answers.clone(),
            accepts: self.accepts.clone(),
            plans: self.next_steps.iter().map(planned).collect(),
            override_reason: self.override_reason.clone(),
            through: None,
            entry: self.entry.unwrap_or(entry),
        }
    }
}

/// Writes what the process has decided, or what happens by itself.
pub(super) fn take(tx: &mut Tx, scene: &Scene, hand: CaseInHand, act: &MoveCase, step: &Step) -> Result<()> {
    let changes = match step.changes.as_slice() {
        [] => Vec::new(),
        set => hand.record.write(tx, scene, set)?,
    };
    let before = Before { changes, strands: write_strands(tx, &hand, step)?, ..standing_of(&hand) };
    if step.enters() {
        enter(tx, scene, &hand, step)?;
    }
    let record = written(tx, scene, &hand, step)?;
    spine::record(tx, scene, record.about(), &moved(&hand, act, step, before))?;
    for next in &act.next_steps {
        plan_on(tx, scene, &record, next)?;
    }
    let ground = Ground { record: &record, definition: &hand.definition, step };
    effects::carry_out(tx, scene, &ground, &step.effects)?;
    if let Some(rule) = &step.else_plan {
        effects::plan_default(tx, scene, &ground, rule)?;
    }
    Ok(())
}

/// The record as it stands after the step; a deal's row and the totals follow its case.
fn written(tx: &mut Tx, scene: &Scene, hand: &CaseInHand, step: &Step) -> Result<Record> {
    match &hand.record {
        Record::Deal { row, fields } => {
            if step.enters() {
                write_standing(tx, scene, row.id, step)?;
            }
            let deal = deals::get(tx, row.id)?;
            totals::change(tx, Share::of(row).as_ref(), Share::of(&deal).as_ref())?;
            Ok(Record::deal(deal, (**fields).clone()))
        }
        Record::Company { row, .. } => {
            Ok(Record::company(companies::find(tx, row.id)?.ok_or(Error::NotFound)?))
        }
    }
}

/// What taking the move back restores.
fn standing_of(hand: &CaseInHand) -> Before {
    let deal = hand.record.as_deal();
    Before {
        status: deal.map(|deal| deal.status.clone()).unwrap_or_default(),
        probability: deal.map_or(0, |deal| deal.stage_probability),
        entered_at: hand.case.entered_at,
        closed_at: deal.and_then(|deal| deal.closed_at),
        lost_reason: deal.and_then(|deal| deal.lost_reason.clone()),
        findings: hand.findings.clone(),
        changes: Vec::new(),
        strands: Vec::new(),
    }
}

/// Writes where the strands stand that the move brings on, and answers which.
fn write_strands(tx: &mut Tx, hand: &CaseInHand, step: &Step) -> Result<Vec<Change>> {
    if step.strands.is_empty() {
        return Ok(Vec::new());
    }
    let mut strands = hand.case.strands.clone();
    let mut changes = Vec::new();
    for (key, stand) in &step.strands {
        let before = strands.insert(key.clone(), stand.clone());
        let (before, after) = (kept(&before)?, kept(stand)?);
        changes.push(Change { field: key.clone(), before, after });
    }
    cases::set_strands(tx, hand.case_id, &kept(&strands)?.to_string())?;
    Ok(changes)
}

fn kept<T: Serialize>(value: &T) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|error| Error::Broken(error.to_string()))
}

/// Opens the visit of the stage that the step enters.
fn enter(tx: &mut Tx, scene: &Scene, hand: &CaseInHand, step: &Step) -> Result<()> {
    let findings = serde_json::to_string(&step.flagged).map_err(|error| Error::Broken(error.to_string()))?;
    let kind = kind_key(step);
    let visit = NewVisit {
        stage: &step.to,
        move_key: &step.move_key,
        kind: &kind,
        started_at: hand.case.started_at,
        entered_at: scene.now,
    };
    Ok(cases::enter(tx, hand.case_id, i64::from(step.entry), &visit, &findings)?)
}

fn write_standing(tx: &mut Tx, scene: &Scene, deal: i64, step: &Step) -> Result<()> {
    let closed_month = match step.ends {
        Some(_) => Some(month(installation::calendar(tx)?.day_of(scene.now))),
        None => None,
    };
    let reason = step.answers.iter().find(|(key, _)| key == "reason").and_then(|(_, value)| match value {
        Value::Choice(code) | Value::Text(code) => Some(code.as_str()),
        _ => None,
    });
    let standing = Standing {
        stage: &step.to,
        status: status(step.ends),
        stage_probability: i64::from(step.probability),
        entered_at: scene.now,
        closed_at: step.ends.map(|_| scene.now),
        closed_month,
        lost_reason: if step.ends == Some(End::Lost) { reason } else { None },
    };
    deals::update_standing(tx, deal, &standing, scene.now)?;
    Ok(())
}

/// A deal's status follows from its stage's kind.
pub(crate) fn status(ends: Option<End>) -> &'static str {
    match ends {
        None => "open",
        Some(End::Won) => "won",
        Some(End::Lost) => "lost",
        Some(End::Closed) => "closed",
    }
}

/// The kind of a move as events and visits keep it: `forward`, `return`, `refusal`, `strand`.
pub(crate) fn kind_key(step: &Step) -> String {
    serde_json::to_value(step.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned)).unwrap_or_default()
}

fn moved(hand: &CaseInHand, act: &MoveCase, step: &Step, before: Before) -> Event {
    let json = |value: &Value| serde_json::to_value(value).unwrap_or_default();
    let answers = step.changes.iter().chain(&step.answers).map(|(key, value)| (key.clone(), json(value)));
    Event::CaseMoved {
        process: hand.of.process().map(|process| (process.to_owned(), hand.version)),
        move_key: step.move_key.clone(),
        kind: kind_key(step),
        strand: step.strand.clone(),
        from: step.from.clone().unwrap_or_else(|| hand.case.stage.clone()),
        to: step.to.clone(),
        answers: answers.collect(),
        accepted: act.accepts.clone(),
        overridden: act.override_reason.clone().filter(|_| !step.overridden.is_empty()),
        facts: hand.knowledge.facts.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
        before: Some(Box::new(before)),
    }
}
