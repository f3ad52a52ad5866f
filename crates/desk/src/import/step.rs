//! The next batch of an import that runs or is being undone.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use sales::{Actor, Cause};
use store::Tx;
use store::rows::imports::{self, ImportRow};
use tokio::sync::mpsc::Receiver;

use super::batch::{WriteBatch, Written, cursor, held_elsewhere};
use super::control::UndoImport;
use super::fault::ImportFault;
use super::job::Job;
use super::reader::{self, Batch, Cursor};
use super::report::{Report, Undone};
use super::undo::UndoBatch;
use crate::{Act, Desk, Error, Look, Result, Scene};

/// How long to leave an import alone that another process works on.
const WAIT: Duration = Duration::from_millis(200);

/// How far an import is.
#[derive(Clone, Debug, PartialEq)]
pub enum StepOutcome {
    /// There is more to do: rows of the import, or records of the undo.
    More { done: u64, total: u64 },
    /// It is through, or somebody stopped it.
    Finished(Report),
}

/// Files under reading, by import: a file is read once, not once a batch.
#[derive(Default)]
pub(crate) struct Readings {
    reading: Mutex<HashMap<i64, Reading>>,
    holder: OnceLock<String>,
}

struct Reading {
    job: Arc<Job>,
    at: Cursor,
    batches: Receiver<Result<Batch, ImportFault>>,
    since: Timestamp,
}

impl Readings {
    /// By what this process is told from others that work on the same database.
    fn holder(&self, desk: &Desk) -> String {
        self.holder.get_or_init(|| u64::from_be_bytes(first_eight(desk.secret())).to_string()).clone()
    }

    /// The reading that stands where the import stands.
    fn take(&self, import: i64, at: Cursor) -> Option<Reading> {
        let mut readings = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        readings.remove(&import).filter(|reading| reading.at == at)
    }

    fn put(&self, import: i64, reading: Reading) {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner).insert(import, reading);
    }
}

/// Does one batch in a transaction of its own.
///
/// # Errors
/// [`Error::Import`] when a file cannot be read after all, and the import has failed; what the store says otherwise,
/// with nothing of the batch written: it is tried again with the next call.
pub async fn step(desk: &Desk, id: i64) -> Result<StepOutcome> {
    let row = desk.read(&server(), FindImport { id }).await?;
    let by = Actor { cause: Cause::Import, member: row.created_by, ..server() };
    match row.state.as_str() {
        "running" => write_next(desk, &by, &row).await,
        "undoing" => desk.write(&by, UndoBatch { id }).await,
        _ => Ok(StepOutcome::Finished(Report::read(&row.report)?)),
    }
}

/// Takes an import back to the end.
///
/// # Errors
/// As [`UndoImport`] and [`step`].
pub async fn undo(desk: &Desk, by: &Actor, act: UndoImport) -> Result<Undone> {
    let id = act.id;
    desk.write(by, act).await?;
    loop {
        if let StepOutcome::Finished(report) = step(desk, id).await? {
            return Ok(report.undo.unwrap_or_default());
        }
    }
}

fn server() -> Actor {
    Actor::system(TimeZone::UTC)
}

fn first_eight(secret: [u8; 32]) -> [u8; 8] {
    std::array::from_fn(|at| secret[at])
}

async fn write_next(desk: &Desk, by: &Actor, row: &ImportRow) -> Result<StepOutcome> {
    let so_far =
        StepOutcome::More { done: row.rows_done.unsigned_abs(), total: row.rows_total.unsigned_abs() };
    if held_elsewhere(row, &desk.readings().holder(desk), desk.now()) {
        tokio::time::sleep(WAIT).await;
        return Ok(so_far);
    }
    let at = cursor(row)?;
    let mut reading = match desk.readings().take(row.id, at) {
        Some(reading) => reading,
        None => open(desk, by, row.id, at).await?,
    };
    let batch = match reading.batches.recv().await {
        Some(Ok(batch)) => Arc::new(batch),
        Some(Err(fault)) => {
            desk.write(by, FailImport { id: row.id }).await?;
            return Err(fault.into());
        }
        None => return Err(Error::Broken(format!("import {} goes on behind its last file", row.id))),
    };
    let written = write(desk, by, &mut reading, &batch).await?;
    reading.at = batch.to;
    Ok(match written {
        Written::Kept { done, total, .. } => {
            if has_grown_much(row.rows_done.unsigned_abs(), done) {
                desk.write(&server(), LookAtTables).await?;
            }
            desk.readings().put(row.id, reading);
            StepOutcome::More { done, total }
        }
        Written::Finished(report) | Written::Stopped(report) => StepOutcome::Finished(report),
        Written::Elsewhere => so_far,
    })
}

