//! The processes of the installation, each in a few figures.

use std::sync::Arc;

use process::{Definition, Stage};
use store::Tx;
use store::rows::processes::{self, ProcessRow};
use store::rows::{cases, totals};

use crate::case::definition_of;
use crate::{Look, Result, Scene};

/// Running cases of companies are counted up to here.
const MOST: i64 = 10_000;

/// Looks at the newest version of each process, active ones first. It plays every story: run it with
/// `Desk::read_slowly`.
#[derive(Clone, Copy, Debug)]
pub struct ProcessesInBrief;

#[derive(Clone, Debug)]
pub struct ProcessInBrief {
    pub row: ProcessRow,
    pub definition: Arc<Definition>,
    /// Open cases in any version, within reach; of companies at most [`MOST`].
    pub running: i64,
    pub stories: usize,
    pub stories_passed: usize,
}

impl Look for ProcessesInBrief {
    type Seen = Vec<ProcessInBrief>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<ProcessInBrief>> {
        let rows = processes::list_newest(tx)?;
        rows.into_iter().map(|row| in_brief(tx, scene, row)).collect()
    }
}

fn in_brief(tx: &mut Tx, scene: &Scene, row: ProcessRow) -> Result<ProcessInBrief> {
    let definition = definition_of(tx, scene, row.id)?;
    let running = running(tx, scene, &row, &definition)?;
    let stories = process::story::run(&definition);
    let stories_passed = stories.iter().filter(|story| story.passed).count();
    Ok(ProcessInBrief { running, stories: stories.len(), stories_passed, definition, row })
}

fn running(tx: &mut Tx, scene: &Scene, row: &ProcessRow, definition: &Definition) -> Result<i64> {
    if row.runs_on == "company" {
        let ends = definition.stages().iter().filter(|stage| !stage.is_open());
        let ends: Vec<&str> = ends.map(|stage| stage.key.as_str()).collect();
        return Ok(cases::count_of_companies(tx, &row.process, &ends, &scene.by.reads, MOST)?);
    }
    let totals = totals::list_by_stage(tx, &row.process, &scene.by.reads, None)?;
    // A stage that only older versions have holds what still runs in them.
    let runs = |key: &str| definition.stage(key).is_none_or(Stage::is_open);
    Ok(totals.iter().filter(|total| runs(&total.stage)).map(|total| total.deals).sum())
}
