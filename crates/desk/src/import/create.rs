//! A new import: files kept, a mapping given or proposed, nothing imported yet.

use intake::{Answer, Mapping, Table};
use sales::Fault;
use store::Tx;
use store::rows::imports::{self, ImportRow};

use super::fault::ImportFault;
use super::importers_only;
use super::job::{Job, basis, check_size, keep_files};
use crate::{Act, Conflict, Error, Result, Scene};

/// Keeps files as a draft. Without a mapping (empty text) one is proposed from the first file's header.
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
        let Some((name, bytes)) = self.files.first() else {
            return Err(Error::field("files", Fault::Required));
        };
        check_size(self.files.iter().map(|(_, bytes)| bytes.len()).sum())?;
        let mapping = match self.mapping.trim() {
            "" => propose(name, bytes)?,
            given => Mapping::from_yaml(given).map_err(ImportFault::Mapping)?,
        };
        let job = Job::new(0, mapping, self.files.clone(), basis(tx, scene.now)?)?;
        for position in 0..job.files.len() {
            job.table(position)?;
        }
        let title = if self.title.trim().is_empty() { name.as_str() } else { self.title.trim() };
        let kept = match self.mapping.trim() {
            "" => job.mapping.to_yaml().map_err(ImportFault::Mapping)?,
            given => given.to_owned(),
        };
        let id = imports::insert(tx, title, &kept, scene.now, scene.by.member)?;
        keep_files(tx, id, &self.files)?;
        Ok(id)
    }
}

fn propose(name: &str, bytes: &[u8]) -> Result<Mapping, ImportFault> {
    let table = Table::open(bytes, None, None)
        .map_err(|fault| ImportFault::Unreadable { file: name.to_owned(), fault })?;
    Ok(intake::suggest(name, &table))
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
    importers_only(scene)?;
    let row = imports::get_to_change(tx, id)?;
    if row.state == "draft" { Ok(row) } else { Err(Conflict::ImportState.into()) }
}
