//! What follows of an act by itself: moves that nobody's hand takes, and falling back to a stage that no longer holds.
//!
//! In the transaction of the act and under its number: it is kept with it, and taken back with it.

use std::collections::BTreeMap;

use process::{Finding, Then};
use sales::Actor;
use serde_json::Value;
use store::Tx;
use store::rows::cases;
use store::rows::companies::{self, CompanyRow};
use store::rows::deals::{self, DealRow};
use store::rows::events::Of;

use super::load::definition_of;
use super::move_case::{MoveCase, take};
use super::record::Record;
use super::{CaseInHand, CaseOf};
use crate::{Error, Result, Scene};

/// Facts are looked at again this often in one act at most; definitions end sooner by their own rules.
const ROUNDS: usize = 64;
/// Marks what stands on a case because it may not fall back.
const STANDING: &str = "standing";

/// How a case stands at the end of an act.
pub(crate) struct Settled {
    pub stage: String,
    /// A deal's; empty for a case of another record.
    pub status: String,
    /// The record's.
    pub version: i64,
}

/// Lets happen what follows on every record that the act told of.
pub(crate) fn settle_all(tx: &mut Tx, scene: &Scene) -> Result<()> {
    while let Some(record) = scene.next_touched() {
        match record {
            Of::Deal(deal) => drop(settle_deal(tx, scene, deal)?),
            Of::Company(company) => settle_company(tx, scene, company)?,
            Of::Person(_) => drop(scene.take_touched(record)),
        }
    }
    Ok(())
}

/// Lets happen what follows on one case's record; answers how the case stands then. An act that tells how a case
/// stands in the end calls this itself.
pub(crate) fn settle(tx: &mut Tx, scene: &Scene, of: &CaseOf) -> Result<Settled> {
    match of {
        CaseOf::Deal(deal) => {
            let row = settle_deal(tx, scene, *deal)?;
            Ok(Settled { stage: row.stage, status: row.status, version: row.version })
        }
        CaseOf::Company { company, process } => {
            settle_company(tx, scene, *company)?;
            let row = cases::list_of_company(tx, *company)?.into_iter().find(|row| row.process == *process);
            let stage = row.ok_or(Error::NotFound)?.stage;
            let version = companies::find(tx, *company)?.ok_or(Error::NotFound)?.version;
            Ok(Settled { stage, status: String::new(), version })
        }
    }
}

/// The same for a deal.
pub(crate) fn settle_deal(tx: &mut Tx, scene: &Scene, deal: i64) -> Result<DealRow> {
    let mut row = deals::get(tx, deal)?;
    let Some(mut acts) = scene.take_touched(Of::Deal(deal)) else { return Ok(row) };
    let mut act = acts.remove("").unwrap_or_default();
    let itself = by_itself(scene);
    for _ in 0..ROUNDS {
        let definition = definition_of(tx, scene, row.process_version_id)?;
        if row.archived_at.is_some() || !definition.is_restless(&row.stage) {
            return Ok(row);
        }
        let hand = CaseInHand::load(tx, &itself, row, true)?;
        if !goes_on(tx, &itself, hand, &mut act)? {
            return Ok(deals::get(tx, deal)?);
        }
        // Its own news are no reason to begin again.
        scene.take_touched(Of::Deal(deal));
        row = deals::get(tx, deal)?;
    }
    Err(Error::Broken(format!("deal {deal} does not come to rest")))
}

/// The same for a company: its cases take turns, in the order of their processes, until all are at rest.
fn settle_company(tx: &mut Tx, scene: &Scene, company: i64) -> Result<()> {
    let record = Of::Company(company);
    let Some(mut acts) = scene.take_touched(record) else { return Ok(()) };
    let itself = by_itself(scene);
    for _ in 0..ROUNDS {
        let row = companies::find(tx, company)?.ok_or(Error::NotFound)?;
        if row.archived_at.is_some() || !take_turns(tx, &itself, &row, &mut acts)? {
            return Ok(());
        }
        // What one case did is news to the others.
        for (process, news) in scene.take_touched(record).unwrap_or_default() {
            acts.entry(process).or_default().changed.extend(news.changed);
        }
    }
    Err(Error::Broken(format!("company {company} does not come to rest")))
}

/// Lets the first case that does not rest take one step; answers whether one did.
fn take_turns(
    tx: &mut Tx,
    itself: &Scene,
    company: &CompanyRow,
    acts: &mut BTreeMap<String, process::Act>,
) -> Result<bool> {
    let changed = acts.get("").map(|act| act.changed.clone()).unwrap_or_default();
    for case in cases::list_of_company(tx, company.id)? {
        let definition = definition_of(tx, itself, case.process_version_id)?;
        if !definition.is_restless(&case.stage) {
            continue;
        }
        let act = acts.entry(case.process.clone()).or_default();
        act.changed.extend(changed.iter().cloned());
        let of = CaseOf::company(company.id, &case.process);
        let hand = CaseInHand::load_beside(tx, itself, &of, Record::company(company.clone()), true)?;
        if goes_on(tx, itself, hand, act)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Lets a case take one step by itself, if one is due; answers whether it did.
fn goes_on(tx: &mut Tx, itself: &Scene, hand: CaseInHand, act: &mut process::Act) -> Result<bool> {
    let settled = process::settle(&hand.definition, &hand.case, &hand.knowledge, act, itself.now);
    if settled.resting != hand.case.resting {
        cases::set_resting(tx, hand.case_id, &json(&settled.resting)?)?;
    }
    stand(tx, &hand, &settled.standing)?;
    match settled.then {
        Then::AtRest => Ok(false),
        Then::Loop(finding) => Err(Error::Refused(vec![*finding])),
        Then::Step(step) => {
            let by_itself = MoveCase { of: hand.of.clone(), ..MoveCase::default() };
            take(tx, itself, hand, &by_itself, &step)?;
            act.rests = step.rests;
            act.changed.extend(step.changes.iter().map(|(field, _)| field.clone()));
            act.taken.insert(step.move_key);
            Ok(true)
        }
    }
}

/// Nobody's hand, in the same act.
fn by_itself(scene: &Scene) -> Scene {
    scene.as_actor(Actor::system(scene.by.zone.clone()))
}

/// Keeps beside the case's own findings those that stand because there is no way back.
fn stand(tx: &mut Tx, hand: &CaseInHand, standing: &[Finding]) -> Result<()> {
    let kept: Vec<Value> =
        serde_json::from_str(&hand.findings).map_err(|error| Error::Broken(error.to_string()))?;
    let mut findings: Vec<Value> = kept.iter().filter(|kept| kept["code"] != STANDING).cloned().collect();
    for finding in standing {
        let mut finding = serde_json::to_value(finding).map_err(|error| Error::Broken(error.to_string()))?;
        finding["code"] = STANDING.into();
        findings.push(finding);
    }
    if findings == kept { Ok(()) } else { Ok(cases::set_findings(tx, hand.case_id, &json(&findings)?)?) }
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Broken(error.to_string()))
}
