//! What stages are called, for pages that meet their keys in events.

use std::collections::BTreeMap;

use process::Words;
use store::Tx;

use super::stages;
use crate::{Look, Result, Scene};

/// Looks at the titles of every stage by its key; where processes share a key, the active one's title counts.
#[derive(Clone, Copy, Debug)]
pub struct StageTitles;

impl Look for StageTitles {
    type Seen = BTreeMap<String, Words>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<BTreeMap<String, Words>> {
        let mut titles = BTreeMap::new();
        for family in stages::families(tx, scene)? {
            for stage in family.stages() {
                titles.entry(stage.key.clone()).or_insert_with(|| stage.title.clone());
            }
        }
        Ok(titles)
    }
}
