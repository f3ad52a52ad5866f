//! What an imported open deal gets as its next step.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// `{ type: call, spread_over: 10 working days, length: 30 minutes }`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextStepRule {
    /// Key of the activity type.
    #[serde(rename = "type")]
    pub activity_type: String,
    /// The owner's coming working days over which the steps are spread evenly.
    pub spread_over: WorkingDays,
    pub length: Minutes,
}

/// A number of working days, written `10 working days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkingDays(pub u16);

/// A length, written `30 minutes` or `1 hour`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes(pub u16);

impl fmt::Display for WorkingDays {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} working day{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} minute{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}

impl Serialize for WorkingDays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Minutes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WorkingDays {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        counted(&text, &[("working day", 1)])
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not like `10 working days`")))
    }
}

impl<'de> Deserialize<'de> for Minutes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        counted(&text, &[("minute", 1), ("hour", 60)])
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not like `30 minutes` or `1 hour`")))
    }
}

/// Reads a positive number followed by one of the units, singular or plural.
fn counted(text: &str, units: &[(&str, u16)]) -> Option<u16> {
    let (number, unit) = text.trim().split_once(' ')?;
    let unit = unit.trim().strip_suffix('s').unwrap_or(unit.trim());
    let (_, times) = units.iter().find(|(name, _)| *name == unit)?;
    number.parse::<u16>().ok().filter(|n| *n > 0)?.checked_mul(*times)
}
