//! The small numbers beside the navigation: cheap, for every page asks them.

use jiff::Timestamp;
use store::Tx;
use store::rows::day;

use crate::case::definition_of;
use crate::{Look, Result, Scene};

/// Looks at the actor's numbers.
#[derive(Clone, Copy, Debug)]
pub struct NavCounts;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The actor's activities and tasks that are late.
    pub overdue: i64,
    /// Open deals within reach.
    pub open_deals: i64,
    /// Notices not yet read.
    pub unread: i64,
}

impl Look for NavCounts {
    type Seen = Counts;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Counts> {
        tx.foresee(|tx| (day::list_deal_counts(tx, &scene.by.reads), late_and_unread(tx, scene)));
        let mut counts = Counts::default();
        for (version, stage, deals) in day::list_deal_counts(tx, &scene.by.reads)? {
            if definition_of(tx, scene, version)?.stage(&stage).is_some_and(|stage| stage.is_open()) {
                counts.open_deals += deals;
            }
        }
        (counts.overdue, counts.unread) = late_and_unread(tx, scene)?;
        Ok(counts)
    }
}

fn late_and_unread(tx: &mut Tx, scene: &Scene) -> Result<(i64, i64)> {
    let Some(member) = scene.by.member else { return Ok((0, 0)) };
    let activities = day::count_activities(tx, member, Timestamp::UNIX_EPOCH, scene.now);
    let tasks = day::count_overdue_tasks(tx, member, scene.now);
    let unread = day::count_unread(tx, member);
    Ok((activities? + tasks?, unread?))
}
