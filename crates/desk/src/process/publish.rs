//! Publishing a definition: it is checked against the installation first, and a blocking finding refuses it.

use process::{Finding, Vocabulary};
use sales::vocabulary::{Lists, vocabulary};
use store::Tx;
use store::rows::choices;
use store::rows::processes::{self, NewVersion};

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
        let words = installation_vocabulary(tx)?;
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

/// The installation's lists as a definition may name them.
pub(crate) fn installation_vocabulary(tx: &mut Tx) -> Result<Vocabulary> {
    Ok(vocabulary(&Lists {
        activity_types: choices::list_terms(tx, "activity-type")?,
        document_kinds: choices::list_terms(tx, "document-kind")?,
        sources: choices::list_terms(tx, "source")?,
        deal_types: choices::list_terms(tx, "deal-type")?,
    }))
}
