//! A new team.

use store::Tx;
use store::rows::{installation, teams};

use super::team_entry;
use crate::taken::taken;
use crate::{Act, Result, Scene};

/// Makes a team below `parent`, headed by `head`, who then reaches what the team owns.
#[derive(Clone, Debug)]
pub struct CreateTeam {
    pub name: String,
    pub parent: Option<i64>,
    pub head: Option<i64>,
}

impl Act for CreateTeam {
    /// The new team's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.administrator_only()?;
        installation::hold(tx)?;
        let parent = team_entry::check(tx, None, &self.name, self.parent, self.head)?;
        let name = self.name.trim();
        let made = teams::insert(tx, name, parent.as_ref(), self.head, None, scene.now);
        taken(made, "teams_name_unique", "name", name)
    }
}
