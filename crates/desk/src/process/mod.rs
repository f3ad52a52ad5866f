//! Processes as the installation keeps them: published versions, of which the newest takes new deals.

mod check_process;
mod in_brief;
mod list_processes;
mod process_page;
mod publish;

pub use check_process::CheckProcess;
pub use in_brief::{ProcessInBrief, ProcessesInBrief};
pub use list_processes::ListProcesses;
pub use process_page::{ProcessPage, ProcessSeen};
pub use publish::{ActivateProcess, PublishProcess};
