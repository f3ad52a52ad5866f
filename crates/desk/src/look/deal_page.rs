//! A deal with all that stands beside it. The ways out of its stage are a look of their own: `case::OpenMoves`.

use std::sync::Arc;

use jiff::Timestamp;
use process::{Definition, Words};
use serde_json::Value;
use store::Tx;
use store::rows::cases::{self, VisitRow};
use store::rows::deal_list::{self, NextActivity};
use store::rows::deal_page::{self, DealPerson, DealTask, OpenActivity, ProductLine};
use store::rows::deals::{self, DealRow};
use store::rows::installation;

use super::card::{self, Link};
use super::{StepAhead, stages};
use crate::case::definition_of;
use crate::{Error, Look, Result, Scene};

/// Looks at a deal.
#[derive(Clone, Copy, Debug)]
pub struct DealPage {
    pub id: i64,
}

/// A stay in a stage. Days are whole days of 24 hours, those of the stay under way up to now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    pub stage: String,
    pub title: Words,
    pub entry: i64,
    pub move_key: String,
    /// `start`, `forward`, `return`, `refusal`, `reopen`, or `placed` by an import.
    pub kind: String,
    pub entered_at: Timestamp,
    pub left_at: Option<Timestamp>,
    pub days: i64,
}

#[derive(Clone, Debug)]
pub struct DealSeen {
    pub deal: DealRow,
    pub company: Option<Link>,
    pub person: Option<Link>,
    pub owner: Link,
    pub engineer: Option<Link>,
    pub people: Vec<DealPerson>,
    pub lines: Vec<ProductLine>,
    pub definition: Arc<Definition>,
    pub stage_title: Words,
    /// The case's entry: a move made up on an older one is refused.
    pub entry: i64,
    pub stays: Vec<Stay>,
    pub is_rotting: bool,
    /// None for a deal that is over.
    pub next_step: Option<StepAhead>,
    pub activities: Vec<OpenActivity>,
    pub tasks: Vec<DealTask>,
    /// What stays open on the case, as findings of the process language write themselves.
    pub findings: Vec<Value>,
    pub may_write: bool,
}

impl Look for DealPage {
    type Seen = DealSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<DealSeen> {
        let deal = deals::get(tx, self.id)?;
        scene.may_read(deal.owner_id)?;
        foresee(tx, deal.id);
        let listed = deal_list::load(tx, &[deal.id])?.pop();
        let listed = listed.ok_or_else(|| Error::Broken(format!("deal {} has no case", deal.id)))?;
        let definition = definition_of(tx, scene, deal.process_version_id)?;
        let case = cases::get_of_deal(tx, deal.id)?;
        let visits = cases::list_visits_of_deal(tx, deal.id)?;
        let calendar = installation::calendar(tx)?;
        let findings = serde_json::from_str(&case.findings)
            .map_err(|error| Error::Broken(format!("findings of deal {}: {error}", deal.id)))?;
        let activities = deal_page::list_open_activities(tx, deal.id)?;
        let first = activities.first().map(|next| NextActivity {
            id: next.id,
            kind: next.kind.clone(),
            subject: next.subject.clone(),
        });
        Ok(DealSeen {
            people: deal_page::list_people(tx, deal.id)?,
            lines: deal_page::list_lines(tx, deal.id)?,
            stage_title: stages::title(tx, scene, deal.process_version_id, &deal.stage)?,
            entry: case.entry,
            stays: visits.into_iter().map(|visit| stay(&definition, visit, scene.now)).collect(),
            is_rotting: card::is_rotting(
                &definition,
                &deal.stage,
                deal.stage_entered_at,
                &calendar,
                scene.now,
            ),
            next_step: (deal.status == "open").then(|| StepAhead::of(deal.next_step_at, first, scene)),
            activities,
            tasks: deal_page::list_tasks(tx, deal.id)?,
            findings,
            may_write: scene.by.writes.holds(deal.owner_id),
            company: Link::of(listed.company_id, listed.company_name),
            person: Link::of(listed.person_id, listed.person_name),
            owner: Link { id: listed.owner_id, name: listed.owner_name },
            engineer: Link::of(listed.engineer_id, listed.engineer_name),
            definition,
            deal,
        })
    }
}

/// What the page reads by the deal's id alone.
fn foresee(tx: &mut Tx, id: i64) {
    tx.foresee(|tx| {
        let case =
            (cases::get_of_deal(tx, id), cases::list_visits_of_deal(tx, id), installation::calendar(tx));
        let parts = (deal_page::list_people(tx, id), deal_page::list_lines(tx, id));
        let work = (deal_page::list_open_activities(tx, id), deal_page::list_tasks(tx, id));
        (deal_list::load(tx, &[id]), case, parts, work)
    });
}

pub(super) fn stay(definition: &Definition, visit: VisitRow, now: Timestamp) -> Stay {
    let until = visit.left_at.unwrap_or(now);
    let title =
        definition.stage(&visit.stage).map_or_else(|| Words::same(&visit.stage), |stage| stage.title.clone());
    Stay {
        title,
        days: until.duration_since(visit.entered_at).as_secs().max(0) / 86_400,
        stage: visit.stage,
        entry: visit.entry,
        move_key: visit.move_key,
        kind: visit.kind,
        entered_at: visit.entered_at,
        left_at: visit.left_at,
    }
}
