//! Renaming a team, giving it another head, or moving it with all below it.

use store::Tx;
use store::rows::{installation, teams};

use super::team_entry;
use crate::taken::taken;
use crate::{Act, Result, Scene};

/// All three as they shall be.
#[derive(Clone, Debug)]
pub struct ChangeTeam {
    pub id: i64,
    pub name: String,
    pub parent: Option<i64>,
    pub head: Option<i64>,
}

impl Act for ChangeTeam {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        // Two teams that move below each other at the same moment would close a loop.
        installation::hold(tx)?;
        let team = teams::get_to_change(tx, self.id)?;
        let parent = team_entry::check(tx, Some(&team), &self.name, self.parent, self.head)?;
        let name = self.name.trim();
        let changed = teams::update(tx, &team, name, parent.as_ref(), self.head);
        taken(changed, "teams_name_unique", "name", name)
    }
}
