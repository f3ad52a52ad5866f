//! When somebody is free next: what a form offers for a next step.

use jiff::Timestamp;
use store::Tx;
use store::rows::{activities, installation};

use crate::{Error, Look, Result, Scene};

/// Looks for the first free time of so many minutes from the next working day on.
#[derive(Clone, Copy, Debug)]
pub struct FreeSlot {
    /// None is the actor.
    pub member: Option<i64>,
    pub minutes: i64,
}

impl Look for FreeSlot {
    type Seen = (Timestamp, Timestamp);

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<(Timestamp, Timestamp)> {
        let member = self.member.or(scene.by.member).ok_or(Error::Forbidden)?;
        let calendar = installation::calendar(tx)?;
        let taken = activities::list_taken(tx, member, scene.now)?;
        let next_day = calendar.nth_day_after(scene.now, 1);
        let from = calendar.hours_on(next_day).map_or(scene.now, |(open, _)| open);
        Ok(calendar.next_slot(from, self.minutes, &taken))
    }
}
