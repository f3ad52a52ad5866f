//! Loading a case with all that its process may know.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use process::{Case, Definition, Knowledge, PartRule, Severity, Visit, Vocabulary};
use sales::vocabulary::{Lists, vocabulary};
use sales::{Cause, Role};
use store::Tx;
use store::rows::cases::{CaseRow, VisitRow};
use store::rows::deals::DealRow;
use store::rows::{cases, companies, deals, facts, installation, members, parts, processes};

use super::CaseOf;
use super::beside::supply;
use super::record::Record;
use crate::{Error, Result, Scene};

/// A record, its case, and what the process knows of both.
pub(crate) struct CaseInHand {
    pub of: CaseOf,
    pub record: Record,
    pub case_id: i64,
    /// Id of the published version that it runs.
    pub version: i64,
    pub case: Case,
    /// What stands open on the case, as JSON.
    pub findings: String,
    pub definition: Arc<Definition>,
    pub knowledge: Knowledge,
}

impl CaseInHand {
    /// Loads the case to change it; the actor must be allowed to.
    pub(crate) fn to_change(tx: &mut Tx, scene: &Scene, of: &CaseOf) -> Result<CaseInHand> {
        scene.writers_only()?;
        let record = match of {
            CaseOf::Deal(id) => {
                let row = deals::get_to_change(tx, *id)?;
                scene.may_read(row.owner_id)?;
                scene.may_write(row.owner_id)?;
                return CaseInHand::load(tx, scene, row, true);
            }
            CaseOf::Company { company, .. } => Record::company(companies::get_to_change(tx, *company)?),
        };
        record.may_read(scene)?;
        record.may_write(scene)?;
        CaseInHand::load_beside(tx, scene, of, record, true)
    }

    /// Loads the case to look at it.
    pub(crate) fn to_see(tx: &mut Tx, scene: &Scene, of: &CaseOf) -> Result<CaseInHand> {
        match of {
            CaseOf::Deal(id) => {
                let row = deals::get(tx, *id)?;
                scene.may_read(row.owner_id)?;
                CaseInHand::load(tx, scene, row, false)
            }
            CaseOf::Company { company, .. } => {
                let row = companies::find(tx, *company)?.ok_or(Error::NotFound)?;
                scene.may_read_shared(row.owner_id)?;
                CaseInHand::load_beside(tx, scene, of, Record::company(row), false)
            }
        }
    }

    /// A deal's main case; `held` where it is to be changed.
    pub(super) fn load(tx: &mut Tx, scene: &Scene, deal: DealRow, held: bool) -> Result<CaseInHand> {
        tx.foresee(|tx| {
            let beside = (deals::list_people(tx, deal.id), deals::list_lines(tx, deal.id));
            (cases::get_of_deal(tx, deal.id), cases::list_visits_of_deal(tx, deal.id), beside)
        });
        let row = cases::get_of_deal(tx, deal.id)?;
        let visits = cases::list_visits_of_deal(tx, deal.id)?;
        let people = deals::list_people(tx, deal.id)?;
        let lines = deals::list_lines(tx, deal.id)?;
        let fields = deal.fields(people, lines);
        CaseInHand::know(tx, scene, CaseOf::Deal(deal.id), Record::deal(deal, fields), (row, visits), held)
    }

    /// One of the cases of a record that runs several.
    pub(super) fn load_beside(
        tx: &mut Tx,
        scene: &Scene,
        of: &CaseOf,
        record: Record,
        held: bool,
    ) -> Result<CaseInHand> {
        let CaseOf::Company { company, process } = of else { return Err(Error::NotFound) };
        let row = cases::list_of_company(tx, *company)?.into_iter().find(|row| row.process == *process);
        let row = row.ok_or(Error::NotFound)?;
        let visits = cases::list_visits(tx, row.id)?;
        CaseInHand::know(tx, scene, of.clone(), record, (row, visits), held)
    }

