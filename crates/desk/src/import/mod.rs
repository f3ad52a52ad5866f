//! Imports: files and a mapping become records, batch by batch, so that whoever works meanwhile never waits long and
//! a restart goes on exactly where the last batch was kept. A row is taken, was known, or waits to be mended; an
//! import can be taken back whole.
//!
//! [`step`] does the next batch of an import that runs or is being undone; the worker and the command line call it.

mod batch;
mod brought;
mod control;
mod create;
mod dry_run;
mod fault;
mod hand;
mod job;
mod mappings;
mod mend;
mod mend_all;
mod mend_page;
mod page;
mod places;
mod preview;
mod propose;
mod reader;
mod report;
mod step;
mod undo;

pub use brought::{Brought, BroughtSeen};
pub use control::{CancelImport, StartImport, UndoImport};
pub use create::{AnswerImport, ChangeMapping, CreateImport};
pub use dry_run::{CheckImport, Checked, CheckedRow, dry_run};
pub use fault::{ImportFault, MOST_BYTES};
pub use mappings::{ListMappings, SaveMapping};
pub use mend::{ListMendRows, MendRow, Mended, RowToMend, ShowMendRow};
pub use mend_all::{MendedAll, Remedy, mend_all};
pub use mend_page::{MendPage, MendPageSeen, Turn};
pub use page::{ImportPage, ImportView, ImportsUnderWay, ListImports};
pub use places::{Places, ProcessPlaces};
pub use preview::PreviewImport;
pub use report::{FileReport, Kept, Report, Undone, Why, WhyCount};
pub use step::{StepOutcome, step, undo};

pub(crate) use step::Readings;

use sales::{Owners, Role};
use store::Tx;
use store::rows::imports::{self, ImportRow};

use crate::{Error, Result, Scene};

/// Imports belong to administrators and managers.
fn importers_only(scene: &Scene) -> Result<()> {
    match scene.by.role {
        Role::Administrator | Role::Manager => Ok(()),
        Role::Rep | Role::Reader => Err(Error::Forbidden),
    }
}

/// An import that the actor may see: their own, or one of whom they reach. Its files tell every row, whoever owns the
/// records; so what the server itself brought in is for those alone who reach everybody.
fn to_see(tx: &mut Tx, scene: &Scene, id: i64) -> Result<ImportRow> {
    importers_only(scene)?;
    within(&scene.by.reads, imports::find(tx, id)?.ok_or(Error::NotFound)?)
}

/// The same, held to be changed.
fn to_change(tx: &mut Tx, scene: &Scene, id: i64) -> Result<ImportRow> {
    importers_only(scene)?;
    within(&scene.by.writes, imports::get_to_change(tx, id)?)
}

fn within(reach: &Owners, import: ImportRow) -> Result<ImportRow> {
    let is_within = match import.created_by {
        Some(member) => reach.holds(member),
        None => *reach == Owners::Everyone,
    };
    if is_within { Ok(import) } else { Err(Error::NotFound) }
}
