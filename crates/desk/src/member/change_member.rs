//! Changing a member's name, e-mail, role or team.

use sales::Role;
use store::Tx;
use store::rows::members::{self, MemberChange};

use super::entry;
use crate::taken::taken;
use crate::{Act, Result, Scene};

/// All four as they shall be.
#[derive(Clone, Debug)]
pub struct ChangeMember {
    pub id: i64,
    pub name: String,
    pub email: Option<String>,
    pub role: Role,
    pub team: Option<i64>,
}

impl Act for ChangeMember {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        let email = entry::check(tx, Some(self.id), &self.name, self.email.as_deref(), self.team)?;
        if self.role != Role::Administrator || email.is_none() {
            entry::refuse_last_administrator(tx, self.id)?;
        }
        members::get_to_change(tx, self.id)?;
        let change = MemberChange {
            name: self.name.trim(),
            email: email.as_deref(),
            role: self.role.key(),
            team_id: self.team,
        };
        let changed = members::update(tx, self.id, &change);
        taken(changed, "members_email_unique", "email", email.as_deref().unwrap_or_default())
    }
}
