//! Putting a member away: they sign in no more, and what they own stays theirs until it is assigned.

use store::Tx;
use store::rows::{access, members};

use super::entry;
use crate::{Act, Result, Scene};

/// Ends the member's sessions and one-time links as well.
#[derive(Clone, Copy, Debug)]
pub struct ArchiveMember {
    pub id: i64,
}

/// Takes a member back; they sign in with the password they had.
#[derive(Clone, Copy, Debug)]
pub struct RestoreMember {
    pub id: i64,
}

impl Act for ArchiveMember {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        entry::refuse_last_administrator(tx, self.id)?;
        if members::get_to_change(tx, self.id)?.archived_at.is_some() {
            return Ok(());
        }
        members::set_archived(tx, self.id, Some(scene.now))?;
        access::delete_sessions_of(tx, self.id, None)?;
        Ok(access::spend_links_of(tx, Some(self.id), scene.now)?)
    }
}

impl Act for RestoreMember {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        members::get_to_change(tx, self.id)?;
        Ok(members::set_archived(tx, self.id, None)?)
    }
}
