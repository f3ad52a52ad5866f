//! What the demo finds in the installation: how the house works, who is there, and what the import has made.

use std::collections::HashMap;

use desk::{Look, Result, Scene};
use jiff::{Timestamp, ToSpan};
use sales::fold::fold;
use sales::{Role, WorkingTime};
use store::Tx;
use store::rows::installation::InstallationRow;
use store::rows::{deals, import_lookup, installation, members};

/// The house as the demo fits itself into it.
pub struct House {
    pub row: InstallationRow,
    pub calendar: WorkingTime,
    /// Whose day the demo fills beside its own sellers': the member named, else the first administrator.
    pub first: Option<String>,
}

pub struct LookAtHouse {
    pub member: Option<i64>,
}

impl Look for LookAtHouse {
    type Seen = House;

    fn look(&self, tx: &mut Tx, _: &Scene) -> Result<House> {
        let first = match self.member {
            Some(member) => members::find(tx, member)?.map(|row| row.name),
            None => first_administrator(tx)?,
        };
        Ok(House { row: installation::get(tx)?, calendar: installation::calendar(tx)?, first })
    }
}

fn first_administrator(tx: &mut Tx) -> Result<Option<String>> {
    let all = members::list_all(tx)?;
    let administrators =
        all.into_iter().filter(|row| row.archived_at.is_none() && row.role == Role::Administrator.key());
    Ok(administrators.min_by_key(|row| row.id).map(|row| row.name))
}

/// What an import has made of the rows with a life of their own.
pub struct LookAtImport {
    pub import: i64,
    /// Before the numbers of rows in source ids.
    pub source: String,
    pub lived: u32,
    pub sellers: Vec<String>,
}

#[derive(Default)]
pub struct Imported {
    /// Number of the row, the deal's id.
    pub deals: Vec<(u32, i64)>,
    /// Ids of the sellers, in their order.
    pub members: HashMap<usize, i64>,
    /// What sellers have planned already.
    pub taken: Vec<(usize, Timestamp, Timestamp)>,
}

impl Look for LookAtImport {
    type Seen = Imported;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Imported> {
        let mut seen = Imported { deals: self.deals(tx)?, ..Imported::default() };
        let keys: Vec<String> = self.sellers.iter().map(|name| fold(name)).collect();
        let ids: HashMap<String, i64> =
            import_lookup::members(tx, &keys)?.into_iter().map(|(key, id, _)| (key, id)).collect();
        let places = keys.iter().enumerate();
        seen.members = places.filter_map(|(place, key)| ids.get(key).map(|id| (place, *id))).collect();
        let of_id: HashMap<i64, usize> = seen.members.iter().map(|(place, id)| (*id, *place)).collect();
        let owners: Vec<i64> = of_id.keys().copied().collect();
        let near = |days: i64| scene.now.saturating_add((24 * days).hours()).unwrap_or(scene.now);
        let taken = import_lookup::taken(tx, &owners, near(-14), near(60))?;
        let place = |(owner, from, to)| of_id.get(&owner).map(|place| (*place, from, to));
        seen.taken = taken.into_iter().filter_map(place).collect();
        Ok(seen)
    }
}

impl LookAtImport {
    /// Deals of this import alone: one made before has its life already.
    fn deals(&self, tx: &mut Tx) -> Result<Vec<(u32, i64)>> {
        let ids: Vec<String> = (0..self.lived).map(|nth| format!("{}:D{nth}", self.source)).collect();
        let mut found: Vec<(u32, i64)> = Vec::new();
        for chunk in ids.chunks(500) {
            for (source, id) in import_lookup::source_ids(tx, "deals", chunk)? {
                let nth = source.rsplit_once(":D").and_then(|(_, nth)| nth.parse().ok());
                let is_ours = deals::get(tx, id)?.import_id == Some(self.import);
                found.extend(nth.filter(|_| is_ours).map(|nth: u32| (nth, id)));
            }
        }
        found.sort_unstable();
        Ok(found)
    }
}
