//! One process as its page shows it: definition, findings, stories, and how many deals stand where.

use std::sync::Arc;

use process::{Definition, Finding, StoryResult};
use store::Tx;
use store::rows::processes::{self, ProcessRow};
use store::rows::totals::{self, StageTotal};

use super::publish::installation_vocabulary;
use crate::case::definition_of;
use crate::{Error, Look, Result, Scene};

/// Looks at the newest version of a process.
#[derive(Clone, Debug)]
pub struct ProcessPage {
    pub process: String,
}

#[derive(Clone, Debug)]
pub struct ProcessSeen {
    pub row: ProcessRow,
    pub definition: Arc<Definition>,
    pub findings: Vec<Finding>,
    pub stories: Vec<StoryResult>,
    pub totals: Vec<StageTotal>,
}

impl Look for ProcessPage {
    type Seen = ProcessSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<ProcessSeen> {
        let row = processes::find_newest(tx, &self.process)?.ok_or(Error::NotFound)?;
        let definition = definition_of(tx, scene, row.id)?;
        let words = installation_vocabulary(tx, scene)?;
        let (_, findings) = process::check_with_stories(&row.definition, &words);
        let stories = process::story::run(&definition);
        let totals = totals::list_by_stage(tx, &self.process, &scene.by.reads, None)?;
        Ok(ProcessSeen { row, definition, findings, stories, totals })
    }
}
