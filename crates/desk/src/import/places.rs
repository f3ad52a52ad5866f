//! Where deals of an import can be placed.

use process::Words;
use store::Tx;
use store::rows::processes;

use super::importers_only;
use crate::case::definition_of;
use crate::{Look, Result, Scene};

/// The processes in use with their stages, first the one that takes deals whose file names none.
#[derive(Clone, Copy, Debug)]
pub struct Places;

/// A process and its stages in order.
#[derive(Clone, Debug)]
pub struct ProcessPlaces {
    pub process: String,
    pub title: Words,
    /// Key and title.
    pub stages: Vec<(String, Words)>,
}

impl Look for Places {
    type Seen = Vec<ProcessPlaces>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<ProcessPlaces>> {
        importers_only(scene)?;
        let mut all = Vec::new();
        for row in processes::list_newest_on(tx, "deal")?.into_iter().filter(|row| row.active) {
            let definition = definition_of(tx, scene, row.id)?;
            let stages = definition.stages().iter().map(|stage| (stage.key.clone(), stage.title.clone()));
            all.push(ProcessPlaces {
                title: Words { en: row.title_en, ru: row.title_ru },
                process: row.process,
                stages: stages.collect(),
            });
        }
        Ok(all)
    }
}
