//! The mapping as a file.

use serde_saphyr::Error as Yaml;

use super::{Mapping, MappingError};
use crate::near::nearest;

impl Mapping {
    /// Reads and checks a mapping file.
    ///
    /// # Errors
    /// The first fault, with line and column where YAML knows them and what was probably meant.
    pub fn from_yaml(text: &str) -> Result<Self, MappingError> {
        let mapping: Self = serde_saphyr::from_str(text).map_err(|fault| located(&fault))?;
        mapping.check()?;
        Ok(mapping)
    }

    /// The mapping as a file that [`Mapping::from_yaml`] reads.
    ///
    /// # Errors
    /// Where the text cannot be made; no known mapping is such.
    pub fn to_yaml(&self) -> Result<String, MappingError> {
        serde_saphyr::to_string(self).map_err(|fault| MappingError::new(fault.to_string()))
    }

    /// Reads and checks a mapping as the wizard sends it.
    ///
    /// # Errors
    /// The first fault.
    pub fn from_json(text: &str) -> Result<Self, MappingError> {
        let mapping: Self = serde_json::from_str(text).map_err(|fault| MappingError {
            message: fault.to_string(),
            line: u64::try_from(fault.line()).ok(),
            column: u64::try_from(fault.column()).ok(),
            hint: None,
        })?;
        mapping.check()?;
        Ok(mapping)
    }
}

fn located(fault: &Yaml) -> MappingError {
    let fault = fault.without_snippet();
    let (message, hint) = match fault {
        Yaml::SerdeUnknownField { field, expected, .. } => {
            let message = format!("there is no key `{field}` here; keys are {}", expected.join(", "));
            (message, nearest(field, expected).into_iter().next().map(|near| near.name))
        }
        Yaml::SerdeUnknownVariant { variant, expected, .. } => {
            let message = format!("`{variant}` is not one of {}", expected.join(", "));
            (message, nearest(variant, expected).into_iter().next().map(|near| near.name))
        }
        other => (first_line(&other.to_string()), None),
    };
    let at = fault.location();
    MappingError { message, line: at.map(|at| at.line()), column: at.map(|at| at.column()), hint }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "
name: small
title: { en: Small, ru: Малое }
files:
  - match: deals.csv
    record: deal
    columns:
      Name: { to: deal.name }
      Client: { to: deal.company, create: true }
      Closed: { to: deal.closed_on, date: [month/day/year, day-month-year(2)] }
";

    fn fault(from: &str, to: &str) -> MappingError {
        assert!(SMALL.contains(from));
        Mapping::from_yaml(&SMALL.replace(from, to)).unwrap_err()
    }

    #[test]
    fn a_mapping_is_written_as_it_was_read() {
        let mapping = Mapping::from_yaml(SMALL).unwrap();
        let again = Mapping::from_yaml(&mapping.to_yaml().unwrap()).unwrap();
        assert_eq!(mapping, again);
        let json = serde_json::to_string(&mapping).unwrap();
        assert_eq!(Mapping::from_json(&json).unwrap(), mapping);
    }

    #[test]
    fn a_wrong_key_is_named_with_its_place_and_the_right_one() {
        let fault = fault("record:", "recrod:");
        assert_eq!((fault.line, fault.hint.as_deref()), (Some(6), Some("record")), "{fault}");
    }

    #[test]
    fn a_wrong_field_is_named_with_its_place_and_the_right_one() {
        let fault = fault("deal.company", "deal.compny");
        assert_eq!(fault.line, Some(9), "{fault}");
        assert!(fault.to_string().contains("did you mean `deal.company`"), "{fault}");
    }

    #[test]
    fn a_form_that_is_none_is_named_with_its_place() {
        let fault = fault("month/day/year", "month/day");
        assert_eq!(fault.line, Some(10), "{fault}");
    }
}
