//! A new member. Without an e-mail they own records but can't sign in.

use sales::Role;
use store::Tx;
use store::rows::installation;
use store::rows::members::{self, NewMember};

use super::entry;
use crate::taken::taken;
use crate::{Act, Result, Scene};

/// Makes a member; inviting them is an act of its own.
#[derive(Clone, Debug)]
pub struct CreateMember {
    pub name: String,
    pub email: Option<String>,
    pub role: Role,
    pub team: Option<i64>,
}

impl Act for CreateMember {
    /// The new member's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.administrator_only()?;
        let email = entry::check(tx, None, &self.name, self.email.as_deref(), self.team)?;
        let language = installation::get(tx)?.language;
        let member = NewMember {
            name: self.name.trim(),
            email: email.as_deref(),
            role: self.role.key(),
            team_id: self.team,
            language: &language,
            time_zone: None,
            import_id: None,
        };
        let made = members::insert(tx, &member, scene.now);
        taken(made, "members_email_unique", "email", email.as_deref().unwrap_or_default())
    }
}
