//! The processes of the installation.

use store::Tx;
use store::rows::processes::{self, ProcessRow};

use crate::{Look, Result, Scene};

/// The newest version of each process, active ones first.
#[derive(Clone, Copy, Debug)]
pub struct ListProcesses;

impl Look for ListProcesses {
    type Seen = Vec<ProcessRow>;

    fn look(&self, tx: &mut Tx, _: &Scene) -> Result<Vec<ProcessRow>> {
        Ok(processes::list_newest(tx)?)
    }
}
