//! Writing one batch: its rows, the rows to mend, the counts and the place to go on from, all kept or none.

use std::ops::Range;
use std::sync::Arc;

use intake::{Reason, ReasonCode, Says};
use jiff::{SignedDuration, Timestamp};
use sales::Event;
use store::Tx;
use store::rows::events::About;
use store::rows::imports::{self, ImportRow};

use super::hand::{Fate, Hand};
use super::job::Job;
use super::reader::{Batch, Cursor, Item};
use super::report::Report;
use crate::{Act, Error, Result, Scene, spine};

/// A process that writes no batch for so long has stopped: another one may go on.
const HOLD: SignedDuration = SignedDuration::from_secs(5);

/// Rows that are looked up together; where other acts wait, a part ends after so many.
const PIECE: usize = 20;

/// Longer than this between two batches was a pause, not work.
const PAUSE_MICROS: i64 = 10_000_000;

/// Writes a part of a batch, or its beginning where other acts wait.
pub(super) struct WriteBatch {
    pub job: Arc<Job>,
    pub batch: Arc<Batch>,
    pub items: Range<usize>,
    /// Why the database refused these rows when they were tried: then they are to mend.
    pub refused: Option<String>,
    /// This process, as others see it.
    pub holder: String,
    /// When the batch before was done.
    pub since: Timestamp,
}

/// How it went.
pub(super) enum Written {
    Kept {
        done: u64,
        total: u64,
        /// Items of the batch that are done with it.
        through: usize,
    },
    Finished(Report),
    /// Cancelled meanwhile.
    Stopped(Report),
    /// Another process has written this batch.
    Elsewhere,
}

impl WriteBatch {
    fn from(&self) -> Cursor {
        Cursor { item: self.batch.from.item + self.items.start as u64, ..self.batch.from }
    }

    /// Where the next part goes on.
    fn to(&self, through: usize) -> Cursor {
        if through == self.batch.items.len() {
            self.batch.to
        } else {
            Cursor { item: self.batch.from.item + through as u64, ..self.batch.from }
        }
    }
}

impl Act for WriteBatch {
    type Done = Written;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Written> {
        let mut row = imports::get_to_change(tx, self.job.id)?;
        let mut report = Report::read(&row.report)?;
        if row.state != "running" {
            return Ok(Written::Stopped(report));
        }
        if cursor(&row)? != self.from() || held_elsewhere(&row, &self.holder, scene.now) {
            return Ok(Written::Elsewhere);
        }
        let (tally, through) = self.write_items(tx, scene, &mut report)?;
        if let Some(file) = report.files.get_mut(self.batch.from.file) {
            file.imported += tally.imported;
            file.mend += tally.mend;
            file.known += tally.known;
        }
        tally.add_to(&mut row);
        let to = self.to(through);
        (row.file_position, row.row_position) = (to.file as i64, to.item as i64);
        let spent = scene.now.as_microsecond() - self.since.as_microsecond();
        row.busy_micros += spent.clamp(0, PAUSE_MICROS);
        row.held_by = Some(self.holder.clone());
        row.held_until = scene.now.checked_add(HOLD).ok();
        let finished = to.file == self.job.files.len();
        if finished {
            finish(tx, scene, &mut row)?;
        }
        row.report = report.write()?;
        imports::update(tx, &row)?;
        let (done, total) = (row.rows_done.unsigned_abs(), row.rows_total.unsigned_abs());
        Ok(if finished { Written::Finished(report) } else { Written::Kept { done, total, through } })
    }
}

