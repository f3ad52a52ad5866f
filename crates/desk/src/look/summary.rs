//! Counts and sums of deals by one of their properties, for reports and for checking an import against its source.

use std::collections::BTreeMap;

use sales::deal::quarter;
use store::Tx;
use store::rows::summary::{self, By, GroupTotal};

use super::stages;
use crate::{Look, Result, Scene};

pub use store::rows::summary::By as SummaryBy;

/// Gathers the unarchived deals within reach. By product it is a long read: run it with `Desk::read_slowly`.
#[derive(Clone, Debug)]
pub struct Summary {
    pub by: By,
    /// `open`, `won`, `lost` or `closed`.
    pub status: Option<String>,
}

/// A sum in minor units.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Amount {
    pub currency: String,
    pub minor: i64,
}

/// One group. The key is a stage's or type's key, a status, an owner's or product's name, `2017-03` or `2017-Q1`; none for deals
/// that lack the property.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Group {
    pub key: Option<String>,
    pub count: i64,
    pub amounts: Vec<Amount>,
}

impl Look for Summary {
    type Seen = Vec<Group>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<Group>> {
        let mut rows = summary::list(tx, self.by, self.status.as_deref(), &scene.by.reads)?;
        if self.by == By::QuarterClosed {
            for row in &mut rows {
                row.key = row.key.as_deref().map(quarter);
            }
        }
        let mut groups = gather(rows);
        if self.by == By::Stage {
            let mut order: Vec<String> = Vec::new();
            for family in stages::families(tx, scene)? {
                order.extend(family.stages().into_iter().map(|stage| stage.key.clone()));
            }
            let place = |group: &Group| {
                order.iter().position(|key| Some(key) == group.key.as_ref()).unwrap_or(order.len())
            };
            groups.sort_by_key(place);
        }
        Ok(groups)
    }
}

/// One group a key, ordered by key, its sums by currency.
fn gather(rows: Vec<GroupTotal>) -> Vec<Group> {
    let mut groups: BTreeMap<Option<String>, Group> = BTreeMap::new();
    for row in rows {
        let new = Group { key: row.key.clone(), count: 0, amounts: Vec::new() };
        let group = groups.entry(row.key).or_insert(new);
        group.count += row.deals;
        match group.amounts.iter_mut().find(|amount| amount.currency == row.currency) {
            Some(amount) => amount.minor += row.minor,
            None => group.amounts.push(Amount { currency: row.currency, minor: row.minor }),
        }
    }
    for group in groups.values_mut() {
        group.amounts.sort_by(|a, b| a.currency.cmp(&b.currency));
    }
    groups.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: Option<&str>, currency: &str, deals: i64, minor: i64) -> GroupTotal {
        GroupTotal { key: key.map(str::to_owned), currency: currency.into(), deals, minor }
    }

    #[test]
    fn a_group_counts_over_currencies_and_sums_within_each() {
        let rows = vec![
            row(Some("won"), "GBP", 2, 50),
            row(None, "EUR", 1, 7),
            row(Some("won"), "EUR", 1, 9),
            row(Some("won"), "GBP", 1, 5),
        ];
        let groups = gather(rows);
        assert_eq!(
            groups.iter().map(|group| (group.key.as_deref(), group.count)).collect::<Vec<_>>(),
            [(None, 1), (Some("won"), 4)]
        );
        let won: Vec<(&str, i64)> =
            groups[1].amounts.iter().map(|amount| (amount.currency.as_str(), amount.minor)).collect();
        assert_eq!(won, [("EUR", 9), ("GBP", 55)]);
    }
}
