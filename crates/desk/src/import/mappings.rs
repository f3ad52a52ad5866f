//! Mappings kept for the next file of the same shape.

use intake::Mapping;
use store::Tx;
use store::rows::imports::{self, MappingRow};

use super::fault::ImportFault;
use super::importers_only;
use crate::{Act, Look, Result, Scene};

/// Keeps a mapping under its own name, in place of a former one.
#[derive(Clone, Debug)]
pub struct SaveMapping {
    /// YAML.
    pub mapping: String,
}

impl Act for SaveMapping {
    /// The kept mapping's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        importers_only(scene)?;
        let mapping = Mapping::from_yaml(&self.mapping).map_err(ImportFault::Mapping)?;
        Ok(imports::put_mapping(tx, &mapping.name, &self.mapping, scene.now)?)
    }
}

/// All kept mappings by name.
#[derive(Clone, Copy, Debug)]
pub struct ListMappings;

impl Look for ListMappings {
    type Seen = Vec<MappingRow>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<MappingRow>> {
        importers_only(scene)?;
        Ok(imports::list_mappings(tx)?)
    }
}
