//! A first mapping for files that nobody has described: columns by their headers, links by the files given together,
//! stages by the words of the process they fit best.

use std::collections::BTreeSet;

use intake::mapping::{Minutes, NextStepRule, WorkingDays};
use intake::{FileMapping, Mapping, Record, Table};
use sales::fold::squeeze;
use store::Tx;
use store::rows::{choices, processes};

use super::fault::ImportFault;
use crate::case::definition_of;
use crate::{Result, Scene};

/// A column with more different words than this holds no stages.
const MOST_WORDS: usize = 60;

/// What the files of an import are likely to be.
///
/// # Errors
/// [`ImportFault::Unreadable`] where a file is no table of text.
pub(super) fn propose(tx: &mut Tx, scene: &Scene, files: &[(String, Vec<u8>)]) -> Result<Mapping> {
    let mut tables = Vec::new();
    for (name, bytes) in files {
        let table = Table::open(bytes, None, None)
            .map_err(|fault| ImportFault::Unreadable { file: name.clone(), fault })?;
        tables.push((intake::suggest(name, &table), table));
    }
    if tables.iter().any(|(mapping, _)| tells_names(mapping)) {
        tables.retain(|(mapping, _)| tells_names(mapping));
    } else {
        tables.truncate(1);
    }
    tables.sort_by_key(|(mapping, _)| turn(record(mapping)));
    for (mapping, table) in &mut tables {
        if let Some(file) = mapping.files.first_mut().filter(|file| file.record == Record::Deal) {
            file.next_step = first_call(tx)?;
            place(tx, scene, file, table)?;
        }
    }
    Ok(together(tables.into_iter().map(|(mapping, _)| mapping).collect()))
}

fn record(mapping: &Mapping) -> Option<Record> {
    mapping.files.first().map(|file| file.record)
}

/// A record can be made of its rows: a column tells its name, or a deal's client.
fn tells_names(mapping: &Mapping) -> bool {
    mapping.files.iter().any(|file| {
        let tells = |field| file.header_of(field).is_some();
        tells("name")
            || file.record == Record::Deal && (tells("company") || tells("person"))
            || file.record == Record::Person && tells("family")
    })
}

/// What others name comes before them.
fn turn(record: Option<Record>) -> usize {
    let order = [Record::Member, Record::Product, Record::Company, Record::Person, Record::Deal];
    order.iter().position(|other| Some(*other) == record).unwrap_or_default()
}

/// One mapping of all; the name, by which ids are told apart, is that of the deals.
fn together(mut all: Vec<Mapping>) -> Mapping {
    let given: Vec<Record> = all.iter().filter_map(record).collect();
    let mut whole = all.pop().unwrap_or_else(|| Mapping {
        name: "import".to_owned(),
        title: intake::Says::new("import", "import"),
        source: None,
        currency: None,
        files: Vec::new(),
    });
    let mut files: Vec<FileMapping> = all.into_iter().flat_map(|mapping| mapping.files).collect();
    files.append(&mut whole.files);
    // A name that another of the files should have is asked about, not made.
    for file in &mut files {
        let own = file.record;
        for column in file.columns.values_mut() {
            column.create &= column.to.link().is_none_or(|link| link == own || !given.contains(&link));
        }
    }
    Mapping { files, ..whole }
}

/// The process that knows most of the words for stages, the first one where none does.
fn place(tx: &mut Tx, scene: &Scene, file: &mut FileMapping, table: &Table<'_>) -> Result<()> {
    let words = stage_words(file, table);
    let mut best: Option<(String, Vec<(String, String)>)> = None;
    for row in processes::list_newest_on(tx, "deal")?.into_iter().filter(|row| row.active) {
        let definition = definition_of(tx, scene, row.id)?;
        let meaning = |word: &String| {
            let key = squeeze(word);
            let stage = definition.stages().iter().find(|stage| {
                [&stage.key, &stage.title.en, &stage.title.ru].iter().any(|name| squeeze(name) == key)
            })?;
            Some((word.clone(), stage.key.clone()))
        };
        let known: Vec<(String, String)> = words.iter().filter_map(meaning).collect();
        if best.as_ref().is_none_or(|(_, most)| known.len() > most.len()) {
            best = Some((row.process, known));
        }
    }
    let Some((process, known)) = best else { return Ok(()) };
    file.process = Some(process);
    if let Some(header) = file.header_of("stage").map(str::to_owned)
        && let Some(column) = file.columns.get_mut(&header)
    {
        column.values.extend(known);
    }
    Ok(())
}

/// The different words in the column of stages.
fn stage_words(file: &FileMapping, table: &Table<'_>) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let header = file.header_of("stage");
    let Some(at) = table.headers.iter().position(|other| Some(other.as_str()) == header) else {
        return words;
    };
    let mut records = table.records();
    while let Some((_, row)) = records.advance() {
        let word = row.get(at).map(str::trim).filter(|word| !word.is_empty());
        words.extend(word.map(str::to_owned));
        if words.len() > MOST_WORDS {
            return BTreeSet::new();
        }
    }
    words
}

/// An open deal never stands without a next step: a call in its owner's coming two weeks, where calls are known.
fn first_call(tx: &mut Tx) -> Result<Option<NextStepRule>> {
    let known = choices::is_in_use(tx, "activity-type", "call")?;
    Ok(known.then(|| NextStepRule {
        activity_type: "call".to_owned(),
        spread_over: WorkingDays(10),
        length: Minutes(30),
    }))
}
