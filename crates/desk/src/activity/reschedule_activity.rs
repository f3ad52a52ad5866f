//! Moving a planned activity. Putting it off is counted and shown (seed 003.8).

use sales::Event;
use sales::activity::ActivityFields;
use store::Tx;
use store::rows::{activities, deals};

use super::{ground_of, plan};
use crate::{Act, Conflict, Result, Scene, spine};

/// Writes a planned activity's fields as they now stand in the form.
#[derive(Clone, Debug)]
pub struct RescheduleActivity {
    pub id: i64,
    pub fields: ActivityFields,
}

impl Act for RescheduleActivity {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.writers_only()?;
        let activity = activities::get_to_change(tx, self.id)?;
        let ground = ground_of(tx, scene, &activity)?;
        if activity.done_at.is_some() || activity.archived_at.is_some() {
            return Err(Conflict::Done.into());
        }
        plan::check(tx, scene, &ground, activity.person_id, &self.fields)?;
        let postponed = self.fields.starts_at > activity.starts_at;
        let owner = self.fields.owner_id.unwrap_or(activity.owner_id);
        activities::reschedule(tx, self.id, &self.fields, owner, postponed)?;
        if let Some(deal) = activity.deal_id {
            deals::refresh_next_step(tx, deal)?;
        }
        let event = Event::ActivityMoved {
            activity: self.id,
            kind: self.fields.kind.clone(),
            before: activity.starts_at,
            after: self.fields.starts_at,
            postponed,
            fields: Some(Box::new(activity.fields())),
        };
        spine::record(tx, scene, ground.about, &event)
    }
}
