//! What an import would do, row by row, with nothing written.

use std::sync::Arc;

use intake::Mapping;
use sales::Actor;
use store::Tx;

use super::hand::{Fate, Hand};
use super::importers_only;
use super::job::{Job, basis};
use super::reader::{Batch, Item, read_file};
use super::report::Report;
use crate::{Desk, Look, Result, Scene};

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
        job.check_processes(tx)?;
        let mut report = job.report()?;
        let mut hand = Hand::new(tx, scene, &job, true)?;
        for position in 0..job.files.len() {
            let mut counted = Ok(());
            read_file(&job, position, 0, &mut |batch| {
                counted = count(tx, &mut hand, &batch, &mut report);
                counted.is_ok()
            })?;
            counted?;
        }
        report.sum_deals();
        Ok(report)
    }
}

fn count(tx: &mut Tx, hand: &mut Hand<'_>, batch: &Batch, report: &mut Report) -> Result<()> {
    hand.turn_to(tx, batch.from.file, batch.company_keys.clone(), batch.items.iter())?;
    let Some(file) = report.files.get_mut(batch.from.file) else { return Ok(()) };
    for item in &batch.items {
        match item {
            Item::Mend(_) => file.mend += 1,
            Item::Parent { .. } => {}
            Item::Row(draft, _) => match hand.take(tx, draft)? {
                Fate::Imported => file.imported += 1,
                Fate::Known => file.known += 1,
                Fate::Mend(_) => file.mend += 1,
            },
        }
    }
    Ok(())
}
