//! Who may see and change what: a role says how far a member reaches, teams bound it.

use jiff::tz::TimeZone;
use process::Lang;
use serde::{Deserialize, Serialize};

/// What a member is to the installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Administrator,
    Manager,
    Rep,
    Reader,
}

impl Role {
    pub const ALL: [Role; 4] = [Role::Administrator, Role::Manager, Role::Rep, Role::Reader];

    pub fn key(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::Manager => "manager",
            Role::Rep => "rep",
            Role::Reader => "reader",
        }
    }

    pub fn parse(key: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.key() == key)
    }

    /// The reach a new installation gives the role: (reads, writes).
    pub fn default_reach(self) -> (Reach, Reach) {
        match self {
            Role::Administrator => (Reach::All, Reach::All),
            Role::Manager => (Reach::Team, Reach::Team),
            Role::Rep => (Reach::Own, Reach::Own),
            Role::Reader => (Reach::All, Reach::Nothing),
        }
    }
}

/// How far a role reaches. `Team` is one's own records and those of every team one heads, and below.
/// The head of a team reaches the team's records whatever the role, unless the role reaches nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    Nothing,
    Own,
    Team,
    All,
}

impl Reach {
    pub const ALL: [Reach; 4] = [Reach::Nothing, Reach::Own, Reach::Team, Reach::All];

    pub fn key(self) -> &'static str {
        match self {
            Reach::Nothing => "nothing",
            Reach::Own => "own",
            Reach::Team => "team",
            Reach::All => "all",
        }
    }

    pub fn parse(key: &str) -> Option<Reach> {
        Reach::ALL.into_iter().find(|reach| reach.key() == key)
    }

    /// Whether the reach depends on who stands below the member.
    pub fn is_by_owner(self) -> bool {
        matches!(self, Reach::Own | Reach::Team)
    }

    /// The owners whose records are within reach. `below` are the members of the teams that `member` heads.
    pub fn owners(self, member: i64, below: &[i64]) -> Owners {
        match self {
            Reach::Nothing => Owners::Only(Vec::new()),
            Reach::All => Owners::Everyone,
            Reach::Own | Reach::Team => {
                let mut owners = below.to_vec();
                owners.push(member);
                owners.sort_unstable();
                owners.dedup();
                Owners::Only(owners)
            }
        }
    }
}

/// A set of record owners; the visibility rule that every query carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owners {
    Everyone,
    Only(Vec<i64>),
}

impl Owners {
    pub fn holds(&self, owner: i64) -> bool {
        match self {
            Owners::Everyone => true,
            Owners::Only(owners) => owners.binary_search(&owner).is_ok(),
        }
    }

    /// A record without an owner is shared: whoever reaches anything reaches it.
    pub fn holds_shared(&self, owner: Option<i64>) -> bool {
        match (self, owner) {
            (Owners::Everyone, _) => true,
            (Owners::Only(owners), None) => !owners.is_empty(),
            (_, Some(owner)) => self.holds(owner),
        }
    }

    pub fn is_nobody(&self) -> bool {
        matches!(self, Owners::Only(owners) if owners.is_empty())
    }
}

/// By what hand an act is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    Member,
    Token,
    Import,
    System,
}

impl Cause {
    pub fn key(self) -> &'static str {
        match self {
            Cause::Member => "member",
            Cause::Token => "token",
            Cause::Import => "import",
            Cause::System => "system",
        }
    }
}

/// Who an act is by, and how far they reach. `member` is none for `system`.
#[derive(Clone, Debug)]
pub struct Actor {
    pub cause: Cause,
    pub member: Option<i64>,
    pub role: Role,
    pub reads: Owners,
    pub writes: Owners,
    pub lang: Lang,
    pub zone: TimeZone,
}

impl Actor {
    /// The server itself: command line and jobs.
    pub fn system(zone: TimeZone) -> Actor {
        Actor {
            cause: Cause::System,
            member: None,
            role: Role::Administrator,
            reads: Owners::Everyone,
            writes: Owners::Everyone,
            lang: Lang::En,
            zone,
        }
    }

    pub fn is_administrator(&self) -> bool {
        self.role == Role::Administrator
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rep_reaches_own_records_and_a_head_reaches_the_team_as_well() {
        let rep = Reach::Own.owners(7, &[]);
        assert!(rep.holds(7) && !rep.holds(8));
        let head = Reach::Own.owners(7, &[9, 8]);
        assert!(head.holds(8) && head.holds(9) && head.holds(7) && !head.holds(1));
    }

    #[test]
    fn a_reader_writes_nothing_not_even_what_is_shared() {
        let (reads, writes) = Role::Reader.default_reach();
        assert_eq!(reads.owners(3, &[]), Owners::Everyone);
        let writes = writes.owners(3, &[4]);
        assert!(!writes.holds(3) && !writes.holds_shared(None) && writes.is_nobody());
    }

    #[test]
    fn every_role_and_reach_survives_its_key() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.key()), Some(role));
        }
        for reach in Reach::ALL {
            assert_eq!(Reach::parse(reach.key()), Some(reach));
        }
    }
}
