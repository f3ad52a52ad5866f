//! The mapping file: which file holds which records, and what each column means.

mod answer;
mod check;
mod error;
mod forms;
mod glob;
mod next_step;
mod one_or_many;
mod plan;
mod set;
mod yaml;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

pub use error::MappingError;
pub use forms::{Country, DecimalMark, NameOrder, Scale, Thousands};
pub use next_step::{Minutes, NextStepRule, WorkingDays};
pub use one_or_many::OneOrMany;
pub use plan::Plan;

pub use crate::target::To;
use crate::{
    read::{Delimiter, EncodingName},
    says::Says,
    target::Record,
    value::DateForm,
};

/// How the files of one source become records. Kept as a file, used again for the next import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    pub name: String,
    pub title: Says,
    /// Whose ids `source_id`s are: the same id from the same source is the same record. The mapping's
    /// name where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// ISO 4217 code of money whose row names no currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// In the order in which they are imported.
    pub files: Vec<FileMapping>,
}

/// What one file holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileMapping {
    /// File names; `*` stands for any letters, `?` for one.
    #[serde(rename = "match")]
    pub matches: OneOrMany<String>,
    pub record: Record,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<EncodingName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<Delimiter>,
    /// Words that mean "nothing here", in any case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub empty_words: Vec<String>,
    /// The process in whose stages deals are placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<String>,
    /// What open deals get as next step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_step: Option<NextStepRule>,
    /// By header. Columns not named are ignored and listed as such.
    pub columns: IndexMap<String, Column>,
    /// Fields filled otherwise than by a column alone.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub fields: IndexMap<To, Fill>,
}

/// What one column means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub to: To,
    /// Forms of the dates, one a separator at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<OneOrMany<DateForm>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalMark>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thousands: Option<Vec<Thousands>>,
    /// What the numbers count: ones, thousands, millions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// Words of the file and what they mean here.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub values: IndexMap<String, String>,
    /// A link to a record that is not known makes it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub create: bool,
    /// How a full name is made up, where given and family names are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<NameOrder>,
    /// Whose way of writing phone numbers it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The file may lack this column.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
}

impl Column {
    /// A column that is taken as it stands.
    pub fn to(to: To) -> Self {
        Self {
            to,
            date: None,
            decimal: None,
            thousands: None,
            scale: None,
            values: IndexMap::new(),
            create: false,
            split: None,
            country: None,
            optional: false,
        }
    }
}

/// How a field is filled where no column does it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fill {
    /// The same for each row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Made of other fields: `{product} for {company}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// Tried in order where the row has nothing: `day_of_import`, `list_price`, a template of other
    /// fields, or a value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_missing: Option<OneOrMany<String>>,
}

impl Mapping {
    /// Whose ids the `source_id`s of this mapping are.
    pub fn source(&self) -> &str {
        self.source.as_deref().unwrap_or(&self.name)
    }
}

impl FileMapping {
    /// The header of the column that fills a field: `company`, not `deal.company`.
    pub fn header_of(&self, field: &str) -> Option<&str> {
        let found = self.columns.iter().find(|(_, column)| column.to.0.name == field);
        found.map(|(header, _)| header.as_str())
    }
}
