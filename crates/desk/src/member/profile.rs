//! What members set for themselves.

use process::Lang;
use sales::field::{NAME_MOST, check_text};
use sales::{Fault, FieldError};
use store::Tx;
use store::rows::members::{self, ProfileChange};
use store::rows::{installation, teams};

use super::entry::check_zone;
use crate::access::own_member;
use crate::{Act, Error, Look, Result, Scene};

const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// The acting member's own settings.
#[derive(Clone, Debug)]
pub struct Profile {
    pub id: i64,
    pub name: String,
    pub email: Option<String>,
    pub role: String,
    pub team: Option<String>,
    pub language: Lang,
    /// None takes the installation's.
    pub time_zone: Option<String>,
    pub theme: String,
    pub single_keys: bool,
}

/// Looks at one's own settings.
#[derive(Clone, Copy, Debug)]
pub struct OwnProfile;

impl Look for OwnProfile {
    type Seen = Profile;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Profile> {
        let id = scene.by.member.ok_or(Error::Forbidden)?;
        let member = members::find(tx, id)?.ok_or(Error::NotFound)?;
        let team = match member.team_id {
            Some(team) => teams::find(tx, team)?.map(|team| team.name),
            None => None,
        };
        Ok(Profile {
            id,
            name: member.name,
            email: member.email,
            role: member.role,
            team,
            language: installation::lang(&member.language),
            time_zone: member.time_zone,
            theme: member.theme,
            single_keys: member.single_keys,
        })
    }
}

/// Changes one's own settings: all of them as they shall be.
#[derive(Clone, Debug)]
pub struct ChangeProfile {
    pub name: String,
    pub language: Lang,
    pub time_zone: Option<String>,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    pub single_keys: bool,
}

impl Act for ChangeProfile {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let id = own_member(scene)?;
        self.check()?;
        members::get_to_change(tx, id)?;
        let change = ProfileChange {
            name: self.name.trim(),
            language: installation::lang_code(self.language),
            time_zone: self.time_zone.as_deref(),
            theme: &self.theme,
            single_keys: self.single_keys,
        };
        Ok(members::update_profile(tx, id, &change)?)
    }
}

impl ChangeProfile {
    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        check_text(&mut faults, "name", &self.name, true, NAME_MOST);
        if let Some(zone) = &self.time_zone {
            check_zone(&mut faults, zone);
        }
        if !THEMES.contains(&self.theme.as_str()) {
            faults.push(FieldError::new("theme", Fault::Unknown { value: self.theme.clone() }));
        }
        Error::unless_valid(faults)
    }
}
