//! Completing a planned activity, with its outcome and, in the same act, the next step.

use jiff::Timestamp;
use sales::activity::{ActivityFields, OUTCOMES};
use sales::field::{self, TEXT_MOST};
use sales::{Event, Fault, FieldError};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::rows::activities::{self, ActivityRow, Completion};

use super::{ground_of, next_step};
use crate::{Act, Conflict, Error, Result, Scene, spine};

/// Says that an activity took place.
#[derive(Clone, Debug, Default)]
pub struct CompleteActivity {
    pub id: i64,
    /// When it really began and ended; none keeps what was planned (if that is past) or ends it now.
    pub started_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    pub outcome: Option<String>,
    pub words: String,
    /// What was found out: a discovery's findings.
    pub findings: String,
    pub next_step: Option<ActivityFields>,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completed {
    pub deal: Option<i64>,
    pub next_step: Option<i64>,
}

impl Act for CompleteActivity {
    type Done = Completed;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Completed> {
        self.carry_out(tx, scene, true)
    }
}

impl CompleteActivity {
    /// `was_planned` unless it is logged in this very act.
    pub(super) fn carry_out(&self, tx: &mut Tx, scene: &Scene, was_planned: bool) -> Result<Completed> {
        scene.writers_only()?;
        let activity = activities::get_to_change(tx, self.id)?;
        let ground = ground_of(tx, scene, &activity)?;
        if activity.done_at.is_some() || activity.archived_at.is_some() {
            return Err(Conflict::Done.into());
        }
        let (started_at, ended_at) = self.span(&activity, scene.now);
        self.check(started_at, ended_at)?;
        let done = Completion {
            started_at,
            ended_at,
            outcome: self.outcome.as_deref(),
            words: &self.words,
            findings: &self.findings,
        };
        activities::complete(tx, self.id, &done, scene.now)?;
        spine::record(tx, scene, ground.about, &self.event(&activity, started_at, ended_at, was_planned))?;
        let next_step = match (&ground.deal, activity.company_id) {
            (Some(deal), _) => next_step::keep(tx, scene, deal, self.next_step.as_ref())?,
            (None, Some(company)) => next_step::keep_on_company(tx, scene, company, self.next_step.as_ref())?,
            (None, None) => None,
        };
        Ok(Completed { deal: activity.deal_id, next_step })
    }

    fn span(&self, activity: &ActivityRow, now: Timestamp) -> (Timestamp, Timestamp) {
        let length = activity.ends_at.duration_since(activity.starts_at);
        let started = self.started_at.unwrap_or(if activity.starts_at <= now {
            activity.starts_at
        } else {
            now.saturating_sub(length).unwrap_or(now)
        });
        let ended = self.ended_at.unwrap_or_else(|| started.saturating_add(length).unwrap_or(now));
        (started, ended)
    }

    fn check(&self, started_at: Timestamp, ended_at: Timestamp) -> Result<()> {
        let mut faults = Vec::new();
        field::check_text(&mut faults, "words", &self.words, false, TEXT_MOST);
        field::check_text(&mut faults, "findings", &self.findings, false, TEXT_MOST);
        if ended_at <= started_at {
            faults.push(FieldError::new("ended_at", Fault::EndsBeforeStart));
        }
        if let Some(outcome) = &self.outcome
            && !OUTCOMES.contains(&outcome.as_str())
        {
            faults.push(FieldError::new("outcome", Fault::Unknown { value: outcome.clone() }));
        }
        Error::unless_valid(faults)
    }

    fn event(
        &self,
        activity: &ActivityRow,
        started_at: Timestamp,
        ended_at: Timestamp,
        was_planned: bool,
    ) -> Event {
        Event::ActivityDone {
            activity: self.id,
            kind: activity.r#type.clone(),
            subject: activity.subject.clone(),
            started_at,
            minutes: ended_at.duration_since(started_at).as_mins(),
            outcome: self.outcome.clone(),
            words: self.words.clone(),
            findings: self.findings.clone(),
            planned: was_planned.then(|| Box::new(activity.fields())),
        }
    }
}
