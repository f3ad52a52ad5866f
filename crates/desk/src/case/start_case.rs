//! Starting the case of a new deal in its process's first stage.

use std::collections::BTreeMap;

use process::{Decision, Knowledge, PlannedKind, Step};
use sales::activity::ActivityFields;
use sales::deal::DealFields;
use sales::{Event, vocabulary};
use store::Tx;
use store::rows::cases::{self, NewVisit, Run};
use store::rows::deals::{self, Origin};
use store::rows::events::{About, Of};
use store::rows::totals::{self, Share};

use super::beside::supply_deal;
use super::definition_of;
use super::effects::{self, Ground};
use super::move_case::{kind_key, status};
use super::record::Record;
use crate::activity::plan::plan_for_deal;
use crate::deal::CreateDeal;
use crate::deal::entry::index_deal;
use crate::taken::taken;
use crate::{Error, Result, Scene, spine};

/// Writes the deal, its case in the start stage, and the next step: given, or the stage's default.
pub(crate) fn start(
    tx: &mut Tx,
    scene: &Scene,
    act: &CreateDeal,
    fields: &DealFields,
    owner: i64,
    version: i64,
) -> Result<i64> {
    let definition = definition_of(tx, scene, version)?;
    let mut known = vocabulary::knowledge(fields);
    known.extend(supply_deal(tx, scene, fields.company_id, &definition, true)?);
    let knowledge = Knowledge { fields: known, taker_is_person: true, ..Knowledge::default() };
    let planned =
        |next: &ActivityFields| PlannedKind { activity_type: next.kind.clone(), at: next.starts_at };
    let plans: Vec<PlannedKind> = act.next_step.iter().map(planned).collect();
    let step = match process::start(&definition, &knowledge, &plans, scene.now) {
        Decision::Step(step) => *step,
        Decision::Refused(findings) => return Err(Error::Refused(findings)),
    };
    let id = insert(tx, scene, act, fields, owner, &Run { process: &definition.key, version }, &step)?;
    let deal = deals::get(tx, id)?;
    totals::change(tx, None, Share::of(&deal).as_ref())?;
    index_deal(tx, &deal)?;
    let created = Event::DealCreated { name: fields.name.clone(), stage: step.to.clone() };
    spine::record(tx, scene, About::deal(id, deal.company_id, deal.person_id), &created)?;
    if let Some(next) = &act.next_step {
        plan_for_deal(tx, scene, &deal, next, false)?;
    }
    let record = Record::deal(deal, fields.clone());
    let ground = Ground { record: &record, definition: &definition, step: &step };
    effects::carry_out(tx, scene, &ground, &step.effects)?;
    if let Some(rule) = &step.else_plan {
        effects::plan_default(tx, scene, &ground, rule)?;
    }
    Ok(id)
}

fn insert(
    tx: &mut Tx,
    scene: &Scene,
    act: &CreateDeal,
    fields: &DealFields,
    owner: i64,
    run: &Run<'_>,
    step: &Step,
) -> Result<i64> {
    let origin = Origin {
        process_version_id: run.version,
        stage: &step.to,
        status: status(step.ends),
        stage_probability: i64::from(step.probability),
        entered_at: scene.now,
        closed_at: None,
        closed_month: None,
        lost_reason: None,
        source_id: act.source_id.as_deref(),
        import_id: None,
        created_at: scene.now,
        created_by: scene.by.member,
        now: scene.now,
    };
    let source = act.source_id.as_deref().unwrap_or("");
    let id = taken(deals::insert(tx, fields, owner, &origin), "deals_source_unique", "source_id", source)?;
    open(tx, scene, Of::Deal(id), run, step)?;
    Ok(id)
}

/// Opens a case where its first step puts it; `process` is taken where one runs there already.
pub(super) fn open(tx: &mut Tx, scene: &Scene, of: Of, run: &Run<'_>, step: &Step) -> Result<()> {
    let findings = serde_json::to_string(&step.flagged).map_err(|error| Error::Broken(error.to_string()))?;
    let kind = kind_key(step);
    let visit =
        NewVisit { stage: &step.to, move_key: "", kind: &kind, started_at: scene.now, entered_at: scene.now };
    let opened = cases::insert(tx, of, run, &visit, &findings);
    let case = taken(opened, "cases_company_unique", "process", run.process)?;
    if !step.strands.is_empty() {
        let strands: BTreeMap<_, _> = step.strands.iter().cloned().collect();
        let strands = serde_json::to_string(&strands).map_err(|error| Error::Broken(error.to_string()))?;
        cases::set_strands(tx, case, &strands)?;
    }
    Ok(())
}
