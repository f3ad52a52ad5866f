//! What is in each column, mapped or not.

use std::collections::BTreeMap;

use csv::StringRecord;
use serde::Serialize;

use crate::{
    row::RowPlan,
    says::Says,
    value::{DateFault, NumberFault, read_date, read_number},
};

/// How many values are shown of each column.
const SHOWN: usize = 3;
/// So many rows are looked at closely; the rest is only counted.
const LOOKED_AT: u64 = 20_000;

/// One column of a file.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnPreview {
    pub header: String,
    /// The field that it fills, such as `deal.amount`; nothing where the column is ignored.
    pub target: Option<String>,
    /// Each once.
    pub first_values: Vec<String>,
    /// Rows that have something here.
    pub filled: u64,
    pub found: Found,
}

/// What the values look like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Found {
    Nothing,
    Text,
    Numbers,
    /// By form (`iso`, `slashed`, `dashed`...), with how many have it among the rows looked at.
    Dates {
        forms: BTreeMap<String, u64>,
    },
}

impl Found {
    /// `dates, 3 forms`
    pub fn says(&self) -> Says {
        match self {
            Self::Nothing => Says::new("nothing", "ничего"),
            Self::Text => Says::new("text", "текст"),
            Self::Numbers => Says::new("numbers", "числа"),
            Self::Dates { forms } if forms.len() == 1 => Says::new("dates", "даты"),
            Self::Dates { forms } => {
                Says::new(format!("dates, {} forms", forms.len()), format!("даты, форм: {}", forms.len()))
            }
        }
    }
}

/// Counts while the rows go by.
pub(super) struct Columns {
    tallies: Vec<Tally>,
    rows: u64,
}

#[derive(Default)]
struct Tally {
    first_values: Vec<String>,
    filled: u64,
    texts: u64,
    numbers: u64,
    dates: BTreeMap<String, u64>,
}

impl Columns {
    pub(super) fn new(width: usize) -> Self {
        Self { tallies: (0..width).map(|_| Tally::default()).collect(), rows: 0 }
    }

    pub(super) fn count(&mut self, plan: &RowPlan<'_>, record: &StringRecord) {
        self.rows += 1;
        for (tally, cell) in self.tallies.iter_mut().zip(record) {
            let Some(text) = plan.filled(cell) else { continue };
            tally.filled += 1;
            if tally.first_values.len() < SHOWN {
                let value: String = text.chars().take(80).collect();
                if !tally.first_values.contains(&value) {
                    tally.first_values.push(value);
                }
            }
            if self.rows <= LOOKED_AT {
                tally.look(text);
            }
        }
    }

    pub(super) fn into_previews(self, plan: &RowPlan<'_>, headers: &[String]) -> Vec<ColumnPreview> {
        let target = |cell: usize| {
            let mut sources = plan.slots.iter().filter_map(|slot| Some((slot.source.as_ref()?, slot.target)));
            sources.find(|(source, _)| source.cell == cell).map(|(_, target)| target.to_string())
        };
        let tallies = self.tallies.into_iter().zip(headers).enumerate();
        tallies
            .map(|(cell, (tally, header))| ColumnPreview {
                header: header.clone(),
                target: target(cell),
                filled: tally.filled,
                found: tally.found(),
                first_values: tally.first_values,
            })
            .collect()
    }
}

impl Tally {
    fn look(&mut self, text: &str) {
        let digit = text.bytes().any(|b| b.is_ascii_digit());
        if digit && !matches!(read_number(text, None, None), Err(NumberFault::NotANumber)) {
            self.numbers += 1;
        } else if let Some(form) = digit.then(|| date_form(text)).flatten() {
            *self.dates.entry(form.to_owned()).or_default() += 1;
        } else {
            self.texts += 1;
        }
    }

    fn found(&self) -> Found {
        let dates: u64 = self.dates.values().sum();
        if self.filled == 0 {
            Found::Nothing
        } else if dates > self.texts + self.numbers {
            Found::Dates { forms: self.dates.clone() }
        } else if self.numbers > self.texts + dates {
            Found::Numbers
        } else {
            Found::Text
        }
    }
}

fn date_form(text: &str) -> Option<&'static str> {
    use crate::value::First;
    match read_date(text, &[]) {
        Ok((_, Some((_, First::Year)))) => Some("iso"),
        Ok((_, Some((separator, _)))) | Err(DateFault::Ambiguous(separator)) => Some(separator.name()),
        Ok((_, None)) => Some("worded"),
        Err(_) => None,
    }
}