/// Ten times as large as when it was looked at before: a thousand rows, ten thousand ...
fn has_grown_much(before: u64, done: u64) -> bool {
    done >= 1_000 && done.checked_ilog10() > before.checked_ilog10()
}

async fn open(desk: &Desk, by: &Actor, id: i64, at: Cursor) -> Result<Reading> {
    let job = Arc::new(desk.read_slowly(by, LoadJob { id }).await?);
    let batches = reader::read(Arc::clone(&job), at);
    Ok(Reading { job, at, batches, since: desk.now() })
}

/// Writes the batch, in pieces where others wait; where the database refuses one, row by row, so that one row alone is
/// kept to mend.
async fn write(desk: &Desk, by: &Actor, reading: &mut Reading, batch: &Arc<Batch>) -> Result<Written> {
    let all = batch.items.len();
    let mut at = 0;
    loop {
        match write_part(desk, by, reading, batch, at..all, None).await {
            Ok(Written::Kept { through, .. }) if through < all => at = through,
            Err(error) if is_refusal(&error) => break,
            written => return written,
        }
    }
    let mut written = Written::Elsewhere;
    for at in at..all {
        written = match write_part(desk, by, reading, batch, at..at + 1, None).await {
            Err(error) if is_refusal(&error) => {
                write_part(desk, by, reading, batch, at..at + 1, Some(error.to_string())).await?
            }
            other => other?,
        };
        if !matches!(written, Written::Kept { .. }) {
            break;
        }
    }
    Ok(written)
}

async fn write_part(
    desk: &Desk,
    by: &Actor,
    reading: &mut Reading,
    batch: &Arc<Batch>,
    items: Range<usize>,
    refused: Option<String>,
) -> Result<Written> {
    let begun = desk.now();
    let part = WriteBatch {
        job: Arc::clone(&reading.job),
        batch: Arc::clone(batch),
        items,
        refused,
        holder: desk.readings().holder(desk),
        since: reading.since,
    };
    let written = desk.write(by, part).await;
    // The time of writing belongs to the pace too: it is counted with the next part.
    reading.since = begun;
    written
}

/// A constraint refused the rows: they would be refused again.
pub(super) fn is_refusal(error: &Error) -> bool {
    matches!(error, Error::Store(error) if error.constraint().is_some() || matches!(error, store::Error::NotNull { .. }))
}

struct FindImport {
    id: i64,
}

impl Look for FindImport {
    type Seen = ImportRow;

    fn look(&self, tx: &mut Tx, _: &Scene) -> Result<ImportRow> {
        imports::find(tx, self.id)?.ok_or(Error::NotFound)
    }
}

struct LoadJob {
    id: i64,
}

impl Look for LoadJob {
    type Seen = Job;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Job> {
        let row = imports::find(tx, self.id)?.ok_or(Error::NotFound)?;
        Job::load(tx, &row, scene.now)
    }
}

/// Has the database learn how large its tables have become.
struct LookAtTables;

impl Act for LookAtTables {
    type Done = ();

    fn run(&self, tx: &mut Tx, _: &Scene) -> Result<()> {
        Ok(tx.renew_statistics()?)
    }
}

struct FailImport {
    id: i64,
}

impl Act for FailImport {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let row = imports::get_to_change(tx, self.id)?;
        let failed = ImportRow { state: "failed".to_owned(), finished_at: Some(scene.now), ..row };
        Ok(imports::update(tx, &failed)?)
    }
}
