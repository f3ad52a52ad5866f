//! What an act stands in: who, when, and the processes already compiled.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use process::Definition;
use sales::{Actor, Owners};

use store::rows::events::Of;

use crate::access::derived;
use crate::case::CaseOf;
use crate::{Error, Result};

/// Who acts, when, and with what secret bytes should a new secret be needed.
#[derive(Clone)]
pub struct Scene {
    pub by: Actor,
    pub now: Timestamp,
    pub secret: [u8; 32],
    pub(crate) shelf: Arc<Shelf>,
    /// Whether the act has told the event spine anything.
    pub(crate) told: Arc<AtomicBool>,
    /// Records that the act told of, and what it did to their cases: something may follow by itself.
    pub(crate) touched: Arc<Mutex<BTreeMap<Of, Touched>>>,
}

/// What an act did to a record, and to each of its cases: by process, under no name to all of them.
pub(crate) type Touched = BTreeMap<String, process::Act>;

/// Definitions by the id of their published version, which never changes.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<HashMap<i64, Arc<Definition>>>);

impl Shelf {
    /// The definition of a version, compiled once.
    pub(crate) fn get(
        &self,
        version: i64,
        make: impl FnOnce() -> Result<Definition>,
    ) -> Result<Arc<Definition>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(definition) = kept.get(&version) {
            return Ok(Arc::clone(definition));
        }
        let definition = Arc::new(make()?);
        kept.insert(version, Arc::clone(&definition));
        Ok(definition)
    }
}

impl Scene {
    /// The same moment seen by another actor: an act of the system within a member's act.
    pub fn as_actor(&self, by: Actor) -> Scene {
        Scene { by, ..self.clone() }
    }

    /// The number of the act under way, by which it may be taken back. It does not lead back to the secret.
    pub fn act(&self) -> i64 {
        let [a, b, c, d, e, f, g, h, ..] = derived(&self.secret, "act");
        i64::from_be_bytes([a, b, c, d, e, f, g, h]) & i64::MAX
    }

    /// The same moment and number for a further transaction of one act.
    pub(crate) fn anew(&self) -> Scene {
        Scene { told: Arc::default(), touched: Arc::default(), ..self.clone() }
    }

    /// Notes what the act does to a case.
    pub(crate) fn touch(&self, of: &CaseOf, note: impl FnOnce(&mut process::Act)) {
        self.touch_with(of.record(), of.process().unwrap_or_default(), note);
    }

    /// Notes what the act does to a record.
    pub(crate) fn touch_record(&self, record: Of, note: impl FnOnce(&mut process::Act)) {
        self.touch_with(record, "", note);
    }

    fn touch_with(&self, record: Of, process: &str, note: impl FnOnce(&mut process::Act)) {
        let mut touched = self.touched.lock().unwrap_or_else(PoisonError::into_inner);
        note(touched.entry(record).or_default().entry(process.to_owned()).or_default());
    }

    /// What the act did to a record since this was asked last.
    pub(crate) fn take_touched(&self, record: Of) -> Option<Touched> {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner).remove(&record)
    }

    /// A record that the act told of and that was not looked at since.
    pub(crate) fn next_touched(&self) -> Option<Of> {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner).keys().next().copied()
    }

    /// Forgets what an earlier try of the act did: it was rolled back.
    pub(crate) fn begin(&self) {
        self.told.store(false, Ordering::Relaxed);
        self.touched.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(crate) fn tell(&self) {
        self.told.store(true, Ordering::Relaxed);
    }

    /// The act's number if it changed anything that may be taken back.
    pub(crate) fn undoable(&self) -> Option<i64> {
        self.told.load(Ordering::Relaxed).then(|| self.act())
    }

    /// Refuses whoever may not change records of this owner.
    pub fn may_write(&self, owner: i64) -> Result<()> {
        if self.by.writes.holds(owner) { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// The same for a record that may be shared (without owner).
    pub fn may_write_shared(&self, owner: Option<i64>) -> Result<()> {
        if self.by.writes.holds_shared(owner) { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// A record out of sight does not exist for the actor.
    pub fn may_read(&self, owner: i64) -> Result<()> {
        if self.by.reads.holds(owner) { Ok(()) } else { Err(Error::NotFound) }
    }

    /// The same for a record that may be shared.
    pub fn may_read_shared(&self, owner: Option<i64>) -> Result<()> {
        if self.by.reads.holds_shared(owner) { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Refuses all but administrators.
    pub fn administrator_only(&self) -> Result<()> {
        if self.by.is_administrator() { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// Refuses whoever changes nothing at all, such as a reader.
    pub fn writers_only(&self) -> Result<()> {
        if self.by.writes == Owners::Only(Vec::new()) { Err(Error::Forbidden) } else { Ok(()) }
    }
}
