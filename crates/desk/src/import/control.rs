//! Starting an import, stopping it, taking it back. What follows is done batch by batch, by [`step`](super::step).

use store::Tx;
use store::rows::import_undo::{self, Made};
use store::rows::imports::{self, ImportRow};

use super::create::draft_to_change;
use super::job::Job;
use super::report::{Report, Undone};
use super::to_change;
use crate::{Act, Conflict, Result, Scene};

/// Lets a draft run, once every file reads well and the processes it names are there.
#[derive(Clone, Copy, Debug)]
pub struct StartImport {
    pub id: i64,
}

impl Act for StartImport {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let row = draft_to_change(tx, scene, self.id)?;
        let job = Job::load(tx, &row, scene.now)?;
        job.check_processes(tx)?;
        let mut report = job.report()?;
        let rows_total = report.files.iter().map(|file| file.rows as i64).sum();
        let started = ImportRow {
            state: "running".to_owned(),
            rows_total,
            report: report.write()?,
            started_at: Some(scene.now),
            ..row
        };
        Ok(imports::update(tx, &started)?)
    }
}

/// Stops an import where it is; what it has brought stays until it is undone.
#[derive(Clone, Copy, Debug)]
pub struct CancelImport {
    pub id: i64,
}

impl Act for CancelImport {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let row = to_change(tx, scene, self.id)?;
        if !matches!(row.state.as_str(), "draft" | "running") {
            return Err(Conflict::ImportState.into());
        }
        let state = "cancelled".to_owned();
        Ok(imports::update(tx, &ImportRow { state, finished_at: Some(scene.now), ..row })?)
    }
}

/// Takes an import back: every record that it made and nobody has touched since; with `force` the touched ones too,
/// save those that other records need.
#[derive(Clone, Copy, Debug)]
pub struct UndoImport {
    pub id: i64,
    pub force: bool,
}

impl Act for UndoImport {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let row = to_change(tx, scene, self.id)?;
        let mut report = Report::read(&row.report)?;
        let was = report.undo.take().unwrap_or_default();
        let again = row.state == "undone" && was.left > 0;
        if !again && !matches!(row.state.as_str(), "done" | "cancelled" | "failed") {
            return Err(Conflict::ImportState.into());
        }
        let mut left = 0;
        for made in Made::ALL {
            left += import_undo::count(tx, made, self.id)?.unsigned_abs();
        }
        report.undo = Some(Undone {
            force: self.force,
            total: was.removed + left,
            removed: was.removed,
            ..Undone::default()
        });
        let undoing = ImportRow { state: "undoing".to_owned(), report: report.write()?, ..row };
        Ok(imports::update(tx, &undoing)?)
    }
}
