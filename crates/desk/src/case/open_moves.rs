//! What is open to a case: each way out of its stage, what stands in it, and what mends that.

use std::sync::Arc;

use process::{Definition, OpenMove, OpenStrand};
use store::Tx;

use super::CaseInHand;
use crate::{Look, Result, Scene};

/// Looks at the ways out of a deal's stage.
#[derive(Clone, Copy, Debug)]
pub struct OpenMoves {
    pub deal: i64,
}

/// The ways out, in the order of the definition.
#[derive(Clone, Debug)]
pub struct Ways {
    pub definition: Arc<Definition>,
    pub stage: String,
    pub entry: u32,
    pub version: i64,
    pub moves: Vec<OpenMove>,
    /// What runs beside the stage, with the moves of each.
    pub strands: Vec<OpenStrand>,
    /// Open stages visited before: where a return may go.
    pub visited: Vec<String>,
    /// The actor may change the deal at all.
    pub may_write: bool,
}

impl Look for OpenMoves {
    type Seen = Ways;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Ways> {
        let hand = CaseInHand::to_see(tx, scene, self.deal)?;
        let moves = process::explain(&hand.definition, &hand.case, &hand.knowledge, scene.now);
        let strands = process::explain_strands(&hand.definition, &hand.case, &hand.knowledge, scene.now);
        let visited = |key: &str| hand.case.visits.iter().any(|visit| visit.stage == key);
        let open =
            hand.definition.stages().iter().filter(|stage| stage.is_open() && stage.key != hand.case.stage);
        let visited = open.filter(|stage| visited(&stage.key)).map(|stage| stage.key.clone()).collect();
        Ok(Ways {
            may_write: scene.by.writes.holds(hand.deal.owner_id) && hand.deal.archived_at.is_none(),
            stage: hand.case.stage,
            entry: hand.case.entry,
            version: hand.deal.version,
            definition: hand.definition,
            moves,
            strands,
            visited,
        })
    }
}
