//! Goes through a file, row by row.

use csv::StringRecord;

use super::{
    assemble::Found,
    draft::Draft,
    mend::{Mend, Reason},
    plan::RowPlan,
    reading::Input,
    typing::Fault,
};
use crate::{
    basis::Basis,
    error::ReadError,
    mapping::Mapping,
    read::{Records, Table},
};

/// The rows of a file, each a draft or a row to mend, in the file's order.
pub struct Rows<'a> {
    plan: RowPlan<'a>,
    headers: &'a [String],
    records: Records<'a>,
}

/// Reads the rows of a table as the mapping's file number `file` (from 0) says.
///
/// # Errors
/// [`ReadError::ColumnsMissing`] where the table is not the file that the mapping describes.
///
/// # Panics
/// Where the mapping has no such file.
pub fn rows<'a>(
    mapping: &'a Mapping,
    file: usize,
    table: &'a Table<'_>,
    basis: &'a Basis,
) -> Result<Rows<'a>, ReadError> {
    let plan = RowPlan::new(mapping, file, &table.headers, basis)?;
    Ok(Rows { plan, headers: &table.headers, records: table.records() })
}

/// Tries a row again with the raw values that someone has mended.
///
/// # Errors
/// The row with what is still wrong.
///
/// # Panics
/// Where the mapping has no such file.
pub fn correct(
    mapping: &Mapping,
    file: usize,
    basis: &Basis,
    line: u64,
    raw: &[(String, String)],
) -> Result<Draft, Mend> {
    let headers: Vec<String> = raw.iter().map(|(header, _)| header.clone()).collect();
    let (plan, missing) = RowPlan::partial(mapping, &mapping.files[file], &headers, basis);
    let mut faults = Vec::new();
    let inputs = plan.inputs(|cell| raw.get(cell).map(|(_, value)| value.as_str()));
    let draft = plan.assemble(line, &inputs, &mut faults);
    if let Some(first) = missing.first() {
        let has = raw.len();
        let fault = Fault::ColumnCount { has, wants: has + missing.len() };
        let reason = Reason::of(&fault, "", Some(first), "");
        return Err(Mend { line, raw: raw.to_vec(), reasons: vec![reason] });
    }
    if faults.is_empty() {
        return Ok(draft);
    }
    let reasons = reasons(&plan, &faults, |cell| raw.get(cell).map(|(_, value)| value.as_str()));
    Err(Mend { line, raw: raw.to_vec(), reasons })
}

impl Rows<'_> {
    /// How far it has come, in bytes of text.
    pub fn bytes_read(&self) -> u64 {
        self.records.bytes_read()
    }

    /// The row that `next` gave last, as it stands in the file: for a draft that cannot be written after all.
    pub fn raw(&self) -> Vec<(String, String)> {
        raw(self.headers, self.records.current())
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Draft, Mend>;

    fn next(&mut self) -> Option<Self::Item> {
        let (line, record) = self.records.advance()?;
        let mut faults: Vec<Found> = Vec::new();
        match self.plan.draft(line, record, &mut faults, |_, _| {}) {
            Some(draft) if faults.is_empty() => Some(Ok(draft)),
            _ => Some(Err(to_mend(&self.plan, self.headers, line, record, &faults))),
        }
    }
}

impl RowPlan<'_> {
    /// The draft of a record; nothing where it has not as many values as the header. `seen` is shown what
    /// the row was made of.
    pub(crate) fn draft(
        &self,
        line: u64,
        record: &StringRecord,
        faults: &mut Vec<Found>,
        seen: impl FnOnce(&[Input<'_>], &[Found]),
    ) -> Option<Draft> {
        if record.len() != self.width {
            faults.push((None, Fault::ColumnCount { has: record.len(), wants: self.width }));
            return None;
        }
        let inputs = self.inputs(|cell| record.get(cell));
        let draft = self.assemble(line, &inputs, faults);
        seen(&inputs, faults);
        Some(draft)
    }
}

/// The row to mend that a record with faults is.
pub(crate) fn to_mend(
    plan: &RowPlan<'_>,
    headers: &[String],
    line: u64,
    record: &StringRecord,
    faults: &[Found],
) -> Mend {
    let reasons = reasons(plan, faults, |cell| record.get(cell));
    Mend { line, raw: raw(headers, record), reasons }
}

fn raw(headers: &[String], record: &StringRecord) -> Vec<(String, String)> {
    let name = |at: usize| headers.get(at).cloned().unwrap_or_else(|| format!("column {}", at + 1));
    record.iter().enumerate().map(|(at, value)| (name(at), value.to_owned())).collect()
}

fn reasons<'r>(plan: &RowPlan<'_>, faults: &[Found], cell: impl Fn(usize) -> Option<&'r str>) -> Vec<Reason> {
    let reason = |(slot, fault): &Found| {
        let slot = slot.map(|at| &plan.slots[at]);
        let source = slot.and_then(|slot| slot.source.as_ref());
        let text = source.and_then(|source| cell(source.cell)).unwrap_or_default().trim();
        Reason::of(fault, slot.map_or("name", |s| s.target.name), source.map(|s| s.header), text)
    };
    faults.iter().map(reason).collect()
}
