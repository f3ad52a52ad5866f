//! Moving a planned activity. Putting it off is counted and shown (seed 003.8).

use sales::Event;
use sales::activity::ActivityFields;
use store::Tx;
use store::rows::activities::{self, Subject};
use store::rows::deals;

use super::{On, ground, plan};
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
        let on = On::of(Subject {
            deal_id: activity.deal_id,
            company_id: activity.company_id,
            person_id: activity.person_id,
        });
        let ground = ground(tx, scene, on)?;
        if on == On::Nothing {
            scene.may_write(activity.owner_id)?;
        }
        if activity.done_at.is_some() || activity.archived_at.is_some() {
            return Err(Conflict::Done.into());
        }
        plan::check(tx, &self.fields)?;
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
        };
        spine::record(tx, scene, ground.about, &event)
    }
}
