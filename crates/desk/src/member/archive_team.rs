//! Putting an empty team away and taking it back.

use store::Tx;
use store::rows::{installation, teams};

use crate::error::Conflict;
use crate::{Act, Result, Scene};

/// Refused while members or teams stand in it.
#[derive(Clone, Copy, Debug)]
pub struct ArchiveTeam {
    pub id: i64,
}

/// Refused while the team above is put away.
#[derive(Clone, Copy, Debug)]
pub struct RestoreTeam {
    pub id: i64,
}

impl Act for ArchiveTeam {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        installation::hold(tx)?;
        teams::get_to_change(tx, self.id)?;
        if teams::is_peopled(tx, self.id)? {
            return Err(Conflict::InUse.into());
        }
        Ok(teams::set_archived(tx, self.id, Some(scene.now))?)
    }
}

impl Act for RestoreTeam {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        installation::hold(tx)?;
        let team = teams::get_to_change(tx, self.id)?;
        if let Some(parent) = team.parent_id
            && teams::find(tx, parent)?.is_none_or(|parent| parent.archived_at.is_some())
        {
            return Err(Conflict::Archived.into());
        }
        Ok(teams::set_archived(tx, self.id, None)?)
    }
}
