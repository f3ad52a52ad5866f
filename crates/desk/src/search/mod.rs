//! Finding records by fragments of what they are called.

mod deals;

pub use deals::{FoundDeal, SearchDeals};
use store::Tx;
use store::rows::search;
pub use store::rows::search::Found;

use crate::{Look, Result, Scene};

/// Looks for companies, people and deals within reach.
#[derive(Clone, Debug, Default)]
pub struct Search {
    pub text: String,
    /// `company`, `person` or `deal` alone.
    pub kind: Option<String>,
    pub limit: i64,
}

impl Look for Search {
    type Seen = Vec<Found>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<Found>> {
        Ok(search::list(tx, &scene.by.reads, &self.text, self.kind.as_deref(), self.limit.clamp(1, 100))?)
    }
}