    fn know(
        tx: &mut Tx,
        scene: &Scene,
        of: CaseOf,
        record: Record,
        (row, visits): (CaseRow, Vec<VisitRow>),
        held: bool,
    ) -> Result<CaseInHand> {
        let definition = definition_of(tx, scene, row.process_version_id)?;
        let (case_id, version, findings) = (row.id, row.process_version_id, row.findings.clone());
        let case = read(row, visits)?;
        let (parts, own_parts) = parts_of(tx, scene, &record, &definition)?;
        let mut fields = record.knowledge();
        fields.extend(supply(tx, scene, &record, &definition, held)?);
        let knowledge = Knowledge {
            fields,
            facts: facts::load(tx, record.of(), &case, definition.facts())?,
            has_next_step: record.has_next_step(tx)?,
            parts,
            own_parts,
            taker_is_person: matches!(scene.by.cause, Cause::Member | Cause::Token),
            days_in_stage: days_in_stage(tx, scene, &case, &definition)?,
            today: today(tx, scene, &definition)?,
            may_override: matches!(scene.by.role, Role::Administrator | Role::Manager),
        };
        Ok(CaseInHand { of, record, case_id, version, case, findings, definition, knowledge })
    }
}

/// The day it is, where some condition reads it.
fn today(tx: &mut Tx, scene: &Scene, definition: &Definition) -> Result<Option<Date>> {
    if !definition.names_today {
        return Ok(None);
    }
    Ok(Some(installation::calendar(tx)?.day_of(scene.now)))
}

/// Midnights since the stage was entered, where a move asks for them.
fn days_in_stage(tx: &mut Tx, scene: &Scene, case: &Case, definition: &Definition) -> Result<u32> {
    if definition.moves_from(&case.stage).all(|movement| movement.within_days.is_none()) {
        return Ok(0);
    }
    let calendar = installation::calendar(tx)?;
    let days = calendar.day_of(scene.now) - calendar.day_of(case.entered_at);
    Ok(u32::try_from(days.get_days()).unwrap_or_default())
}

/// The case as the engine has it.
fn read(row: CaseRow, rows: Vec<VisitRow>) -> Result<Case> {
    let count = |entry: i64| {
        u32::try_from(entry).map_err(|_| Error::Broken(format!("case {}: entry {entry}", row.id)))
    };
    let mut visits = Vec::new();
    for visit in rows.into_iter().filter(|visit| visit.left_at.is_some()) {
        let entry = count(visit.entry)?;
        visits.push(Visit {
            stage: visit.stage,
            entry,
            entered_at: visit.entered_at,
            left_at: visit.left_at,
        });
    }
    let entry = count(row.entry)?;
    let resting = serde_json::from_str(&row.resting)
        .map_err(|error| Error::Broken(format!("resting moves of case {}: {error}", row.id)))?;
    let strands = serde_json::from_str(&row.strands)
        .map_err(|error| Error::Broken(format!("strands of case {}: {error}", row.id)))?;
    let (started_at, entered_at) = (row.started_at, row.entered_at);
    Ok(Case { stage: row.stage, entry, started_at, entered_at, visits, resting, strands })
}

/// The compiled definition of a published version.
pub(crate) fn definition_of(tx: &mut Tx, scene: &Scene, version: i64) -> Result<Arc<Definition>> {
    scene.shelf.get(version, || {
        let row = processes::get(tx, version)?;
        // Fields are told by their titles; a version older than a field's name is read by names alone.
        let lists = vocabulary(&Lists::default());
        let titled = Vocabulary { activity_types: None, outcomes: None, document_kinds: None, ..lists };
        if let (Some(definition), _) = process::check(&row.definition, &titled) {
            return Ok(definition);
        }
        let (definition, findings) = process::check(&row.definition, &Vocabulary::open());
        definition.ok_or_else(|| {
            let first = findings.iter().find(|finding| finding.severity == Severity::Blocks);
            Error::Broken(format!(
                "process {} version {} no longer compiles: {}",
                row.process,
                row.version,
                first.map_or("", |finding| finding.says.en.as_str())
            ))
        })
    })
}

