//! An import as it is carried out: its mapping, the files that the mapping takes, and the day it began.

use std::collections::HashSet;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use intake::{Basis, FileMapping, Mapping, Record, Table};
use jiff::Timestamp;
use sales::fold::fold;
use store::Tx;
use store::rows::imports::{self, FileRow, ImportRow};
use store::rows::{installation, processes};

use super::fault::{ImportFault, MOST_BYTES};
use super::report::{FileReport, Report};
use crate::{Error, Result};

/// What every batch of an import needs to know.
pub(crate) struct Job {
    /// 0 for a dry run.
    pub id: i64,
    pub mapping: Mapping,
    /// In the order of import.
    pub files: Vec<JobFile>,
    pub ignored: Vec<String>,
    pub missing: Vec<String>,
    pub basis: Basis,
}

/// A file that the mapping takes.
pub(crate) struct JobFile {
    /// Which of the mapping's files it is.
    pub file: usize,
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Job {
    /// Sorts the files as the mapping says.
    ///
    /// # Errors
    /// [`ImportFault`] where the mapping is at fault or takes none of the files, or they are too large.
    pub(crate) fn new(id: i64, mapping: Mapping, files: Vec<(String, Vec<u8>)>, basis: Basis) -> Result<Job> {
        check_size(files.iter().map(|(_, bytes)| bytes.len()).sum())?;
        let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
        let plan = mapping.plan(&names);
        if plan.taken.is_empty() {
            return Err(ImportFault::NothingTaken { names }.into());
        }
        let mut contents: Vec<Option<Vec<u8>>> = files.into_iter().map(|(_, bytes)| Some(bytes)).collect();
        let mut taken = Vec::new();
        for (file, given) in plan.taken {
            let bytes = contents[given].take().unwrap_or_default();
            taken.push(JobFile { file, name: names[given].clone(), bytes });
        }
        Ok(Job {
            id,
            ignored: plan.ignored.iter().map(|given| names[*given].clone()).collect(),
            missing: plan.missing.iter().map(|file| mapping.files[*file].matches.join(", ")).collect(),
            mapping,
            files: taken,
            basis,
        })
    }

    /// The import as it lies in the database; its day is that on which it was started.
    pub(crate) fn load(tx: &mut Tx, row: &ImportRow, now: Timestamp) -> Result<Job> {
        let mapping = Mapping::from_yaml(&row.mapping).map_err(ImportFault::Mapping)?;
        let basis = basis(tx, row.started_at.unwrap_or(now))?;
        Job::new(row.id, mapping, load_files(tx, row.id)?, basis)
    }

    /// The import without the content of its files: enough to try single rows again.
    pub(super) fn load_names(tx: &mut Tx, row: &ImportRow, now: Timestamp) -> Result<Job> {
        let mapping = Mapping::from_yaml(&row.mapping).map_err(ImportFault::Mapping)?;
        let basis = basis(tx, row.started_at.unwrap_or(now))?;
        let names = imports::list_file_names(tx, row.id)?;
        Job::new(row.id, mapping, names.into_iter().map(|name| (name, Vec::new())).collect(), basis)
    }

    pub(crate) fn mapping_of(&self, position: usize) -> &FileMapping {
        &self.mapping.files[self.files[position].file]
    }

    pub(crate) fn table(&self, position: usize) -> Result<Table<'_>, ImportFault> {
        let mapping = self.mapping_of(position);
        let file = &self.files[position];
        Table::open(&file.bytes, mapping.encoding, mapping.delimiter)
            .map_err(|fault| ImportFault::Unreadable { file: file.name.clone(), fault })
    }

    /// Opens every file as the mapping describes it and counts the rows: nothing is imported of files one of which
    /// cannot be read.
    pub(crate) fn report(&self) -> Result<Report, ImportFault> {
        let mut files = Vec::new();
        for (position, file) in self.files.iter().enumerate() {
            let table = self.table(position)?;
            intake::rows(&self.mapping, file.file, &table, &self.basis)
                .map_err(|fault| ImportFault::Unreadable { file: file.name.clone(), fault })?;
            files.push(FileReport::new(&file.name, self.mapping_of(position).record, table.count()));
        }
        if files.iter().all(|file| file.rows == 0) {
            return Err(ImportFault::NoRows { names: files.into_iter().map(|file| file.name).collect() });
        }
        Ok(Report {
            files,
            ignored: self.ignored.clone(),
            missing: self.missing.clone(),
            ..Report::default()
        })
    }

    /// Refuses a process that is not published.
    pub(crate) fn check_processes(&self, tx: &mut Tx) -> Result<()> {
        for position in 0..self.files.len() {
            let file = self.mapping_of(position);
            if file.record == Record::Deal {
                version_of(tx, file.process.as_deref())?;
            }
        }
        Ok(())
    }

    /// Folded names of the companies in a file whose companies may name others of it as parents.
    pub(crate) fn company_keys(&self, position: usize) -> Result<Option<Arc<HashSet<String>>>, ImportFault> {
        if self.mapping_of(position).record != Record::Company
            || self.mapping_of(position).header_of("parent").is_none()
        {
            return Ok(None);
        }
        let table = self.table(position)?;
        let rows = intake::rows(&self.mapping, self.files[position].file, &table, &self.basis)
            .map_err(|fault| ImportFault::Unreadable { file: self.files[position].name.clone(), fault })?;
        let key = |draft: intake::Draft| draft.text("name").map(fold);
        Ok(Some(Arc::new(rows.filter_map(Result::ok).filter_map(key).collect())))
    }
}

/// The newest version of the process that a mapping names, else of the first active one.
pub(crate) fn version_of(tx: &mut Tx, process: Option<&str>) -> Result<i64> {
    let found = match process {
        Some(key) => processes::find_newest(tx, key)?.filter(|row| row.runs_on == "deal"),
        None => processes::list_newest_on(tx, "deal")?.into_iter().find(|row| row.active),
    };
    let none = || ImportFault::NoProcess { process: process.unwrap_or_default().to_owned() };
    Ok(found.ok_or_else(none)?.id)
}

/// The day of an instant in the house's zone, and the house's currency.
pub(crate) fn basis(tx: &mut Tx, at: Timestamp) -> Result<Basis> {
    let house = installation::get(tx)?;
    Ok(Basis { today: house.zone().to_datetime(at).date(), currency: house.base_currency })
}

pub(crate) fn check_size(bytes: usize) -> Result<(), ImportFault> {
    if bytes > MOST_BYTES { Err(ImportFault::TooLarge { bytes }) } else { Ok(()) }
}

/// Keeps files so that a reload and a restart find them again.
pub(crate) fn keep_files(tx: &mut Tx, import: i64, files: &[(String, Vec<u8>)]) -> Result<()> {
    for (position, (name, bytes)) in files.iter().enumerate() {
        let file = FileRow { position: position as i64, name: name.clone(), content: STANDARD.encode(bytes) };
        imports::insert_file(tx, import, file)?;
    }
    Ok(())
}

pub(crate) fn load_files(tx: &mut Tx, import: i64) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for row in imports::list_files(tx, import)? {
        let bytes = STANDARD.decode(&row.content);
        let bytes =
            bytes.map_err(|error| Error::Broken(format!("import {import}, file {}: {error}", row.name)))?;
        files.push((row.name, bytes));
    }
    Ok(files)
}
