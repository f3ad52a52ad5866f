//! One file of a preview.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::{
    Known,
    columns::{ColumnPreview, Columns},
    names::Names,
    questions::Doubts,
};
use crate::{
    basis::Basis,
    mapping::Mapping,
    question::Question,
    read::{Delimiter, EncodingName, Table},
    row::{Draft, FoundFault, Mend, ReasonCode, RowPlan, to_mend},
    says::Says,
    target::Record,
};

/// How many drafts, rows to mend and duplicates are shown of a file.
const SHOWN: usize = 10;

/// What is in one file and what would come of it.
#[derive(Clone, Debug, Serialize)]
pub struct FilePreview {
    /// Which of the mapping's files it is, from 0.
    pub file: usize,
    pub name: String,
    pub record: Record,
    pub encoding: Option<EncodingName>,
    pub delimiter: Option<Delimiter>,
    pub rows: u64,
    /// Rows that can be written. `drafts + mends = rows`.
    pub drafts: u64,
    pub mends: u64,
    /// Rows that hold an ambiguous date or number, each counted once.
    pub ambiguous: u64,
    pub columns: Vec<ColumnPreview>,
    /// The first rows, typed.
    pub sample: Vec<Draft>,
    /// The first rows to mend.
    pub to_mend: Vec<Mend>,
    /// Why rows are to mend, most frequent first.
    pub reasons: Vec<ReasonCount>,
    /// How many rows bring a source id that is already there.
    pub duplicate_rows: u64,
    pub duplicates: Vec<Duplicate>,
    /// Why the file cannot be read at all.
    pub fault: Option<Says>,
}

/// How often a reason occurs in a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReasonCount {
    pub code: ReasonCode,
    pub column: Option<String>,
    pub rows: u64,
}

/// A source id that would come in twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Duplicate {
    pub source_id: String,
    pub line: u64,
    /// Imported earlier, rather than standing twice in this file.
    pub known: bool,
}

#[expect(
    clippy::too_many_arguments,
    reason = "one call; what an import knows, what it looks at, what it gathers"
)]
pub(super) fn look(
    mapping: &Mapping,
    file: usize,
    name: &str,
    bytes: &[u8],
    known: &Known,
    names: &mut Names,
    basis: &Basis,
    questions: &mut Vec<Question>,
) -> FilePreview {
    let mut preview = FilePreview::empty(file, name, mapping.files[file].record);
    let spec = &mapping.files[file];
    let table = match Table::open(bytes, spec.encoding, spec.delimiter) {
        Ok(table) => table,
        Err(fault) => {
            preview.fault = Some(fault.says());
            return preview;
        }
    };
    preview.encoding = Some(table.encoding);
    preview.delimiter = Some(table.delimiter);
    match RowPlan::new(mapping, file, &table.headers, basis) {
        Ok(plan) => preview.read(&plan, &table, known, names, questions),
        Err(fault) => preview.fault = Some(fault.says()),
    }
    preview
}

impl FilePreview {
    fn empty(file: usize, name: &str, record: Record) -> Self {
        Self {
            file,
            name: name.to_owned(),
            record,
            encoding: None,
            delimiter: None,
            rows: 0,
            drafts: 0,
            mends: 0,
            ambiguous: 0,
            columns: Vec::new(),
            sample: Vec::new(),
            to_mend: Vec::new(),
            reasons: Vec::new(),
            duplicate_rows: 0,
            duplicates: Vec::new(),
            fault: None,
        }
    }

    fn read(
        &mut self,
        plan: &RowPlan<'_>,
        table: &Table<'_>,
        known: &Known,
        names: &mut Names,
        questions: &mut Vec<Question>,
    ) {
        let mut columns = Columns::new(table.headers.len());
        let mut doubts = Doubts::default();
        let mut reasons: BTreeMap<(ReasonCode, Option<String>), u64> = BTreeMap::new();
        let mut seen: HashSet<String> = HashSet::new();
        let mut records = table.records();
        while let Some((line, record)) = records.advance() {
            self.rows += 1;
            columns.count(plan, record);
            let mut faults: Vec<FoundFault> = Vec::new();
            let draft =
                plan.draft(line, record, &mut faults, |inputs, faults| doubts.row(plan, inputs, faults));
            if let (Some(draft), true) = (draft, faults.is_empty()) {
                self.take(draft, plan, known, names, &mut doubts, &mut seen);
                continue;
            }
            self.mends += 1;
            let mend = to_mend(plan, &table.headers, line, record, &faults);
            let mut told = HashSet::new();
            for reason in &mend.reasons {
                let key = (reason.code, reason.column.clone());
                if told.insert(key.clone()) {
                    *reasons.entry(key).or_default() += 1;
                }
            }
            if self.to_mend.len() < SHOWN {
                self.to_mend.push(mend);
            }
        }
        self.ambiguous = doubts.rows;
        self.reasons = counted(reasons);
        questions.extend(doubts.into_questions(self.file, plan, known, names));
        self.columns = columns.into_previews(plan, &table.headers);
    }

    fn take(
        &mut self,
        draft: Draft,
        plan: &RowPlan<'_>,
        known: &Known,
        names: &mut Names,
        doubts: &mut Doubts,
        seen: &mut HashSet<String>,
    ) {
        self.drafts += 1;
        names.learn(&draft);
        doubts.draft(plan, &draft, known, names);
        if let Some(id) = &draft.source_id {
            let was_known = known.has_source_id(self.record, id);
            if !seen.insert(id.clone()) || was_known {
                self.duplicate_rows += 1;
                if self.duplicates.len() < SHOWN {
                    let duplicate = Duplicate { source_id: id.clone(), line: draft.line, known: was_known };
                    self.duplicates.push(duplicate);
                }
            }
        }
        if self.sample.len() < SHOWN {
            self.sample.push(draft);
        }
    }
}

fn counted(reasons: BTreeMap<(ReasonCode, Option<String>), u64>) -> Vec<ReasonCount> {
    let mut counts: Vec<ReasonCount> =
        reasons.into_iter().map(|((code, column), rows)| ReasonCount { code, column, rows }).collect();
    counts.sort_by_key(|count| std::cmp::Reverse(count.rows));
    counts
}
