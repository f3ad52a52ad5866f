//! Stages across processes and their versions, in the order of the definitions.

use std::sync::Arc;

use process::{Definition, Words};
use store::Tx;
use store::rows::{deal_filter, processes};

use crate::case::definition_of;
use crate::{Result, Scene};

/// A process with all its versions.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub process: String,
    pub title: Words,
    pub active: bool,
    /// Every version ever published, for deals run on in the one they began.
    pub versions: Vec<i64>,
    pub newest: Arc<Definition>,
}

/// All processes, the active ones first.
pub(super) fn families(tx: &mut Tx, scene: &Scene) -> Result<Vec<Family>> {
    let mut families = Vec::new();
    for row in processes::list_newest(tx)? {
        families.push(Family {
            versions: deal_filter::list_versions(tx, &row.process)?,
            newest: definition_of(tx, scene, row.id)?,
            title: Words::new(row.title_en, row.title_ru),
            active: row.active,
            process: row.process,
        });
    }
    Ok(families)
}

/// The title of a stage in the version a deal runs in; its key if that is gone.
pub(super) fn title(tx: &mut Tx, scene: &Scene, version: i64, stage: &str) -> Result<Words> {
    let definition = definition_of(tx, scene, version)?;
    Ok(definition.stage(stage).map_or_else(|| Words::same(stage), |stage| stage.title.clone()))
}
