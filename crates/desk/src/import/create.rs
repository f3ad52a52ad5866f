//! A new import: files kept, a mapping given or proposed, nothing imported yet.

use intake::{Answer, Mapping};
use sales::Fault;
use store::Tx;
use store::rows::imports::{self, ImportRow};

use super::fault::ImportFault;
use super::job::{Job, basis, check_size, keep_files};
use super::propose::propose;
use super::{importers_only, to_change};
use crate::{Act, Conflict, Error, Result, Scene};

/// Letters of a title made of file names.
const TITLE_MOST: usize = 60;

/// Keeps files as a draft. Without a mapping (empty text) one is proposed from the headers.
#[derive(Clone, Debug)]
pub struct CreateImport {
    pub title: String,
    /// YAML.
    pub mapping: String,
    /// Names without folders, and contents.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Act for CreateImport {
    /// The import's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        importers_only(scene)?;
        if self.files.is_empty() {
            return Err(Error::field("files", Fault::Required));
        }
        check_size(self.files.iter().map(|(_, bytes)| bytes.len()).sum())?;
        let mapping = self.checked_mapping(tx, scene)?;
        let title = match self.title.trim() {
            "" => title_of(&self.files),
            typed => typed.to_owned(),
        };
        let id = imports::insert(tx, &title, &mapping, scene.now, scene.by.member)?;
        keep_files(tx, id, &self.files)?;
        Ok(id)
    }
}

impl CreateImport {
    /// The mapping as it is kept, once the files have proved to hold rows for it.
    fn checked_mapping(&self, tx: &mut Tx, scene: &Scene) -> Result<String> {
        let mapping = match self.mapping.trim() {
            "" => propose(tx, scene, &self.files)?,
            given => Mapping::from_yaml(given).map_err(ImportFault::Mapping)?,
        };
        let job = Job::new(0, mapping, self.files.clone(), basis(tx, scene.now)?)?;
        let mut rows = 0;
        for position in 0..job.files.len() {
            rows += job.table(position)?.count();
        }
        if rows == 0 {
            let names = job.files.iter().map(|file| file.name.clone()).collect();
            return Err(ImportFault::NoRows { names }.into());
        }
        match self.mapping.trim() {
            "" => Ok(job.mapping.to_yaml().map_err(ImportFault::Mapping)?),
            given => Ok(given.to_owned()),
        }
    }
}

/// The names of the files, as many as a title holds.
fn title_of(files: &[(String, Vec<u8>)]) -> String {
    let mut title = String::new();
    for (name, _) in files {
        if !title.is_empty() && title.chars().count() + name.chars().count() > TITLE_MOST {
            return title + ", …";
        }
        if !title.is_empty() {
            title.push_str(", ");
        }
        title.push_str(name);
    }
    title
}

/// Replaces the mapping of a draft.
#[derive(Clone, Debug)]
pub struct ChangeMapping {
    pub id: i64,
    /// YAML.
    pub mapping: String,
}

impl Act for ChangeMapping {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let row = draft_to_change(tx, scene, self.id)?;
        Mapping::from_yaml(&self.mapping).map_err(ImportFault::Mapping)?;
        Ok(imports::update(tx, &ImportRow { mapping: self.mapping.clone(), ..row })?)
    }
}

/// Writes answers to a preview's questions into the mapping of a draft.
#[derive(Clone, Debug)]
pub struct AnswerImport {
    pub id: i64,
    pub answers: Vec<Answer>,
}

impl Act for AnswerImport {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let row = draft_to_change(tx, scene, self.id)?;
        let mut mapping = Mapping::from_yaml(&row.mapping).map_err(ImportFault::Mapping)?;
        for answer in &self.answers {
            mapping.answer(answer).map_err(ImportFault::Mapping)?;
        }
        let mapping = mapping.to_yaml().map_err(ImportFault::Mapping)?;
        Ok(imports::update(tx, &ImportRow { mapping, ..row })?)
    }
}

/// The import, held, if it has not begun.
pub(super) fn draft_to_change(tx: &mut Tx, scene: &Scene, id: i64) -> Result<ImportRow> {
    let row = to_change(tx, scene, id)?;
    if row.state == "draft" { Ok(row) } else { Err(Conflict::ImportState.into()) }
}
