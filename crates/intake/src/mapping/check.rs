//! What a mapping must fulfil beyond its form.

use std::collections::HashMap;

use super::{Column, FileMapping, Mapping, MappingError};
use crate::{
    near::nearest,
    row::placeholders,
    target::{Kind, To},
};

impl Mapping {
    /// Refuses a mapping that cannot mean what it says.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), MappingError> {
        if self.name.trim().is_empty() {
            return Err(MappingError::new("the mapping needs a name"));
        }
        if self.files.is_empty() {
            return Err(MappingError::new("the mapping names no files"));
        }
        if let Some(code) = self.currency.as_deref() {
            known_currency(code)?;
        }
        self.files.iter().try_for_each(check_file)
    }
}

fn known_currency(code: &str) -> Result<(), MappingError> {
    match iso_currency::Currency::from_code(code) {
        Some(_) => Ok(()),
        None => Err(MappingError::new(format!("`{code}` is no currency code (ISO 4217, such as EUR)"))),
    }
}

fn check_file(file: &FileMapping) -> Result<(), MappingError> {
    if file.matches.is_empty() {
        return Err(MappingError::new(format!("a file of {}s has no `match`", file.record.name())));
    }
    let mut taken: HashMap<&str, &str> = HashMap::new();
    for (header, column) in &file.columns {
        of_record(file, column.to)?;
        if let Some(other) = taken.insert(column.to.0.name, header) {
            return Err(MappingError::new(format!(
                "the columns {other:?} and {header:?} both fill `{}`",
                column.to.0
            )));
        }
        check_column(header, column)?;
    }
    for (to, fill) in &file.fields {
        of_record(file, *to)?;
        let templates = fill.template.iter().chain(fill.when_missing.iter().flat_map(|many| many.iter()));
        templates.flat_map(|text| placeholders(text)).try_for_each(|name| known_field(file, name))?;
    }
    Ok(())
}

fn of_record(file: &FileMapping, to: To) -> Result<(), MappingError> {
    if to.0.record == file.record {
        return Ok(());
    }
    Err(MappingError::new(format!(
        "`{}` cannot be filled from a file of {}s (match {})",
        to.0,
        file.record.name(),
        file.matches.join(", ")
    )))
}

fn known_field(file: &FileMapping, name: &str) -> Result<(), MappingError> {
    let names: Vec<&str> = file.record.targets().map(|target| target.name).collect();
    if names.contains(&name) {
        return Ok(());
    }
    let hint = nearest(name, &names).into_iter().next().map(|near| near.name);
    Err(MappingError::new(format!("a {} has no field `{name}` to put in a text", file.record.name()))
        .hint(hint))
}

fn check_column(header: &str, column: &Column) -> Result<(), MappingError> {
    let kind = column.to.0.kind;
    let numeric = matches!(kind, Kind::Money | Kind::Int | Kind::Percent);
    let misplaced = [
        ("date", column.date.is_some() && kind != Kind::Date),
        ("decimal", column.decimal.is_some() && !numeric),
        ("thousands", column.thousands.is_some() && !numeric),
        ("scale", column.scale.is_some() && !numeric),
        ("create", column.create && column.to.0.link().is_none()),
        ("country", column.country.is_some() && kind != Kind::Phone),
    ];
    if let Some((key, _)) = misplaced.iter().find(|(_, wrong)| *wrong) {
        return Err(MappingError::new(format!(
            "column {header:?}: `{key}` means nothing for `{}`",
            column.to.0
        )));
    }
    let forms = column.date.as_ref().map_or(&[][..], |forms| forms.as_slice());
    for (at, form) in forms.iter().enumerate() {
        if let Some(other) = forms[..at].iter().find(|other| other.separator == form.separator) {
            return Err(MappingError::new(format!(
                "column {header:?}: `{other}` and `{form}` contradict each other"
            )));
        }
    }
    Ok(())
}
