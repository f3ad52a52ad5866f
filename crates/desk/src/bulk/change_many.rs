//! Carrying a change out on many deals, or trying it out on them.

use std::sync::Arc;

use sales::{Actor, Fault};
use store::Tx;
use store::rows::deals;

use super::{Change, MOST};
use crate::{Desk, Error, Result, Scene};

/// A change of many deals.
#[derive(Clone, Debug)]
pub struct ChangeMany {
    pub deals: Vec<i64>,
    pub change: Change,
}

/// What came of it, or would.
#[derive(Debug, Default)]
pub struct Outcome {
    pub changed: usize,
    /// They stood so already.
    pub same: usize,
    pub kept: Vec<Kept>,
    /// The number to take all of it back by.
    pub act: Option<i64>,
}

/// A deal that stays as it is.
#[derive(Debug)]
pub struct Kept {
    pub deal: i64,
    /// None where the deal is out of reach.
    pub name: Option<String>,
    pub why: Error,
}

impl ChangeMany {
    /// Tells what would come of it. Each deal goes through the very act and is put back.
    ///
    /// # Errors
    /// More than [`MOST`] deals, or what the store says.
    pub async fn try_out(&self, desk: &Desk, actor: &Actor) -> Result<Outcome> {
        self.go_through(desk, actor, false).await
    }

    /// Does it.
    ///
    /// # Errors
    /// As [`ChangeMany::try_out`]; deals changed by then stay changed, and are taken back from their timelines.
    pub async fn carry_out(&self, desk: &Desk, actor: &Actor) -> Result<Outcome> {
        self.go_through(desk, actor, true).await
    }

    async fn go_through(&self, desk: &Desk, actor: &Actor, really: bool) -> Result<Outcome> {
        if self.deals.len() > MOST {
            return Err(Error::field("deals", Fault::TooLong { most: MOST }));
        }
        let scene = desk.scene(actor);
        scene.writers_only()?;
        let change = Arc::new(self.change.clone());
        let mut outcome = Outcome::default();
        for deal in self.deals.iter().copied() {
            let (scene, change) = (scene.anew(), Arc::clone(&change));
            let acting = scene.clone();
            let done = desk.store().write(move |tx| one(tx, &acting, deal, &change, really)).await;
            match done {
                Ok(()) | Err(Stop::TriedOut) if scene.undoable().is_some() => {
                    outcome.changed += 1;
                    outcome.act = scene.undoable();
                }
                Ok(()) | Err(Stop::TriedOut) => outcome.same += 1,
                Err(Stop::Refused { name, why }) if why.is_refusal() => {
                    outcome.kept.push(Kept { deal, name, why });
                }
                Err(Stop::Refused { why, .. }) => return Err(why),
            }
        }
        Ok(outcome)
    }
}

/// Why the transaction of one deal is not kept.
#[derive(Debug)]
enum Stop {
    TriedOut,
    Refused { name: Option<String>, why: Error },
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Stop {
        Stop::Refused { name: None, why: error.into() }
    }
}

fn one(tx: &mut Tx, scene: &Scene, deal: i64, change: &Change, really: bool) -> Result<(), Stop> {
    let name = named(tx, scene, deal).map_err(|why| Stop::Refused { name: None, why })?;
    change.run(tx, scene, deal).map_err(|why| Stop::Refused { name: Some(name), why })?;
    if really { Ok(()) } else { Err(Stop::TriedOut) }
}

fn named(tx: &mut Tx, scene: &Scene, deal: i64) -> Result<String> {
    let deal = deals::get(tx, deal)?;
    scene.may_read(deal.owner_id)?;
    Ok(deal.name)
}
