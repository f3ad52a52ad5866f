//! What a draft would bring: columns, first rows, rows to mend, duplicates and questions, before anything is written.

use std::collections::HashSet;

use intake::{Known, Preview, Record};
use store::Tx;
use store::rows::{import_lookup, processes};

use super::job::Job;
use super::to_see;
use crate::case::definition_of;
use crate::{Look, Result, Scene};

/// Reads the files of an import through its mapping.
#[derive(Clone, Copy, Debug)]
pub struct PreviewImport {
    pub id: i64,
}

impl Look for PreviewImport {
    type Seen = Preview;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Preview> {
        let row = to_see(tx, scene, self.id)?;
        let job = Job::load(tx, &row, scene.now)?;
        let known = known(tx, scene, job.mapping.source())?;
        let files: Vec<(&str, &[u8])> =
            job.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())).collect();
        let mut preview = intake::preview(&job.mapping, &files, &known, &job.basis);
        preview.ignored = job.ignored;
        Ok(preview)
    }
}

/// What the house has already, of the same source where it is about ids.
fn known(tx: &mut Tx, scene: &Scene, source: &str) -> Result<Known> {
    let mut known = Known::default();
    for (record, table, gone) in [
        (Record::Company, "companies", "archived_at"),
        (Record::Person, "people", "archived_at"),
        (Record::Member, "members", "archived_at"),
        (Record::Product, "products", "retired_at"),
    ] {
        let names = import_lookup::list_names(tx, table, gone)?;
        known.names.insert(record, names.into_iter().map(|(name,)| name).collect());
    }
    let prefix = format!("{source}:");
    for (record, table) in
        [(Record::Deal, "deals"), (Record::Company, "companies"), (Record::Person, "people")]
    {
        let ids = import_lookup::list_source_ids(tx, table, &prefix)?;
        let ids: HashSet<String> =
            ids.iter().filter_map(|(id,)| id.strip_prefix(&prefix)).map(str::to_owned).collect();
        known.source_ids.insert(record, ids);
    }
    for row in processes::list_newest_on(tx, "deal")? {
        let stages =
            definition_of(tx, scene, row.id)?.stages().iter().map(|stage| stage.key.clone()).collect();
        if row.active && known.first_process.is_none() {
            known.first_process = Some(row.process.clone());
        }
        known.stages.insert(row.process, stages);
    }
    Ok(known)
}
