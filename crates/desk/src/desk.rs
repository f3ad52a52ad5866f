//! The desk opens the transaction around an act or a look.

use std::sync::Arc;

use jiff::Timestamp;
use sales::Actor;
use store::{Files, Store, Tx};

use crate::case::settle_all;
use crate::import::Readings;
use crate::scene::{Scene, Shelf};
use crate::{Error, Result};

/// Clock and randomness, made by the binary and by tests.
pub trait World: Send + Sync + 'static {
    fn now(&self) -> Timestamp;
    /// 32 bytes nobody can guess.
    fn secret(&self) -> [u8; 32];
}

/// Something that changes rows. It may be run again after a clash, so it changes nothing of itself.
pub trait Act: Send + Sync + 'static {
    type Done: Send + 'static;
    /// Authorizes, loads, decides, saves.
    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Self::Done>;
}

/// Something that only reads; what is seen is bounded by the actor's reach.
pub trait Look: Send + Sync + 'static {
    type Seen: Send + 'static;
    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Self::Seen>;
}

/// Several looks at one state, for a page that shows them together.
impl<A: Look, B: Look> Look for (A, B) {
    type Seen = (A::Seen, B::Seen);

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Self::Seen> {
        Ok((self.0.look(tx, scene)?, self.1.look(tx, scene)?))
    }
}

impl<A: Look, B: Look, C: Look> Look for (A, B, C) {
    type Seen = (A::Seen, B::Seen, C::Seen);

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Self::Seen> {
        Ok((self.0.look(tx, scene)?, self.1.look(tx, scene)?, self.2.look(tx, scene)?))
    }
}

/// The one door to the store. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    store: Store,
    files: Files,
    world: Arc<dyn World>,
    shelf: Arc<Shelf>,
    readings: Arc<Readings>,
}

impl Desk {
    pub fn new(store: Store, files: Files, world: Arc<dyn World>) -> Desk {
        Desk { store, files, world, shelf: Arc::default(), readings: Arc::default() }
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Where the bytes of files on records lie.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Files that imports are reading.
    pub(crate) fn readings(&self) -> &Readings {
        &self.readings
    }

    pub fn now(&self) -> Timestamp {
        self.world.now()
    }

    /// 32 bytes nobody can guess, for what is made outside a transaction.
    pub(crate) fn secret(&self) -> [u8; 32] {
        self.world.secret()
    }

    /// Runs an act in one transaction: all of it is kept, or none.
    ///
    /// # Errors
    /// What the act answers, or what the store says.
    pub async fn write<A: Act>(&self, actor: &Actor, act: A) -> Result<A::Done> {
        let scene = self.scene(actor);
        self.store.write(move |tx| carry_out(&act, tx, &scene)).await
    }

    /// The same, with the number by which the act may be taken back; none where it changed nothing of a record.
    ///
    /// # Errors
    /// What the act answers, or what the store says.
    pub async fn write_undoable<A: Act>(&self, actor: &Actor, act: A) -> Result<(A::Done, Option<i64>)> {
        let scene = self.scene(actor);
        let acting = scene.clone();
        let done = self.store.write(move |tx| carry_out(&act, tx, &acting)).await?;
        Ok((done, scene.undoable()))
    }

    /// Looks at one consistent state.
    ///
    /// # Errors
    /// What the look answers, or what the store says.
    pub async fn read<L: Look>(&self, actor: &Actor, look: L) -> Result<L::Seen> {
        let scene = self.scene(actor);
        self.store.read(move |tx| look.look(tx, &scene)).await
    }

    /// The same on the lane for long reads: reports, exports, audits.
    ///
    /// # Errors
    /// What the look answers, or what the store says.
    pub async fn read_slowly<L: Look>(&self, actor: &Actor, look: L) -> Result<L::Seen> {
        let scene = self.scene(actor);
        self.store.slow_read(move |tx| look.look(tx, &scene)).await
    }

    pub(crate) fn scene(&self, actor: &Actor) -> Scene {
        Scene {
            by: actor.clone(),
            now: self.world.now(),
            secret: self.world.secret(),
            shelf: Arc::clone(&self.shelf),
            told: Arc::default(),
            touched: Arc::default(),
        }
    }
}

/// Runs an act and lets happen what follows of it by itself.
pub(crate) fn carry_out<A: Act>(act: &A, tx: &mut Tx, scene: &Scene) -> Result<A::Done> {
    scene.begin();
    let done = act.run(tx, scene)?;
    settle_all(tx, scene)?;
    Ok(done)
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Error {
        match error {
            store::Error::NotFound { .. } => Error::NotFound,
            store::Error::ZeroCharacter => Error::ZeroCharacter,
            full @ store::Error::DiskFull { .. } => Error::DiskFull(full),
            away @ store::Error::Unavailable { .. } => Error::Unavailable(away),
            unknown @ store::Error::OutcomeUnknown { .. } => Error::OutcomeUnknown(unknown),
            slow @ store::Error::TooSlow { .. } => Error::TooSlow(slow),
            passing if passing.is_passing() => Error::Busy(passing),
            other => Error::Store(other),
        }
    }
}
