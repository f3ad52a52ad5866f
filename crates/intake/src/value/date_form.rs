//! Forms of dates by name: `day.month.year`, `month/day/year`, `day-month-year(2)`, `iso`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date::Separator;

/// Which part of a date stands first; day and month are followed by the other, all but the year by the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    Day,
    Month,
    Year,
}

/// How many digits a year has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearDigits {
    Any,
    Two,
    Four,
}

/// How dates with one separator are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateForm {
    pub(crate) order: First,
    pub(crate) separator: Separator,
    pub(crate) year: YearDigits,
}

impl DateForm {
    pub(crate) fn new(order: First, separator: Separator) -> Self {
        Self { order, separator, year: YearDigits::Any }
    }

    /// Reads a form's name.
    pub fn named(name: &str) -> Option<Self> {
        if name == "iso" {
            return Some(Self { order: First::Year, separator: Separator::Dashed, year: YearDigits::Four });
        }
        let (name, year) = match (name.strip_suffix("(2)"), name.strip_suffix("(4)")) {
            (Some(name), _) => (name, YearDigits::Two),
            (_, Some(name)) => (name, YearDigits::Four),
            _ => (name, YearDigits::Any),
        };
        let separator = Separator::of(name.chars().find(|c| !c.is_alphabetic())?)?;
        let parts: Vec<&str> = name.split(separator.sign()).collect();
        let order = match parts.as_slice() {
            ["day", "month", "year"] => First::Day,
            ["month", "day", "year"] => First::Month,
            ["year", "month", "day"] => First::Year,
            _ => return None,
        };
        Some(Self { order, separator, year })
    }
}

impl fmt::Display for DateForm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = match self.order {
            First::Day => ["day", "month", "year"],
            First::Month => ["month", "day", "year"],
            First::Year if self.separator == Separator::Dashed && self.year == YearDigits::Four => {
                return out.write_str("iso");
            }
            First::Year => ["year", "month", "day"],
        };
        let suffix = match self.year {
            YearDigits::Any => "",
            YearDigits::Two => "(2)",
            YearDigits::Four => "(4)",
        };
        write!(out, "{}{suffix}", parts.join(&self.separator.sign().to_string()))
    }
}

impl Serialize for DateForm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "`{name}` is no form of dates; forms are written like `iso`, `day.month.year`, `month/day/year`, `day-month-year(2)`"
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::DateForm;

    #[test]
    fn a_form_is_called_what_it_was_called() {
        for name in ["iso", "day.month.year", "month/day/year", "day-month-year(2)", "year/month/day(4)"] {
            assert_eq!(DateForm::named(name).unwrap().to_string(), name);
        }
        assert!(DateForm::named("day.year").is_none());
        assert!(DateForm::named("month").is_none());
    }
}
