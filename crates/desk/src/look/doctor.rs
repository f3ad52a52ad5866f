//! The audit of a live database against the invariants (`dealwright doctor`).

use store::Tx;
use store::rows::audit::{self, StandingGroup};
use store::rows::totals;

use crate::case::{definition_of, status};
use crate::{Error, Look, Result, Scene};

/// Looks for rows that contradict an invariant. A long read: run it with `Desk::read_slowly`.
#[derive(Clone, Copy, Debug)]
pub struct Doctor;

/// A row that contradicts an invariant. Each invariant names at most 1,000 of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    pub invariant: &'static str,
    /// The id of the row where it shows; none where it is a sum.
    pub row: Option<i64>,
    pub says: String,
}

const TOTALS: &str = "kept totals equal what is counted";
const STANDING: &str =
    "a deal stands in a stage of its version, and its status and probability follow from it";
const VISITED: &str = "every visited stage exists in the case's version";
const NEXT_STEP: &str = "an open deal in a stage that asks for a next step has one";
const DEFINITION: &str = "every published version compiles";

impl Look for Doctor {
    type Seen = Vec<Complaint>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<Complaint>> {
        scene.administrator_only()?;
        let mut complaints = Vec::new();
        for says in totals::list_lying(tx)? {
            complaints.push(Complaint { invariant: TOTALS, row: None, says });
        }
        for check in audit::CHECKS {
            let broken = check.list_broken(tx)?;
            complaints.extend(broken.into_iter().map(|(row, says)| Complaint {
                invariant: check.invariant,
                row: Some(row),
                says,
            }));
        }
        for group in audit::list_standings(tx)? {
            judge(tx, scene, &group, &mut complaints)?;
        }
        visited(tx, scene, &mut complaints)?;
        Ok(complaints)
    }
}

/// Holds deals that stand alike against their definition.
fn judge(tx: &mut Tx, scene: &Scene, group: &StandingGroup, complaints: &mut Vec<Complaint>) -> Result<()> {
    let mut complain = |invariant, row, says| complaints.push(Complaint { invariant, row: Some(row), says });
    let definition = match definition_of(tx, scene, group.process_version_id) {
        Ok(definition) => definition,
        Err(Error::Broken(says)) => {
            complain(DEFINITION, group.process_version_id, says);
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    let stage = definition.stage(&group.stage);
    let expected = stage.map(|stage| (status(stage.ends), i64::from(stage.probability)));
    if expected != Some((group.status.as_str(), group.stage_probability)) {
        let stands = format!("{} at {} %, {}", group.stage, group.stage_probability, group.status);
        complain(STANDING, group.first_id, format!("{} deals like this one: {stands}", group.deals));
    }
    if stage.is_some_and(|stage| stage.is_open() && stage.next_step.is_some()) {
        for (id,) in audit::list_without_next_step(tx, group.process_version_id, &group.stage)? {
            complain(NEXT_STEP, id, format!("none in {}", group.stage));
        }
    }
    Ok(())
}

fn visited(tx: &mut Tx, scene: &Scene, complaints: &mut Vec<Complaint>) -> Result<()> {
    for (version, stage, deal) in audit::list_visited(tx)? {
        let known = match definition_of(tx, scene, version) {
            Ok(definition) => definition.stage(&stage).is_some(),
            // Complained of by its standing already.
            Err(Error::Broken(_)) => true,
            Err(error) => return Err(error),
        };
        if !known {
            complaints.push(Complaint {
                invariant: VISITED,
                row: Some(deal),
                says: format!("no stage {stage}"),
            });
        }
    }
    Ok(())
}
