//! Publishing a definition: it is checked against the installation first, and a blocking finding refuses it.

use std::sync::Arc;

use process::{Definition, Finding, ProcessSpec, Vocabulary};
use sales::vocabulary::{Lists, vocabulary};
use store::Tx;
use store::rows::choices;
use store::rows::processes::{self, NewVersion};

use crate::case::definition_of;
use crate::{Act, Error, Result, Scene};

/// Publishes a definition as the next version of its process, unless the newest is word for word the same.
#[derive(Clone, Debug)]
pub struct PublishProcess {
    pub definition: String,
    /// New deals may start in it.
    pub active: bool,
}

impl Act for PublishProcess {
    /// The version's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.administrator_only()?;
        let words = installation_vocabulary(tx, scene)?;
        let (definition, findings) = process::check_with_stories(&self.definition, &words);
        let definition = match definition {
            Some(definition) if !findings.iter().any(Finding::blocks) => definition,
            _ => return Err(Error::Refused(findings)),
        };
        if let Some(newest) = processes::find_newest(tx, &definition.key)?
            && newest.definition == self.definition
        {
            return Ok(newest.id);
        }
        let new = NewVersion {
            process: &definition.key,
            title_en: &definition.title.en,
            title_ru: &definition.title.ru,
            definition: &self.definition,
            runs_on: &definition.runs_on,
            active: self.active,
        };
        Ok(processes::insert(tx, &new, scene.now, scene.by.member)?)
    }
}

/// Lets new deals start in a process, or no longer.
#[derive(Clone, Debug)]
pub struct ActivateProcess {
    pub process: String,
    pub active: bool,
}

impl Act for ActivateProcess {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        match processes::set_active(tx, &self.process, self.active)? {
            0 => Err(Error::NotFound),
            _ => Ok(()),
        }
    }
}

/// The newest version of each process.
pub(crate) fn list_installed(tx: &mut Tx, scene: &Scene) -> Result<Vec<Arc<Definition>>> {
    processes::list_newest(tx)?.into_iter().map(|row| definition_of(tx, scene, row.id)).collect()
}

/// The installation's lists and processes as a definition may name them.
pub(crate) fn installation_vocabulary(tx: &mut Tx, scene: &Scene) -> Result<Vocabulary> {
    let words = vocabulary(&Lists {
        activity_types: choices::list_terms(tx, "activity-type")?,
        document_kinds: choices::list_terms(tx, "document-kind")?,
        sources: choices::list_terms(tx, "source")?,
        deal_types: choices::list_terms(tx, "deal-type")?,
    });
    let installed = list_installed(tx, scene)?;
    let processes = installed.iter().map(|definition| ProcessSpec::of(definition)).collect();
    Ok(Vocabulary { processes: Some(processes), ..words })
}
