//! Checking a definition against the installation, without publishing it.

use process::Finding;
use store::Tx;

use super::publish::installation_vocabulary;
use crate::access::known_only;
use crate::{Look, Result, Scene};

/// Checks a definition with its stories, for every member.
#[derive(Clone, Debug)]
pub struct CheckProcess {
    /// YAML.
    pub definition: String,
}

impl Look for CheckProcess {
    type Seen = Vec<Finding>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<Finding>> {
        known_only(scene)?;
        let words = installation_vocabulary(tx)?;
        Ok(process::check_with_stories(&self.definition, &words).1)
    }
}
