//! Who is here.

use store::Tx;
use store::rows::members::{self, MemberListRow, MemberName};

use crate::access::known_only;
use crate::{Look, Result, Scene};

/// Everyone with team, role, whether they can sign in and how many open deals they own: for administrators.
#[derive(Clone, Copy, Debug)]
pub struct ListMembers;

impl Look for ListMembers {
    type Seen = Vec<MemberListRow>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<MemberListRow>> {
        scene.administrator_only()?;
        Ok(members::list_all(tx)?)
    }
}

/// Ids and names for a select, by name: for every member.
#[derive(Clone, Debug, Default)]
pub struct MemberChoices {
    /// Members the record names already; they are offered even when put away.
    pub kept: Vec<i64>,
}

impl Look for MemberChoices {
    type Seen = Vec<MemberName>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<MemberName>> {
        known_only(scene)?;
        Ok(members::list_names(tx, &self.kept)?)
    }
}
