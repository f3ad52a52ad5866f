//! Carrying a change out on many deals, or trying it out on them.

use std::sync::{Arc, OnceLock};

use sales::{Actor, Fault};
use store::Tx;
use store::rows::deals;

use super::{Change, MOST};
use crate::desk::carry_out;
use crate::{Act, Desk, Error, Once, RequestKey, Result, Scene};

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
    /// More than [`MOST`] deals, values that none can take, or what the store says.
    pub async fn try_out(&self, desk: &Desk, actor: &Actor) -> Result<Outcome> {
        self.go_through(desk, actor, Way::Trial).await
    }

    /// Does it.
    ///
    /// # Errors
    /// As [`ChangeMany::try_out`]; deals changed by then stay changed, and are taken back from their timelines.
    pub async fn carry_out(&self, desk: &Desk, actor: &Actor) -> Result<Outcome> {
        self.go_through(desk, actor, Way::Earnest(None)).await
    }

    /// Does it, each deal once, however often the same request comes within a day.
    ///
    /// # Errors
    /// As [`ChangeMany::carry_out`], and for a key that another request had.
    pub async fn carry_out_once(&self, desk: &Desk, actor: &Actor, key: RequestKey) -> Result<Outcome> {
        self.go_through(desk, actor, Way::Earnest(Some(key))).await
    }

    async fn go_through(&self, desk: &Desk, actor: &Actor, way: Way) -> Result<Outcome> {
        if self.deals.len() > MOST {
            return Err(Error::field("deals", Fault::TooLong { most: MOST }));
        }
        self.change.check()?;
        let scene = desk.scene(actor);
        scene.writers_only()?;
        let change = Arc::new(self.change.clone());
        let mut outcome = Outcome::default();
        for (nth, deal) in self.deals.iter().copied().enumerate() {
            let (scene, way) = (scene.anew(), way.of_one(nth));
            let change = Arc::clone(&change);
            match desk.store().write(move |tx| one(tx, &scene, deal, &change, &way)).await {
                Ok(act) | Err(Stop::TriedOut(act)) => outcome.count(act),
                Err(Stop::Refused { name, why }) if why.is_refusal() => {
                    outcome.kept.push(Kept { deal, name, why });
                }
                Err(Stop::Refused { why, .. }) => return Err(why),
            }
        }
        Ok(outcome)
    }
}

impl Outcome {
    fn count(&mut self, act: Option<i64>) {
        match act {
            Some(_) => (self.changed, self.act) = (self.changed + 1, act),
            None => self.same += 1,
        }
    }
}

/// Whether it is meant.
#[derive(Clone, Debug)]
enum Way {
    Trial,
    /// Under the key of the request, where it has one.
    Earnest(Option<RequestKey>),
}

impl Way {
    fn of_one(&self, nth: usize) -> Way {
        match self {
            Way::Trial => Way::Trial,
            Way::Earnest(key) => Way::Earnest(key.as_ref().map(|key| key.of_one(nth))),
        }
    }
}

/// Why the transaction of one deal is not kept.
#[derive(Debug)]
enum Stop {
    TriedOut(Option<i64>),
    Refused { name: Option<String>, why: Error },
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Stop {
        Stop::Refused { name: None, why: error.into() }
    }
}

/// The change of one of the deals.
struct One {
    deal: i64,
    change: Arc<Change>,
    /// The deal's, as soon as it is found within reach.
    name: Arc<OnceLock<String>>,
}

impl Act for One {
    /// The number to take it back by; none where the deal stood so already.
    type Done = Option<i64>;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Option<i64>> {
        let name = named(tx, scene, self.deal)?;
        self.name.get_or_init(|| name);
        self.change.run(tx, scene, self.deal)?;
        Ok(scene.undoable())
    }
}

fn one(tx: &mut Tx, scene: &Scene, deal: i64, change: &Arc<Change>, way: &Way) -> Result<Option<i64>, Stop> {
    let name = Arc::default();
    let act = One { deal, change: Arc::clone(change), name: Arc::clone(&name) };
    let done = match way {
        Way::Earnest(Some(key)) => carry_out(&Once { key: key.clone(), act }, tx, scene),
        Way::Earnest(None) | Way::Trial => carry_out(&act, tx, scene),
    };
    let done = done.map_err(|why| Stop::Refused { name: name.get().cloned(), why })?;
    if matches!(way, Way::Trial) { Err(Stop::TriedOut(done)) } else { Ok(done) }
}

fn named(tx: &mut Tx, scene: &Scene, deal: i64) -> Result<String> {
    let deal = deals::get(tx, deal)?;
    scene.may_read(deal.owner_id)?;
    Ok(deal.name)
}
