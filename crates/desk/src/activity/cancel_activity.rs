//! Cancelling a planned activity; the last one of an open deal only with another in its place.

use sales::Event;
use sales::activity::ActivityFields;
use store::Tx;
use store::rows::activities;

use super::{ground_of, next_step};
use crate::{Act, Conflict, Result, Scene, spine};

#[derive(Clone, Debug)]
pub struct CancelActivity {
    pub id: i64,
    pub next_step: Option<ActivityFields>,
}

impl Act for CancelActivity {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.writers_only()?;
        let activity = activities::get_to_change(tx, self.id)?;
        let ground = ground_of(tx, scene, &activity)?;
        if activity.done_at.is_some() || activity.archived_at.is_some() {
            return Err(Conflict::Done.into());
        }
        activities::archive(tx, self.id, scene.now)?;
        let event =
            Event::ActivityCancelled { activity: self.id, kind: activity.r#type, subject: activity.subject };
        spine::record(tx, scene, ground.about, &event)?;
        match (&ground.deal, activity.company_id) {
            (Some(deal), _) => next_step::keep(tx, scene, deal, self.next_step.as_ref())?,
            (None, Some(company)) => next_step::keep_on_company(tx, scene, company, self.next_step.as_ref())?,
            (None, None) => None,
        };
        Ok(())
    }
}
