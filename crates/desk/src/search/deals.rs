//! Deals that are found, as a list shows them.

use process::Words;
use store::Tx;
use store::rows::deal_list::{self, ListedDeal};
use store::rows::search;

use crate::case::definition_of;
use crate::{Look, Result, Scene};

/// Looks for deals within reach, in the order of [`super::Search`].
#[derive(Clone, Debug)]
pub struct SearchDeals {
    pub text: String,
    pub limit: i64,
}

#[derive(Clone, Debug)]
pub struct FoundDeal {
    pub deal: ListedDeal,
    pub stage_title: Words,
}

impl Look for SearchDeals {
    type Seen = Vec<FoundDeal>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<FoundDeal>> {
        let found = search::list(tx, &scene.by.reads, &self.text, Some("deal"), self.limit.clamp(1, 100))?;
        let ids: Vec<i64> = found.into_iter().map(|one| one.record_id).collect();
        deal_list::load(tx, &ids)?.into_iter().map(|deal| found_deal(tx, scene, deal)).collect()
    }
}

fn found_deal(tx: &mut Tx, scene: &Scene, deal: ListedDeal) -> Result<FoundDeal> {
    let definition = definition_of(tx, scene, deal.process_version_id)?;
    let stage = definition.stage(&deal.stage);
    let stage_title = stage.map_or_else(|| Words::same(&deal.stage), |stage| stage.title.clone());
    Ok(FoundDeal { deal, stage_title })
}
