//! Taking an import back, a batch of records at a time: deals first, then what nothing needs any more.

use sales::Event;
use store::Tx;
use store::rows::events::About;
use store::rows::import_undo::{self, Made};
use store::rows::imports::{self, ImportRow};

use super::report::{Kept, Report, Undone};
use super::step::StepOutcome;
use crate::{Act, Result, Scene, spine};

/// Records removed in one transaction.
const BATCH: i64 = 200;

/// How many of the kept records are named.
const NAMED: i64 = 200;

/// Removes the next records of an import that is being undone.
pub(super) struct UndoBatch {
    pub id: i64,
}

impl Act for UndoBatch {
    type Done = StepOutcome;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<StepOutcome> {
        let mut row = imports::get_to_change(tx, self.id)?;
        let mut report = Report::read(&row.report)?;
        if row.state != "undoing" {
            return Ok(StepOutcome::Finished(report));
        }
        let mut undone = report.undo.take().unwrap_or_default();
        let removed = remove_some(tx, self.id, undone.force)?;
        undone.removed += removed;
        let more = StepOutcome::More { done: undone.removed, total: undone.total };
        if removed == 0 {
            finish(tx, scene, &mut row, &mut undone)?;
        }
        report.undo = Some(undone);
        row.report = report.write()?;
        imports::update(tx, &row)?;
        Ok(if removed == 0 { StepOutcome::Finished(report) } else { more })
    }
}

/// Removes records of the first kind that has some to remove.
fn remove_some(tx: &mut Tx, import: i64, force: bool) -> Result<u64> {
    for made in Made::ALL {
        let ids = import_undo::list_removable(tx, made, import, force, BATCH)?;
        if !ids.is_empty() {
            import_undo::remove(tx, made, &ids)?;
            return Ok(ids.len() as u64);
        }
    }
    Ok(0)
}

/// Names what is left and tells the log.
fn finish(tx: &mut Tx, scene: &Scene, row: &mut ImportRow, undone: &mut Undone) -> Result<()> {
    undone.left = 0;
    undone.kept = Vec::new();
    for made in Made::ALL {
        undone.left += import_undo::count(tx, made, row.id)?.unsigned_abs();
        for (id, name) in import_undo::list_left(tx, made, row.id, NAMED - undone.kept.len() as i64)? {
            undone.kept.push(Kept { kind: made.key().to_owned(), id, name });
        }
    }
    row.state = "undone".to_owned();
    row.finished_at = Some(scene.now);
    let event = Event::ImportUndone {
        import: row.id,
        title: row.title.clone(),
        removed: undone.removed as i64,
        kept: undone.left as i64,
    };
    spine::record(tx, scene, About { import_id: Some(row.id), ..About::default() }, &event)
}
