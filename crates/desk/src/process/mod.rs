//! Processes as the installation keeps them: published versions, of which the newest takes new deals.

mod list_processes;
mod process_page;
mod publish;

pub use list_processes::ListProcesses;
pub use process_page::{ProcessPage, ProcessSeen};
pub use publish::{ActivateProcess, PublishProcess};
