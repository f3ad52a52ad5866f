//! Planning an activity: dated, owned, with time set aside (seed 003.7).

use sales::activity::ActivityFields;
use sales::{Event, Fault, FieldError};
use store::Tx;
use store::rows::deals::DealRow;
use store::rows::events::About;
use store::rows::{activities, choices, deals, members, people};

use super::{Ground, On, ground};
use crate::case::Record;
use crate::{Act, Error, Result, Scene, spine};

/// Plans an activity on a record.
#[derive(Clone, Debug)]
pub struct PlanActivity {
    pub on: On,
    pub fields: ActivityFields,
}

impl Act for PlanActivity {
    /// The new activity's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let ground = ground(tx, scene, self.on)?;
        plan(tx, scene, &ground, &self.fields, false)
    }
}

/// Plans a next step within another act on a deal.
pub(crate) fn plan_for_deal(
    tx: &mut Tx,
    scene: &Scene,
    deal: &DealRow,
    fields: &ActivityFields,
    by_process: bool,
) -> Result<i64> {
    let subject = activities::Subject { deal_id: Some(deal.id), ..Default::default() };
    let about = About::deal(deal.id, deal.company_id, deal.person_id);
    plan(tx, scene, &Ground { subject, about, deal: Some(deal.clone()) }, fields, by_process)
}

/// Plans a next step with a move of the record's case.
pub(crate) fn plan_on(tx: &mut Tx, scene: &Scene, record: &Record, fields: &ActivityFields) -> Result<i64> {
    let deal = record.as_deal().cloned();
    plan(tx, scene, &Ground { subject: record.subject(), about: record.about(), deal }, fields, false)
}

fn plan(
    tx: &mut Tx,
    scene: &Scene,
    ground: &Ground,
    fields: &ActivityFields,
    by_process: bool,
) -> Result<i64> {
    check(tx, scene, ground, None, fields)?;
    let deal_owner = ground.deal.as_ref().map(|deal| deal.owner_id);
    let owner = fields.owner_id.or(scene.by.member).or(deal_owner);
    let owner = owner.ok_or(Error::field("owner", Fault::Required))?;
    let id = activities::insert(tx, fields, ground.subject, owner, None, scene.now, scene.by.member)?;
    if let Some(deal) = &ground.deal {
        deals::refresh_next_step(tx, deal.id)?;
    }
    let event = Event::ActivityPlanned {
        activity: id,
        kind: fields.kind.clone(),
        subject: fields.subject.clone(),
        starts_at: fields.starts_at,
        ends_at: fields.ends_at,
        owner,
        by_process,
    };
    spine::record(tx, scene, ground.about, &event)?;
    Ok(id)
}

/// Checks the fields, that the type is one in use, that the owner is a member, and that whom it is with is within
/// sight: one of the deal's people, or whom it was `with` already, may be meant in any case.
pub(crate) fn check(
    tx: &mut Tx,
    scene: &Scene,
    ground: &Ground,
    with: Option<i64>,
    fields: &ActivityFields,
) -> Result<()> {
    let mut faults = fields.faults();
    if faults.is_empty() && !choices::is_in_use(tx, "activity-type", &fields.kind)? {
        faults.push(FieldError::new("type", Fault::Unknown { value: fields.kind.clone() }));
    }
    if let Some(owner) = fields.owner_id
        && members::find(tx, owner)?.is_none_or(|member| member.archived_at.is_some())
    {
        faults.push(FieldError::new("owner", Fault::Unknown { value: owner.to_string() }));
    }
    if let Some(person) = fields.person_id
        && with != Some(person)
        && !may_meet(tx, scene, ground, person)?
    {
        faults.push(FieldError::new("person", Fault::Unknown { value: person.to_string() }));
    }
    Error::unless_valid(faults)
}

fn may_meet(tx: &mut Tx, scene: &Scene, ground: &Ground, person: i64) -> Result<bool> {
    if let Some(deal) = &ground.deal
        && (deal.person_id == Some(person)
            || deals::list_people(tx, deal.id)?.iter().any(|party| party.person_id == person))
    {
        return Ok(true);
    }
    Ok(people::find(tx, person)?.is_some_and(|row| scene.by.reads.holds_shared(row.owner_id)))
}
