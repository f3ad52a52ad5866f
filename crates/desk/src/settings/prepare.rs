//! What an empty database is given before its first use.

use jiff::Timestamp;
use process::Words;
use sales::Role;
use sales::calendar::WorkingHours;
use store::Tx;
use store::rows::installation::{self, Hours, InstallationRow};
use store::rows::{access, choices};

use super::default_choices::CHOICES;
use crate::access::system_only;
use crate::{Act, Result, Scene};

/// Makes the installation's row, its lists and reaches, once. A prepared database stays as it is, but for lists that a
/// later version brought.
#[derive(Clone, Copy, Debug)]
pub struct Prepare;

impl Act for Prepare {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        system_only(scene)?;
        prepare(tx, scene.now)
    }
}

/// The same within another act.
pub(crate) fn prepare(tx: &mut Tx, now: Timestamp) -> Result<()> {
    let kept = choices::list_used(tx)?;
    for (position, (list, key, en, ru)) in (1..).zip(CHOICES) {
        // A list that came with a later version is filled, one that somebody keeps is left as it is.
        if !kept.iter().any(|used| used == list) {
            choices::insert_if_absent(tx, list, key, &Words::new(en, ru), position)?;
        }
    }
    if installation::find(tx)?.is_some() {
        return Ok(());
    }
    let row = InstallationRow {
        company_name: String::new(),
        base_currency: "USD".to_owned(),
        time_zone: "UTC".to_owned(),
        language: "en".to_owned(),
        working_hours: Hours(WorkingHours::default()),
        created_at: now,
    };
    installation::insert_if_absent(tx, &row)?;
    for role in Role::ALL {
        let (reads, writes) = role.default_reach();
        access::set_reach(tx, role, reads, writes, true)?;
    }
    Ok(())
}
