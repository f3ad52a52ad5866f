//! How far each role reaches.

use sales::{Fault, Reach, Role};
use store::Tx;
use store::rows::access;

use crate::access::known_only;
use crate::{Act, Error, Look, Result, Scene};

/// What a role sees and changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleReach {
    pub role: Role,
    pub reads: Reach,
    pub writes: Reach,
}

/// Every role's reach.
#[derive(Clone, Copy, Debug)]
pub struct ListRoleReach;

impl Look for ListRoleReach {
    type Seen = Vec<RoleReach>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<RoleReach>> {
        known_only(scene)?;
        let mut list = Vec::new();
        for role in Role::ALL {
            let (reads, writes) = access::get_reach(tx, role)?;
            list.push(RoleReach { role, reads, writes });
        }
        Ok(list)
    }
}

/// Changes a role's reach. The administrator's stays, and nobody changes what they can't see.
#[derive(Clone, Copy, Debug)]
pub struct ChangeRoleReach {
    pub reach: RoleReach,
}

impl Act for ChangeRoleReach {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        let RoleReach { role, reads, writes } = self.reach;
        if role == Role::Administrator && (reads, writes) != role.default_reach() {
            return Err(Error::field("role", Fault::Unknown { value: role.key().to_owned() }));
        }
        if breadth(writes) > breadth(reads) {
            return Err(Error::field("writes", Fault::Unknown { value: writes.key().to_owned() }));
        }
        Ok(access::set_reach(tx, role, reads, writes, false)?)
    }
}

fn breadth(reach: Reach) -> usize {
    Reach::ALL.iter().position(|one| *one == reach).unwrap_or_default()
}
