//! Starting a case of a process that runs on a company.

use process::{Case, Decision, Definition, Knowledge, PlannedKind, Step};
use sales::activity::ActivityFields;
use sales::{Cause, Event, Fault};
use store::Tx;
use store::rows::cases::Run;
use store::rows::events::Of;
use store::rows::processes::ProcessRow;
use store::rows::{companies, facts, processes};

use super::beside::supply;
use super::effects::{self, Ground};
use super::record::Record;
use super::start_case::open;
use super::{CaseOf, definition_of};
use crate::activity::plan::plan_on;
use crate::{Act, Conflict, Error, Result, Scene, spine};

/// Starts a process on a company; one that runs there already is not started again.
#[derive(Clone, Debug)]
pub struct StartCase {
    pub company: i64,
    pub process: String,
    pub next_step: Option<ActivityFields>,
}

impl Act for StartCase {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.writers_only()?;
        let record = Record::company(companies::get_to_change(tx, self.company)?);
        record.may_read(scene)?;
        record.may_write(scene)?;
        if record.is_archived() {
            return Err(Conflict::Archived.into());
        }
        let found = processes::find_active_on(tx, "company", &self.process)?;
        let unknown = || Error::field("process", Fault::Unknown { value: self.process.clone() });
        let row = found.ok_or_else(unknown)?;
        if definition_of(tx, scene, row.id)?.by_nobody {
            return Err(unknown());
        }
        start_on(tx, scene, &record, &row, self.next_step.as_ref())
    }
}

/// Starts a process on a company, for an act that may.
pub(super) fn start_on(
    tx: &mut Tx,
    scene: &Scene,
    record: &Record,
    found: &ProcessRow,
    next_step: Option<&ActivityFields>,
) -> Result<()> {
    let definition = definition_of(tx, scene, found.id)?;
    let step = first_step(tx, scene, record, &definition, next_step)?;
    let run = Run { process: &definition.key, version: found.id };
    open(tx, scene, record.of(), &run, &step)?;
    let (process, version, stage) = (definition.key.clone(), found.id, step.to.clone());
    spine::record(tx, scene, record.about(), &Event::CaseStarted { process, version, stage })?;
    if let Some(next) = next_step {
        plan_on(tx, scene, record, next)?;
    }
    let ground = Ground { record, definition: &definition, step: &step };
    effects::carry_out(tx, scene, &ground, &step.effects)?;
    if let Some(rule) = &step.else_plan {
        effects::plan_default(tx, scene, &ground, rule)?;
    }
    let Of::Company(company) = record.of() else { return Ok(()) };
    scene.touch(&CaseOf::company(company, &definition.key), |act| act.rests |= step.rests);
    Ok(())
}

/// What starting does, or all that stands in its way.
fn first_step(
    tx: &mut Tx,
    scene: &Scene,
    record: &Record,
    definition: &Definition,
    next_step: Option<&ActivityFields>,
) -> Result<Step> {
    let case = Case::begin(&definition.start().key, scene.now);
    let mut fields = record.knowledge();
    fields.extend(supply(tx, scene, record, definition, true)?);
    let knowledge = Knowledge {
        fields,
        facts: facts::load(tx, record.of(), &case, definition.facts())?,
        has_next_step: record.has_next_step(tx)?,
        taker_is_person: matches!(scene.by.cause, Cause::Member | Cause::Token),
        ..Knowledge::default()
    };
    let planned =
        |next: &ActivityFields| PlannedKind { activity_type: next.kind.clone(), at: next.starts_at };
    let plans: Vec<PlannedKind> = next_step.into_iter().map(planned).collect();
    match process::start(definition, &knowledge, &plans, scene.now) {
        Decision::Step(step) => Ok(*step),
        Decision::Refused(findings) => Err(Error::Refused(findings)),
    }
}
