//! A deal: a possible sale, from the slightest interest on (seed 003.16: name and client suffice).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::field::{self, Fault, FieldError, NAME_MOST, TEXT_MOST};
use crate::money;

/// A product on a deal. The price is minor units of the deal's currency; none means the list price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealLine {
    pub product_id: i64,
    #[serde(default = "one")]
    pub quantity: i64,
    pub unit_price: Option<i64>,
}

fn one() -> i64 {
    1
}

/// A person's part in a deal, such as `decides`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub person_id: i64,
    #[serde(default)]
    pub role: String,
}

/// What may be filled in of a deal. `amount` is one-off, `recurring` a month, both minor units of `currency`.
/// The stage is not among them: it changes by moves alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DealFields {
    pub name: String,
    pub company_id: Option<i64>,
    pub person_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub engineer_id: Option<i64>,
    pub amount: Option<i64>,
    pub amount_estimated: bool,
    pub recurring: Option<i64>,
    pub currency: String,
    pub expected_close_on: Option<Date>,
    pub probability: Option<i64>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub source: Option<String>,
    pub campaign: Option<String>,
    pub competitor: Option<String>,
    pub description: Option<String>,
    pub people: Vec<Party>,
    pub lines: Vec<DealLine>,
}

impl DealFields {
    /// Every fault of the fields by themselves; links are checked where they are loaded.
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        field::check_text(&mut faults, "name", &self.name, true, NAME_MOST);
        // Seed 001.16: an opportunity cannot exist without a client, a company or a person.
        if self.company_id.is_none() && self.person_id.is_none() {
            faults.push(FieldError::new("company", Fault::ClientRequired));
        }
        for (name, minor) in [("amount", self.amount), ("recurring", self.recurring)] {
            if minor.is_some_and(|minor| minor < 0) {
                faults.push(FieldError::new(name, Fault::Negative));
            }
        }
        if money::parse_currency(&self.currency).is_err() {
            faults.push(FieldError::new("currency", Fault::NotACurrency));
        }
        if self.probability.is_some_and(|percent| !(0..=100).contains(&percent)) {
            faults.push(FieldError::new("probability", Fault::NotAPercent));
        }
        for (name, text) in [("campaign", &self.campaign), ("competitor", &self.competitor)] {
            field::check_text(&mut faults, name, text.as_deref().unwrap_or(""), false, NAME_MOST);
        }
        field::check_text(
            &mut faults,
            "description",
            self.description.as_deref().unwrap_or(""),
            false,
            TEXT_MOST,
        );
        if self.lines.iter().any(|line| line.quantity < 1) {
            faults.push(FieldError::new("lines", Fault::NotANumber));
        }
        faults
    }
}

/// The month of a day, as reports name it: `2017-03`.
pub fn month(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// The calendar quarter of such a month: `2017-Q1`.
pub fn quarter(month: &str) -> String {
    let (year, number) = month.split_once('-').unwrap_or((month, ""));
    format!("{year}-Q{}", number.parse::<u8>().unwrap_or(1).div_ceil(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seed 003.16.
    #[test]
    fn name_and_client_suffice_for_a_deal() {
        let deal = DealFields {
            name: "Wi-Fi".into(),
            company_id: Some(1),
            currency: "GBP".into(),
            ..Default::default()
        };
        assert_eq!(deal.faults(), []);
    }

    /// Seed 001.16.
    #[test]
    fn a_deal_cannot_exist_without_a_client() {
        let deal = DealFields { name: "Wi-Fi".into(), currency: "GBP".into(), ..Default::default() };
        assert_eq!(deal.faults(), [FieldError::new("company", Fault::ClientRequired)]);
    }

    #[test]
    fn a_negative_amount_is_named_by_its_field() {
        let deal = DealFields {
            name: "x".into(),
            person_id: Some(1),
            currency: "GBP".into(),
            amount: Some(-1),
            ..Default::default()
        };
        assert_eq!(deal.faults(), [FieldError::new("amount", Fault::Negative)]);
    }

    #[test]
    fn months_and_quarters_are_named_by_year() {
        assert_eq!(month(jiff::civil::date(2017, 3, 31)), "2017-03");
        assert_eq!(quarter("2017-03"), "2017-Q1");
        assert_eq!(quarter("2017-12"), "2017-Q4");
    }
}
