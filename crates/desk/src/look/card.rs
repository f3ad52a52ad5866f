//! A deal as the board shows it.

use jiff::{Timestamp, ToSpan};
use process::{Definition, Span};
use sales::WorkingTime;
use sales::activity::NextStep;
use store::Tx;
use store::rows::deal_list::{self, ListedDeal, NextActivity};

use crate::case::definition_of;
use crate::{Result, Scene};

/// A record by id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub id: i64,
    pub name: String,
}

impl Link {
    pub(super) fn of(id: Option<i64>, name: Option<String>) -> Option<Link> {
        id.zip(name).map(|(id, name)| Link { id, name })
    }
}

/// How the next step stands; what and when is empty where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepAhead {
    pub state: NextStep,
    pub activity: Option<i64>,
    pub at: Option<Timestamp>,
    /// The activity's type.
    pub kind: Option<String>,
    pub subject: Option<String>,
}

impl StepAhead {
    pub(super) fn of(at: Option<Timestamp>, step: Option<NextActivity>, scene: &Scene) -> StepAhead {
        let state = NextStep::of(at, scene.now, &scene.by.zone);
        let (activity, kind, subject) = match step {
            Some(step) => (Some(step.id), Some(step.kind), Some(step.subject)),
            None => (None, None, None),
        };
        StepAhead { state, activity, at, kind, subject }
    }
}

/// A card. Money is minor units of `currency`, `recurring` a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub id: i64,
    pub name: String,
    pub company: Option<Link>,
    pub person: Option<Link>,
    pub owner: Link,
    pub amount: Option<i64>,
    pub amount_estimated: bool,
    pub recurring: Option<i64>,
    pub currency: String,
    pub next_step: StepAhead,
    pub stage: String,
    pub stage_entered_at: Timestamp,
    /// In its stage for longer than the process finds healthy.
    pub is_rotting: bool,
    /// The case's entry: a move made up on an older one is refused.
    pub entry: i64,
    pub version: i64,
}

/// The cards of these deals, in their order.
pub(super) fn cards(tx: &mut Tx, scene: &Scene, calendar: &WorkingTime, ids: &[i64]) -> Result<Vec<Card>> {
    tx.foresee(|tx| (deal_list::list_next_activities(tx, ids), deal_list::load(tx, ids)));
    let mut steps = deal_list::list_next_activities(tx, ids)?;
    let mut cards = Vec::with_capacity(ids.len());
    for deal in deal_list::load(tx, ids)? {
        let definition = definition_of(tx, scene, deal.process_version_id)?;
        let is_rotting = is_rotting(&definition, &deal.stage, deal.stage_entered_at, calendar, scene.now);
        let next_step = StepAhead::of(deal.next_step_at, steps.remove(&deal.id), scene);
        cards.push(card(deal, next_step, is_rotting));
    }
    Ok(cards)
}

fn card(deal: ListedDeal, next_step: StepAhead, is_rotting: bool) -> Card {
    Card {
        next_step,
        id: deal.id,
        name: deal.name,
        company: Link::of(deal.company_id, deal.company_name),
        person: Link::of(deal.person_id, deal.person_name),
        owner: Link { id: deal.owner_id, name: deal.owner_name },
        amount: deal.amount,
        amount_estimated: deal.amount_estimated,
        recurring: deal.recurring,
        currency: deal.currency,
        stage: deal.stage,
        stage_entered_at: deal.stage_entered_at,
        is_rotting,
        entry: deal.entry,
        version: deal.version,
    }
}

/// Whether a case has stayed in its stage for longer than `rots_after`.
pub(super) fn is_rotting(
    definition: &Definition,
    stage: &str,
    entered_at: Timestamp,
    calendar: &WorkingTime,
    now: Timestamp,
) -> bool {
    let Some(span) =
        definition.stage(stage).filter(|stage| stage.is_open()).and_then(|stage| stage.rots_after)
    else {
        return false;
    };
    let later = |span: jiff::Span| entered_at.saturating_add(span).unwrap_or(entered_at);
    let rots_at = match span {
        Span::Minutes(n) => later(i64::from(n).minutes()),
        Span::Hours(n) => later(i64::from(n).hours()),
        Span::WorkingHours(n) => calendar.working_hours_after(entered_at, n),
        Span::Days(n) => calendar.days_after_end(entered_at, n),
        Span::Weeks(n) => calendar.days_after_end(entered_at, n.saturating_mul(7)),
        Span::Months(n) => calendar.days_after_end(entered_at, n.saturating_mul(30)),
        Span::WorkingDays(n) => calendar.working_days_after(entered_at, n),
    };
    rots_at < now
}
