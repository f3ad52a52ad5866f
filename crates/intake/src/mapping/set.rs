//! `--set KEY=VALUE`: a mapping changed for one import.

use super::{Fill, Mapping, MappingError, OneOrMany};
use crate::{
    near::nearest,
    target::{Target, To},
};

impl Mapping {
    /// Sets `company.when_missing`, `deal.amount.when_missing`, `deal.source.value`, `currency` or `process`.
    /// A field without its record is that field of every file that fills it.
    ///
    /// # Errors
    /// Where no such thing can be set, with what can.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), MappingError> {
        match key {
            "currency" => self.currency = Some(value.to_owned()),
            "process" => {
                for file in self.files.iter_mut().filter(|file| file.process.is_some()) {
                    file.process = Some(value.to_owned());
                }
            }
            _ => self.set_field(key, value)?,
        }
        self.check()
    }

    fn set_field(&mut self, key: &str, value: &str) -> Result<(), MappingError> {
        let (field, what) = key.rsplit_once('.').ok_or_else(|| self.unknown(key))?;
        if !matches!(what, "when_missing" | "value") {
            return Err(self.unknown(key));
        }
        let targets = self.named(field);
        if targets.is_empty() {
            return Err(self.unknown(key));
        }
        for (file, target) in targets {
            let fill: &mut Fill = self.files[file].fields.entry(To(target)).or_default();
            match what {
                "value" => fill.value = Some(value.to_owned()),
                _ => fill.when_missing = Some(OneOrMany(vec![value.to_owned()])),
            }
        }
        Ok(())
    }

    /// The fields that a name means: of a file each.
    fn named(&self, field: &str) -> Vec<(usize, &'static Target)> {
        let files = self.files.iter().enumerate();
        if let Some(target) = Target::find(field) {
            return files.filter(|(_, f)| f.record == target.record).map(|(at, _)| (at, target)).collect();
        }
        self.filled().filter(|(_, target)| target.name == field).collect()
    }

    /// Every field that a column or a fill of the mapping fills, with its file.
    fn filled(&self) -> impl Iterator<Item = (usize, &'static Target)> {
        self.files.iter().enumerate().flat_map(|(at, file)| {
            let columns = file.columns.values().map(|column| column.to);
            let mut targets: Vec<To> = columns.collect();
            targets.extend(file.fields.keys().filter(|to| !file.columns.values().any(|c| c.to == **to)));
            targets.into_iter().map(move |to| (at, to.0))
        })
    }

    fn unknown(&self, key: &str) -> MappingError {
        let mut keys: Vec<String> =
            self.filled().map(|(_, target)| format!("{}.when_missing", target.name)).collect();
        keys.push("currency".into());
        let hint = nearest(key, &keys).into_iter().next().map(|near| near.name);
        MappingError::new(format!(
            "nothing called `{key}` can be set; keys are written like `company.when_missing`, `deal.source.value`, `currency`"
        ))
        .hint(hint)
    }
}