/// The parts that the actor holds in the case, and those of them that are their own. Whoever heads the holder of a part
/// may stand in for them; an administrator and the server itself stand in for everybody.
fn parts_of(
    tx: &mut Tx,
    scene: &Scene,
    record: &Record,
    definition: &Definition,
) -> Result<(BTreeSet<String>, BTreeSet<String>)> {
    let all = || definition.parts().iter().map(|part| part.key.clone()).collect();
    let Some(member) = scene.by.member else { return Ok((all(), BTreeSet::new())) };
    if scene.by.is_administrator() && !definition.bars_anybody() {
        return Ok((all(), BTreeSet::new()));
    }
    let (mut held, mut own) = (BTreeSet::new(), BTreeSet::new());
    for part in definition.parts() {
        let (holds, is_own) = holds(tx, member, record, definition, &part.rule)?;
        held.extend(holds.then(|| part.key.clone()));
        own.extend(is_own.then(|| part.key.clone()));
    }
    Ok((if scene.by.is_administrator() { all() } else { held }, own))
}

/// Whether a member acts for a part, and whether it is their own.
fn holds(
    tx: &mut Tx,
    member: i64,
    record: &Record,
    definition: &Definition,
    rule: &PartRule,
) -> Result<(bool, bool)> {
    if let PartRule::Queue(queue) = rule {
        let is_of_queue = parts::is_of_queue(tx, member, queue)?;
        return Ok((is_of_queue, is_of_queue));
    }
    let is_head_rule = matches!(rule, PartRule::HeadOf(_));
    Ok(match holder_of(record, definition, rule) {
        Some(holder) if holder == member && !is_head_rule => (true, true),
        Some(holder) => {
            let heads = parts::list_heads_over(tx, holder)?.contains(&member);
            (heads, heads && is_head_rule)
        }
        None => (false, false),
    })
}

/// The member in a part's field; for `head of X` the member whose head is meant.
fn holder_of(record: &Record, definition: &Definition, rule: &PartRule) -> Option<i64> {
    match rule {
        PartRule::Field(field) => record.member_in(field),
        PartRule::HeadOf(key) => {
            let part = definition.parts().iter().find(|part| part.key == *key)?;
            match &part.rule {
                PartRule::Field(_) => holder_of(record, definition, &part.rule),
                _ => None,
            }
        }
        PartRule::Queue(_) => None,
    }
}

/// Who does the work of a part: a member, or a queue that somebody takes it from. A part that nobody holds falls to
/// the record's owner, so that no task is left without a doer.
pub(crate) enum Doer {
    Member(i64),
    Queue(String),
}

impl Doer {
    pub(crate) fn of(
        tx: &mut Tx,
        scene: &Scene,
        record: &Record,
        definition: &Definition,
        part: &str,
    ) -> Result<Doer> {
        let found = definition.parts().iter().find(|known| known.key == part);
        let holder = match found.map(|part| &part.rule) {
            Some(PartRule::Queue(queue)) => return Ok(Doer::Queue(queue.clone())),
            Some(rule @ PartRule::Field(_)) => holder_of(record, definition, rule),
            Some(rule @ PartRule::HeadOf(_)) => {
                match holder_of(record, definition, rule).or(record.owner()) {
                    Some(holder) => parts::list_heads_over(tx, holder)?.first().copied(),
                    None => None,
                }
            }
            None => None,
        };
        match holder {
            Some(holder) => Ok(Doer::Member(holder)),
            None => Ok(Doer::Member(owner_of(tx, scene, record)?)),
        }
    }
}

/// Whoever answers for a record: its owner; of one that everybody shares, whoever acts, else an administrator.
pub(super) fn owner_of(tx: &mut Tx, scene: &Scene, record: &Record) -> Result<i64> {
    if let Some(owner) = record.owner().or(scene.by.member) {
        return Ok(owner);
    }
    let administrators = members::list_administrators(tx)?;
    administrators.first().copied().ok_or_else(|| Error::Broken("nobody administers".to_owned()))
}
