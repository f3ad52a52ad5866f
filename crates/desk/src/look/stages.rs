//! Stages across processes and their versions, in the order of the definitions.

use std::sync::Arc;

use process::{Definition, Stage, Words};
use store::Tx;
use store::rows::processes;

use crate::case::definition_of;
use crate::{Result, Scene};

/// A process with all its versions.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub process: String,
    pub title: Words,
    pub active: bool,
    /// Every version ever published, the newest first: deals run on in the one they began.
    pub versions: Vec<i64>,
    /// The definition of each.
    definitions: Vec<Arc<Definition>>,
}

impl Family {
    /// The stages of the newest version in their order, then those that deals may still stand in from older ones.
    pub(super) fn stages(&self) -> Vec<&Stage> {
        let mut stages: Vec<&Stage> = Vec::new();
        for stage in self.definitions.iter().flat_map(|definition| definition.stages()) {
            if stages.iter().all(|known| known.key != stage.key) {
                stages.push(stage);
            }
        }
        stages
    }

    pub(super) fn stage(&self, key: &str) -> Option<&Stage> {
        self.definitions.iter().find_map(|definition| definition.stage(key))
    }
}

/// All processes, the active ones first.
pub(super) fn families(tx: &mut Tx, scene: &Scene) -> Result<Vec<Family>> {
    let mut families: Vec<Family> = Vec::new();
    for row in processes::list_versions(tx, "deal")? {
        let definition = definition_of(tx, scene, row.id)?;
        match families.last_mut().filter(|family| family.process == row.process) {
            Some(family) => {
                family.versions.push(row.id);
                family.definitions.push(definition);
            }
            None => families.push(Family {
                definitions: vec![definition],
                versions: vec![row.id],
                title: Words::new(row.title_en, row.title_ru),
                active: row.active,
                process: row.process,
            }),
        }
    }
    families.sort_by_key(|family| (!family.active, family.versions.first().copied()));
    Ok(families)
}

/// The title of a stage in the version a deal runs in; its key if that is gone.
pub(super) fn title(tx: &mut Tx, scene: &Scene, version: i64, stage: &str) -> Result<Words> {
    let definition = definition_of(tx, scene, version)?;
    Ok(definition.stage(stage).map_or_else(|| Words::same(stage), |stage| stage.title.clone()))
}