impl WriteBatch {
    /// Writes piece by piece until others wait; tells how far it came.
    fn write_items(&self, tx: &mut Tx, scene: &Scene, report: &mut Report) -> Result<(Tally, usize)> {
        let items = self.batch.items.get(self.items.clone()).unwrap_or_default();
        let mut hand = Hand::new(tx, scene, &self.job, false)?;
        let (mut tally, mut through) = (Tally::default(), self.items.start);
        for piece in items.chunks(PIECE) {
            hand.turn_to(tx, self.batch.from.file, self.batch.company_keys.clone(), piece.iter())?;
            for item in piece {
                self.write_item(tx, &mut hand, item, report, &mut tally)?;
            }
            through += piece.len();
            if tx.is_awaited() {
                break;
            }
        }
        hand.finish(tx)?;
        Ok((tally, through))
    }

    fn write_item(
        &self,
        tx: &mut Tx,
        hand: &mut Hand<'_>,
        item: &Item,
        report: &mut Report,
        tally: &mut Tally,
    ) -> Result<()> {
        let (draft, raw) = match item {
            Item::Mend(mend) => {
                tally.mend += 1;
                return self.keep(tx, mend.line, &mend.raw, &mend.reasons, report);
            }
            Item::Parent { child, parent } if self.refused.is_none() => {
                return hand.link_parent(tx, child, parent);
            }
            Item::Parent { .. } => return Ok(()),
            Item::Row(draft, raw) => (draft, raw),
        };
        let fate = match &self.refused {
            Some(why) => Fate::Mend(vec![refused(why)]),
            None => hand.take(tx, draft)?,
        };
        match fate {
            Fate::Imported => tally.imported += 1,
            Fate::Known => tally.known += 1,
            Fate::Mend(reasons) => {
                tally.mend += 1;
                self.keep(tx, draft.line, raw, &reasons, report)?;
            }
        }
        Ok(())
    }

    /// Keeps a row to mend, as it stands in the file.
    fn keep(
        &self,
        tx: &mut Tx,
        line: u64,
        raw: &[(String, String)],
        reasons: &[Reason],
        report: &mut Report,
    ) -> Result<()> {
        let file = self.batch.from.file;
        report.add_reasons(file, reasons);
        Ok(imports::insert_mend(tx, self.job.id, file as i64, line as i64, &json(raw)?, &json(reasons)?)?)
    }
}

#[derive(Default)]
struct Tally {
    imported: u64,
    known: u64,
    mend: u64,
}

impl Tally {
    fn add_to(&self, row: &mut ImportRow) {
        row.rows_imported += self.imported as i64;
        row.rows_known += self.known as i64;
        row.rows_mend += self.mend as i64;
        row.rows_done += (self.imported + self.known + self.mend) as i64;
    }
}

/// Another process is at work on the import: two at once would read every file again and again.
pub(super) fn held_elsewhere(row: &ImportRow, holder: &str, now: Timestamp) -> bool {
    row.held_by.as_deref().is_some_and(|other| other != holder)
        && row.held_until.is_some_and(|until| until > now)
}

/// Where the import goes on.
pub(super) fn cursor(row: &ImportRow) -> Result<Cursor> {
    let broken = |_| Error::Broken(format!("import {} stands at a negative row", row.id));
    Ok(Cursor {
        file: usize::try_from(row.file_position).map_err(broken)?,
        item: u64::try_from(row.row_position).map_err(broken)?,
    })
}

fn finish(tx: &mut Tx, scene: &Scene, row: &mut ImportRow) -> Result<()> {
    row.state = "done".to_owned();
    (row.held_by, row.held_until) = (None, None);
    row.finished_at = Some(scene.now);
    let event = Event::ImportFinished {
        import: row.id,
        title: row.title.clone(),
        imported: row.rows_imported,
        mend: row.rows_mend,
    };
    spine::record(tx, scene, About { import_id: Some(row.id), ..About::default() }, &event)
}

fn refused(why: &str) -> Reason {
    let says = Says {
        en: format!("The database refused it: {why}."),
        ru: format!("База данных не приняла строку: {why}."),
    };
    Reason { code: ReasonCode::Refused, column: None, says }
}

pub(super) fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Broken(error.to_string()))
}
