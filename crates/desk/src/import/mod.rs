//! Imports: files and a mapping become records, batch by batch, so that whoever works meanwhile never waits long and
//! a restart goes on exactly where the last batch was kept. A row is taken, was known, or waits to be mended; an
//! import can be taken back whole.
//!
//! [`step`] does the next batch of an import that runs or is being undone; the worker and the command line call it.

mod batch;
mod control;
mod create;
mod dry_run;
mod fault;
mod hand;
mod job;
mod mappings;
mod mend;
mod page;
mod preview;
mod reader;
mod report;
mod step;
mod undo;

pub use control::{CancelImport, StartImport, UndoImport};
pub use create::{AnswerImport, ChangeMapping, CreateImport};
pub use dry_run::dry_run;
pub use fault::{ImportFault, MOST_BYTES};
pub use mappings::{ListMappings, SaveMapping};
pub use mend::{ListMendRows, MendRow, Mended, RowToMend};
pub use page::{ImportPage, ImportView, ImportsUnderWay, ListImports};
pub use preview::PreviewImport;
pub use report::{FileReport, Kept, Report, Undone};
pub use step::{StepOutcome, step, undo};

pub(crate) use step::Readings;

use sales::Role;

use crate::{Error, Result, Scene};

/// Imports belong to administrators and managers.
fn importers_only(scene: &Scene) -> Result<()> {
    match scene.by.role {
        Role::Administrator | Role::Manager => Ok(()),
        Role::Rep | Role::Reader => Err(Error::Forbidden),
    }
}
