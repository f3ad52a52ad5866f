//! A company that is sold to; companies form a tree.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::field::{self, Fault, FieldError, LINE_MOST, NAME_MOST, TEXT_MOST};
use crate::money;

/// Years in which a company may have been founded.
pub const FOUNDED: RangeInclusive<i64> = 1000..=2200;

/// What a person may fill in of a company. Money is minor units of `currency`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CompanyFields {
    pub name: String,
    pub parent_id: Option<i64>,
    pub industry: Option<String>,
    /// What sort of customer it is.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Who else sells to it.
    pub competitor: Option<String>,
    pub employees: Option<i64>,
    pub founded: Option<i64>,
    pub annual_revenue: Option<i64>,
    pub currency: Option<String>,
    pub address: Option<String>,
    pub phones: Vec<String>,
    pub web: Option<String>,
    pub description: Option<String>,
    pub owner_id: Option<i64>,
}

impl CompanyFields {
    /// Every fault of the fields by themselves; links are checked where they are loaded.
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        field::check_text(&mut faults, "name", &self.name, true, NAME_MOST);
        let lines = [
            ("industry", &self.industry),
            ("type", &self.kind),
            ("competitor", &self.competitor),
            ("address", &self.address),
            ("web", &self.web),
        ];
        for (name, text) in lines {
            field::check_text(&mut faults, name, text.as_deref().unwrap_or(""), false, LINE_MOST);
        }
        field::check_text(
            &mut faults,
            "description",
            self.description.as_deref().unwrap_or(""),
            false,
            TEXT_MOST,
        );
        if self.employees.is_some_and(|count| count < 0) {
            faults.push(FieldError::new("employees", Fault::Negative));
        }
        if self.annual_revenue.is_some_and(|minor| minor < 0) {
            faults.push(FieldError::new("annual_revenue", Fault::Negative));
        }
        if self.founded.is_some_and(|year| !FOUNDED.contains(&year)) {
            faults.push(FieldError::new("founded", Fault::NotANumber));
        }
        if self.currency.as_deref().is_some_and(|code| money::parse_currency(code).is_err()) {
            faults.push(FieldError::new("currency", Fault::NotACurrency));
        }
        faults
    }
}
