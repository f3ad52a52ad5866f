//! What the deals of a batch add to the kept totals, written once a batch.

use std::collections::BTreeMap;

use sales::deal::DealFields;
use store::Tx;
use store::rows::totals::{self, Share};

use super::Hand;
use crate::Result;
use crate::case::Place;

/// Process version, stage, owner and currency, in the order in which all writers take them.
type Key = (i64, String, i64, String);

/// Deals, their amounts and their recurring amounts.
#[derive(Default)]
pub(super) struct Sums(BTreeMap<Key, (i64, i64, i64)>);

impl Sums {
    pub(super) fn add(&mut self, fields: &DealFields, owner: i64, place: &Place<'_>) {
        let key = (place.version, place.stage.to_owned(), owner, fields.currency.clone());
        let (deals, amount, recurring) = self.0.entry(key).or_default();
        *deals += 1;
        *amount += fields.amount.unwrap_or(0);
        *recurring += fields.recurring.unwrap_or(0);
    }
}

impl Hand<'_> {
    /// Writes what the deals taken add to the totals. Nothing may be taken afterwards.
    pub(crate) fn finish(self, tx: &mut Tx) -> Result<()> {
        for ((process_version_id, stage, owner_id, currency), (deals, amount, recurring)) in self.sums.0 {
            let sums = Share { process_version_id, stage, owner_id, currency, amount, recurring };
            totals::add_sums(tx, &sums, deals)?;
        }
        Ok(())
    }
}
