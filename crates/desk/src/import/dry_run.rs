//! What an import would do, row by row, with nothing written.

use std::sync::Arc;

use intake::{Draft, Mapping, Reason};
use sales::Actor;
use store::Tx;

use super::hand::{Fate, Hand};
use super::job::{Job, basis};
use super::reader::{Batch, Item, read_file};
use super::report::Report;
use super::{importers_only, to_see};
use crate::{Desk, Look, Result, Scene};

/// Rows of each kind that are shown of a file.
const SHOWN: usize = 10;

/// Goes through all rows and counts what would become of them.
///
/// # Errors
/// [`Error::Import`](crate::Error::Import) as when the import is started.
pub async fn dry_run(
    desk: &Desk,
    by: &Actor,
    mapping: &Mapping,
    files: Vec<(String, Vec<u8>)>,
) -> Result<Report> {
    let look = DryRun { mapping: mapping.clone(), files: Arc::new(files) };
    desk.read_slowly(by, look).await
}

struct DryRun {
    mapping: Mapping,
    files: Arc<Vec<(String, Vec<u8>)>>,
}

impl Look for DryRun {
    type Seen = Report;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Report> {
        importers_only(scene)?;
        let basis = basis(tx, scene.now)?;
        let job = Job::new(0, self.mapping.clone(), self.files.to_vec(), basis)?;
        Ok(go_through(tx, scene, &job)?.report)
    }
}

/// Goes through all rows of a draft.
#[derive(Clone, Copy, Debug)]
pub struct CheckImport {
    pub id: i64,
}

/// What would come of a draft.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    pub report: Report,
    /// The first rows to mend of each file.
    pub to_mend: Vec<CheckedRow>,
    /// The first rows of each file whose record is here already, or comes earlier in the file.
    pub known: Vec<CheckedRow>,
}

/// A row that would not come in.
#[derive(Clone, Debug)]
pub struct CheckedRow {
    /// Which of the report's files.
    pub file: usize,
    pub line: u64,
    /// By what one knows it: its number in the old system, else its name.
    pub name: String,
    /// Why it is to mend.
    pub reasons: Vec<Reason>,
}

impl Look for CheckImport {
    type Seen = Checked;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Checked> {
        let row = to_see(tx, scene, self.id)?;
        let job = Job::load(tx, &row, scene.now)?;
        go_through(tx, scene, &job)
    }
}

fn go_through(tx: &mut Tx, scene: &Scene, job: &Job) -> Result<Checked> {
    job.check_processes(tx)?;
    let mut checked = Checked { report: job.report()?, ..Checked::default() };
    let mut hand = Hand::new(tx, scene, job, true)?;
    for position in 0..job.files.len() {
        let mut counted = Ok(());
        read_file(job, position, 0, &mut |batch| {
            counted = checked.count(tx, &mut hand, &batch);
            counted.is_ok()
        })?;
        counted?;
    }
    checked.report.sum_deals();
    Ok(checked)
}

impl Checked {
    fn count(&mut self, tx: &mut Tx, hand: &mut Hand<'_>, batch: &Batch) -> Result<()> {
        let at = batch.from.file;
        hand.turn_to(tx, at, batch.company_keys.clone(), batch.items.iter())?;
        let Some(mut file) = self.report.files.get(at).cloned() else { return Ok(()) };
        for item in &batch.items {
            match item {
                Item::Mend(mend) => {
                    file.mend += 1;
                    self.keep(at, mend.line, String::new(), &mend.reasons);
                }
                Item::Parent { .. } => {}
                Item::Row(draft, _) => match hand.take(tx, draft)? {
                    Fate::Imported => file.imported += 1,
                    Fate::Known => {
                        file.known += 1;
                        show(&mut self.known, at, draft.line, name(draft), &[]);
                    }
                    Fate::Mend(reasons) => {
                        file.mend += 1;
                        self.keep(at, draft.line, name(draft), &reasons);
                    }
                },
            }
        }
        self.report.files[at] = file;
        Ok(())
    }

    fn keep(&mut self, file: usize, line: u64, name: String, reasons: &[Reason]) {
        self.report.add_reasons(file, reasons);
        show(&mut self.to_mend, file, line, name, reasons);
    }
}

fn show(rows: &mut Vec<CheckedRow>, file: usize, line: u64, name: String, reasons: &[Reason]) {
    if rows.iter().filter(|row| row.file == file).count() < SHOWN {
        rows.push(CheckedRow { file, line, name, reasons: reasons.to_vec() });
    }
}

fn name(draft: &Draft) -> String {
    let name = draft.source_id.as_deref().or_else(|| draft.text("name"));
    name.unwrap_or_default().to_owned()
}
