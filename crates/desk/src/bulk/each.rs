//! The change to one of the deals, by the act that does it alone.

use process::OpenMove;
use sales::activity::ActivityFields;
use store::Tx;

use super::Change;
use crate::case::{MoveCase, OpenMoves};
use crate::deal::{ArchiveDeal, AssignDeal, SetDealFields};
use crate::{Act, Conflict, Look, Result, Scene};

impl Change {
    pub(super) fn run(&self, tx: &mut Tx, scene: &Scene, deal: i64) -> Result<()> {
        match self {
            Change::Assign { to } => AssignDeal { id: deal, to: *to }.run(tx, scene),
            Change::Archive => ArchiveDeal { id: deal }.run(tx, scene),
            Change::Set(settings) => {
                SetDealFields { id: deal, settings: settings.clone() }.run(tx, scene).map(|_| ())
            }
            Change::Move { stage, next_steps } => move_to(tx, scene, deal, stage, next_steps),
        }
    }
}

/// One that is there already stays.
fn move_to(tx: &mut Tx, scene: &Scene, deal: i64, stage: &str, next_steps: &[ActivityFields]) -> Result<()> {
    let ways = OpenMoves { of: deal.into() }.look(tx, scene)?;
    if ways.stage == stage {
        return Ok(());
    }
    let leads = |way: &&OpenMove| !way.by_itself && way.to.iter().any(|to| to == stage);
    let leading = || ways.moves.iter().filter(leads);
    let way = leading().find(|way| way.open).or_else(|| leading().next()).ok_or(Conflict::NoMove)?;
    let act = MoveCase {
        of: deal.into(),
        move_key: way.move_key.clone(),
        to: Some(stage.to_owned()),
        next_steps: next_steps.to_vec(),
        ..MoveCase::default()
    };
    act.run(tx, scene).map(|_| ())
}
