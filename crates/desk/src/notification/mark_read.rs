//! Marking notifications as read.

use store::Tx;
use store::rows::notifications;

use crate::{Act, Error, Result, Scene};

/// Marks one, or all.
#[derive(Clone, Copy, Debug)]
pub enum MarkRead {
    One(i64),
    All,
}

impl Act for MarkRead {
    /// How many were not read before.
    type Done = u64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<u64> {
        let member = scene.by.member.ok_or(Error::Forbidden)?;
        let one = match self {
            MarkRead::One(id) => Some(*id),
            MarkRead::All => None,
        };
        Ok(notifications::set_read(tx, member, one, scene.now)?)
    }
}
