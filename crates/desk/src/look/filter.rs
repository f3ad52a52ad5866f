//! What a board or list is asked for, bounded by the actor's reach.

use jiff::{Timestamp, ToSpan};
use sales::Owners;
use sales::activity::NextStep;
use sales::fold::fold;
use store::Tx;
use store::rows::deal_filter::{self, DealFilter, Window};

use crate::{Result, Scene};

/// Asked of a deal; what is empty asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    pub owners: Option<Vec<i64>>,
    /// A team and all below it.
    pub team: Option<i64>,
    /// A process by its key.
    pub process: Option<String>,
    pub stages: Vec<String>,
    pub statuses: Vec<String>,
    pub types: Vec<String>,
    pub sources: Vec<String>,
    /// Words of the deal's, the company's or the person's name.
    pub text: Option<String>,
    pub next_step: Option<NextStep>,
    pub company_id: Option<i64>,
    pub person_id: Option<i64>,
    /// Archived deals alone.
    pub archived: bool,
}

/// The filter as rows are asked by it. `versions` are those of the process, where one is asked for.
pub(super) fn bounded(
    tx: &mut Tx,
    scene: &Scene,
    asked: &ListFilter,
    versions: Option<Vec<i64>>,
) -> Result<DealFilter> {
    let text = asked.text.as_deref().map(fold).filter(|text| !text.is_empty());
    Ok(DealFilter {
        versions,
        stages: asked.stages.clone(),
        statuses: asked.statuses.clone(),
        types: asked.types.clone(),
        sources: asked.sources.clone(),
        text,
        next_step: asked.next_step.map(|step| window(scene, step)),
        company_id: asked.company_id,
        person_id: asked.person_id,
        archived: asked.archived,
        ..DealFilter::of(owners(tx, scene, asked.owners.as_deref(), asked.team)?)
    })
}

/// The actor's reach, narrowed to the owners and the team asked for.
pub(super) fn owners(tx: &mut Tx, scene: &Scene, asked: Option<&[i64]>, team: Option<i64>) -> Result<Owners> {
    let mut reach = scene.by.reads.clone();
    if let Some(asked) = asked {
        reach = narrowed(&reach, asked.to_vec());
    }
    if let Some(team) = team {
        reach = narrowed(&reach, deal_filter::list_team_members(tx, team)?);
    }
    Ok(reach)
}

fn narrowed(reach: &Owners, mut to: Vec<i64>) -> Owners {
    to.retain(|owner| reach.holds(*owner));
    to.sort_unstable();
    to.dedup();
    Owners::Only(to)
}

/// The same states as [`NextStep::of`] tells, as a span of the next step's start.
fn window(scene: &Scene, step: NextStep) -> Window {
    let tomorrow = day_start(scene, 1);
    match step {
        NextStep::Missing => Window::Missing,
        NextStep::Overdue => Window::Between(None, Some(scene.now)),
        NextStep::Today => Window::Between(Some(scene.now), Some(tomorrow)),
        NextStep::Planned => Window::Between(Some(tomorrow), None),
    }
}

/// When the day `days` from today begins, in the zone of the one who looks.
pub(super) fn day_start(scene: &Scene, days: i64) -> Timestamp {
    let zone = &scene.by.zone;
    let day = zone.to_datetime(scene.now).date().saturating_add(days.days());
    day.to_zoned(zone.clone()).map_or(scene.now, |start| start.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asking_for_others_never_widens_the_reach() {
        let reach = Owners::Only(vec![1, 2, 3]);
        assert_eq!(narrowed(&reach, vec![3, 9, 2, 3]), Owners::Only(vec![2, 3]));
        assert_eq!(narrowed(&reach, vec![9]), Owners::Only(Vec::new()));
        assert_eq!(narrowed(&Owners::Everyone, vec![9]), Owners::Only(vec![9]));
    }
}
