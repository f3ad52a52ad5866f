//! What is open to a case: each way out of its stage, what stands in it, and what mends that.

use std::sync::Arc;

use process::{Definition, OpenMove, OpenStrand};
use store::Tx;

use super::{CaseInHand, CaseOf};
use crate::{Look, Result, Scene};

/// Looks at the ways out of a case's stage.
#[derive(Clone, Debug)]
pub struct OpenMoves {
    pub of: CaseOf,
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
    /// The actor may change the record at all.
    pub may_write: bool,
}

impl Look for OpenMoves {
    type Seen = Ways;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Ways> {
        let hand = CaseInHand::to_see(tx, scene, &self.of)?;
        let moves = process::explain(&hand.definition, &hand.case, &hand.knowledge, scene.now);
        let strands = process::explain_strands(&hand.definition, &hand.case, &hand.knowledge, scene.now);
        let visited = |key: &str| hand.case.visits.iter().any(|visit| visit.stage == key);
        let open =
            hand.definition.stages().iter().filter(|stage| stage.is_open() && stage.key != hand.case.stage);
        let visited = open.filter(|stage| visited(&stage.key)).map(|stage| stage.key.clone()).collect();
        Ok(Ways {
            may_write: hand.record.may_write(scene).is_ok() && !hand.record.is_archived(),
            stage: hand.case.stage,
            entry: hand.case.entry,
            version: hand.record.version(),
            definition: hand.definition,
            moves,
            strands,
            visited,
        })
    }
}
