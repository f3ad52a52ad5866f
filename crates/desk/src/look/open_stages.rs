//! The columns of a board by name, to filter a list by.

use process::Words;
use store::Tx;

use super::board::chosen;
use super::stages;
use crate::{Error, Look, Result, Scene};

/// Looks at the open stages of a process, without `process` of the first active one; none where there is no such.
#[derive(Clone, Debug)]
pub struct OpenStages {
    pub process: Option<String>,
}

impl Look for OpenStages {
    /// Keys and titles.
    type Seen = Vec<(String, Words)>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<(String, Words)>> {
        let families = stages::families(tx, scene)?;
        let family = match chosen(&families, self.process.as_deref()) {
            Err(Error::NotFound) => return Ok(Vec::new()),
            found => found?,
        };
        let open = family.stages().into_iter().filter(|stage| stage.is_open());
        Ok(open.map(|stage| (stage.key.clone(), stage.title.clone())).collect())
    }
}
