//! Checking a definition against the installation, without publishing it.

use process::{Definition, Finding, PartRule};
use store::Tx;
use store::rows::parts;

use super::publish::{installation_vocabulary, list_installed};
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
        let words = installation_vocabulary(tx, scene)?;
        let (definition, mut findings) = process::check_with_stories(&self.definition, &words);
        if let Some(definition) = definition {
            findings.extend(unheld(tx, &definition)?);
            findings.extend(with_others(tx, scene, &definition)?);
        }
        Ok(findings)
    }
}

/// What it does to the processes that are there, and they to it (DW702).
fn with_others(tx: &mut Tx, scene: &Scene, definition: &Definition) -> Result<Vec<Finding>> {
    let installed = list_installed(tx, scene)?;
    let others =
        installed.iter().map(AsRef::as_ref).filter(|other: &&Definition| other.key != definition.key);
    let together: Vec<&Definition> = std::iter::once(definition).chain(others).collect();
    let found = process::check_together(&together).into_iter();
    Ok(found.filter(|(at, _)| *at == 0).map(|(_, finding)| finding).collect())
}

/// Parts that nobody holds here (DW407).
fn unheld(tx: &mut Tx, definition: &Definition) -> Result<Vec<Finding>> {
    let mut held = Vec::new();
    for part in definition.parts() {
        held.push(match &part.rule {
            PartRule::Field(_) => true,
            PartRule::HeadOf(_) => !parts::is_any_without_head(tx)?,
            PartRule::Queue(queue) => !parts::list_of_queue(tx, queue)?.is_empty(),
        });
    }
    let mut held = held.into_iter();
    Ok(process::unheld(definition, |_| held.next().unwrap_or(true)))
}
