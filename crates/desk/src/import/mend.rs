//! Rows that could not be taken, and mending them in place.

use intake::{Mend, Reason};
use sales::{Actor, Cause};
use store::Tx;
use store::rows::imports::{self, ImportRow, MendRowRow};

use super::batch::json;
use super::hand::{Fate, Hand};
use super::importers_only;
use super::job::Job;
use super::reader::Item;
use super::report::Report;
use crate::{Act, Conflict, Error, Look, Result, Scene};

/// Rows shown at once.
const PAGE: i64 = 50;

/// A row with what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct RowToMend {
    pub id: i64,
    /// Which of the report's files it is from.
    pub file: usize,
    pub line: u64,
    /// Header and text.
    pub raw: Vec<(String, String)>,
    pub reasons: Vec<Reason>,
}

impl RowToMend {
    fn new(row: &MendRowRow) -> Result<RowToMend> {
        let broken = |error: serde_json::Error| Error::Broken(format!("row to mend {}: {error}", row.id));
        Ok(RowToMend {
            id: row.id,
            file: row.file_position as usize,
            line: row.line.unsigned_abs(),
            raw: serde_json::from_str(&row.raw).map_err(broken)?,
            reasons: serde_json::from_str(&row.reasons).map_err(broken)?,
        })
    }
}

/// Rows still to mend, in the order of the files; `after` is the last one already seen, 0 at first.
#[derive(Clone, Copy, Debug)]
pub struct ListMendRows {
    pub id: i64,
    pub after: i64,
}

impl Look for ListMendRows {
    type Seen = Vec<RowToMend>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<RowToMend>> {
        importers_only(scene)?;
        imports::list_mends(tx, self.id, self.after, PAGE)?.iter().map(RowToMend::new).collect()
    }
}

/// Tries a row again with corrected values: taken, it joins its import; if not, what was typed is kept with what is
/// still wrong.
#[derive(Clone, Debug)]
pub struct MendRow {
    pub row: i64,
    /// Header and text, as [`RowToMend::raw`].
    pub raw: Vec<(String, String)>,
}

/// What became of a row that was mended.
#[derive(Clone, Debug, PartialEq)]
pub enum Mended {
    Imported,
    Known,
    Still(Vec<Reason>),
}

impl Act for MendRow {
    type Done = Mended;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Mended> {
        importers_only(scene)?;
        let import = imports::find_mend(tx, self.row)?.ok_or(Error::NotFound)?.import_id;
        let mut import = imports::get_to_change(tx, import)?;
        if !matches!(import.state.as_str(), "running" | "done" | "cancelled") {
            return Err(Conflict::ImportState.into());
        }
        let row = imports::get_mend_to_change(tx, self.row)?;
        if row.mended_at.is_some() {
            return Err(Conflict::Done.into());
        }
        let scene = scene.as_actor(Actor { cause: Cause::Import, ..scene.by.clone() });
        let job = Job::load(tx, &import, scene.now)?;
        let mended = self.attempt(tx, &scene, &job, &row)?;
        let (reasons, mended_at) = match &mended {
            Mended::Still(reasons) => (json(reasons)?, None),
            _ => (row.reasons.clone(), Some(scene.now)),
        };
        imports::update_mend(tx, row.id, &json(&self.raw)?, &reasons, mended_at)?;
        count(&mut import, row.file_position as usize, &mended)?;
        imports::update(tx, &import)?;
        Ok(mended)
    }
}

impl MendRow {
    fn attempt(&self, tx: &mut Tx, scene: &Scene, job: &Job, row: &MendRowRow) -> Result<Mended> {
        let position = row.file_position as usize;
        let Some(file) = job.files.get(position) else {
            return Err(Error::Broken(format!("row to mend {} is of no file", row.id)));
        };
        let line = row.line.unsigned_abs();
        let draft = match intake::correct(&job.mapping, file.file, &job.basis, line, &self.raw) {
            Ok(draft) => draft,
            Err(Mend { reasons, .. }) => return Ok(Mended::Still(reasons)),
        };
        let mut hand = Hand::new(tx, scene, job, false)?;
        let item = Item::Row(draft, Vec::new());
        hand.turn_to(tx, position, None, std::iter::once(&item))?;
        let Item::Row(draft, _) = item else { return Ok(Mended::Known) };
        let fate = hand.take(tx, &draft)?;
        hand.finish(tx)?;
        Ok(match fate {
            Fate::Imported => Mended::Imported,
            Fate::Known => Mended::Known,
            Fate::Mend(reasons) => Mended::Still(reasons),
        })
    }
}

/// The row is no longer to mend in the counts either.
fn count(import: &mut ImportRow, file: usize, mended: &Mended) -> Result<()> {
    let mut report = Report::read(&import.report)?;
    let Some(file) = report.files.get_mut(file) else { return Ok(()) };
    match mended {
        Mended::Still(_) => return Ok(()),
        Mended::Imported => {
            import.rows_imported += 1;
            file.imported += 1;
        }
        Mended::Known => {
            import.rows_known += 1;
            file.known += 1;
        }
    }
    import.rows_mend -= 1;
    file.mend = file.mend.saturating_sub(1);
    import.report = report.write()?;
    Ok(())
}
