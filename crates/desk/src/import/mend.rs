//! Rows that could not be taken, and mending one of them in place.

use intake::{Draft, Mend, Reason};
use sales::{Actor, Cause};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::rows::imports::{self, ImportRow, MendRowRow};

use super::batch::json;
use super::hand::{Fate, Hand};
use super::job::Job;
use super::reader::Item;
use super::report::Report;
use super::{importers_only, to_change, to_see};
use crate::{Act, Conflict, Error, Look, Result, Scene};

/// Rows listed at once.
pub(super) const PAGE: i64 = 50;

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
    pub(super) fn new(row: &MendRowRow) -> Result<RowToMend> {
        let broken = |error: serde_json::Error| Error::Broken(format!("row to mend {}: {error}", row.id));
        Ok(RowToMend {
            id: row.id,
            file: row.file_position as usize,
            line: row.line.unsigned_abs(),
            raw: serde_json::from_str(&row.raw).map_err(broken)?,
            reasons: serde_json::from_str(&row.reasons).map_err(broken)?,
        })
    }

    /// What stands under a header, without spaces around it.
    pub fn value(&self, header: &str) -> Option<&str> {
        self.raw.iter().find(|(name, _)| name == header).map(|(_, text)| text.trim())
    }

    /// Takes over what was typed; a value under a header that the row lacks is added to it.
    pub(super) fn put(&mut self, header: &str, text: &str) {
        match self.raw.iter_mut().find(|(name, _)| name == header) {
            Some((_, value)) => text.clone_into(value),
            None => self.raw.push((header.to_owned(), text.to_owned())),
        }
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
        to_see(tx, scene, self.id)?;
        imports::list_mends(tx, self.id, self.after, PAGE)?.iter().map(RowToMend::new).collect()
    }
}

/// One row still to mend; a column that its line does not reach is there, empty.
#[derive(Clone, Copy, Debug)]
pub struct ShowMendRow {
    pub import: i64,
    pub row: i64,
}

impl Look for ShowMendRow {
    type Seen = RowToMend;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<RowToMend> {
        let import = to_see(tx, scene, self.import)?;
        let row = imports::find_mend(tx, self.row)?.filter(|row| row.import_id == self.import);
        let row = row.filter(|row| row.mended_at.is_none()).ok_or(Error::NotFound)?;
        let mut shown = RowToMend::new(&row)?;
        let job = Job::load_names(tx, &import, scene.now)?;
        if shown.file < job.files.len() {
            for header in job.mapping_of(shown.file).columns.keys() {
                if shown.raw.iter().all(|(name, _)| name != header) {
                    shown.raw.push((header.clone(), String::new()));
                }
            }
        }
        Ok(shown)
    }
}

/// Tries a row again with corrected values: taken, it joins its import; if not, what was typed is kept with what is
/// still wrong.
#[derive(Clone, Debug)]
pub struct MendRow {
    pub row: i64,
    /// Header and text, as [`RowToMend::raw`]; what is not given stays as it was.
    pub raw: Vec<(String, String)>,
}

/// What became of a row that was mended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
        let mut import = to_change(tx, scene, import)?;
        if !matches!(import.state.as_str(), "running" | "done" | "cancelled") {
            return Err(Conflict::ImportState.into());
        }
        let found = imports::get_mend_to_change(tx, self.row)?;
        if found.mended_at.is_some() {
            return Err(Conflict::Done.into());
        }
        let mut row = RowToMend::new(&found)?;
        for (header, text) in &self.raw {
            row.put(header, text);
        }
        let scene = scene.as_actor(Actor { cause: Cause::Import, ..scene.by.clone() });
        let job = Job::load_names(tx, &import, scene.now)?;
        let mut mended = attempt(tx, &scene, &job, std::slice::from_ref(&row))?;
        let mended = mended.pop().ok_or_else(|| Error::Broken("a row tried came to nothing".to_owned()))?;
        let mut report = Report::read(&import.report)?;
        note(tx, &scene, &mut import, &mut report, &row, &mended)?;
        import.report = report.write()?;
        imports::update(tx, &import)?;
        Ok(mended)
    }
}

/// Tries rows of one file again, in their order; of each what became of it.
pub(super) fn attempt(tx: &mut Tx, scene: &Scene, job: &Job, rows: &[RowToMend]) -> Result<Vec<Mended>> {
    let Some(position) = rows.first().map(|row| row.file) else { return Ok(Vec::new()) };
    let Some(file) = job.files.get(position) else {
        return Err(Error::Broken(format!("import {} has rows of no file", job.id)));
    };
    let read = |row: &RowToMend| intake::correct(&job.mapping, file.file, &job.basis, row.line, &row.raw);
    let items: Vec<Item> = rows
        .iter()
        .map(|row| match read(row) {
            Ok(draft) => Item::Row(draft, Vec::new()),
            Err(mend) => Item::Mend(mend),
        })
        .collect();
    let mut hand = Hand::new(tx, scene, job, false)?;
    hand.turn_to(tx, position, None, items.iter())?;
    let mut all = Vec::new();
    for item in items {
        all.push(match item {
            Item::Row(draft, _) => take(tx, &mut hand, &draft)?,
            Item::Mend(Mend { reasons, .. }) => Mended::Still(reasons),
            Item::Parent { .. } => Mended::Known,
        });
    }
    hand.finish(tx)?;
    Ok(all)
}

fn take(tx: &mut Tx, hand: &mut Hand<'_>, draft: &Draft) -> Result<Mended> {
    Ok(match hand.take(tx, draft)? {
        Fate::Imported => Mended::Imported,
        Fate::Known => Mended::Known,
        Fate::Mend(reasons) => Mended::Still(reasons),
    })
}

/// Keeps the row as it was tried, and counts it anew.
pub(super) fn note(
    tx: &mut Tx,
    scene: &Scene,
    import: &mut ImportRow,
    report: &mut Report,
    row: &RowToMend,
    mended: &Mended,
) -> Result<()> {
    report.remove_reasons(row.file, &row.reasons);
    let (reasons, mended_at) = match mended {
        Mended::Still(reasons) => (reasons, None),
        _ => (&row.reasons, Some(scene.now)),
    };
    imports::update_mend(tx, row.id, &json(&row.raw)?, &json(reasons)?, mended_at)?;
    if mended_at.is_none() {
        report.add_reasons(row.file, reasons);
        return Ok(());
    }
    import.rows_mend -= 1;
    let imported = *mended == Mended::Imported;
    if imported {
        import.rows_imported += 1;
    } else {
        import.rows_known += 1;
    }
    if let Some(file) = report.files.get_mut(row.file) {
        file.mend = file.mend.saturating_sub(1);
        if imported {
            file.imported += 1;
        } else {
            file.known += 1;
        }
    }
    Ok(())
}
