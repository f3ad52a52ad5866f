//! Forms of numbers, names and phones that a column can have.

use serde::{Deserialize, Serialize};

/// What stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecimalMark {
    Comma,
    Point,
}

impl DecimalMark {
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// What parts the thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Thousands {
    Space,
    /// The no-break space, wide or narrow.
    Nbsp,
    Point,
    Comma,
    Apostrophe,
}

impl Thousands {
    pub(crate) fn is(self, sign: char) -> bool {
        match self {
            Self::Space => sign == ' ',
            Self::Nbsp => matches!(sign, '\u{a0}' | '\u{202f}' | '\u{2009}'),
            Self::Point => sign == '.',
            Self::Comma => sign == ',',
            Self::Apostrophe => matches!(sign, '\'' | '’'),
        }
    }
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    Thousand,
    Million,
    Billion,
}

impl Scale {
    /// The power of ten that it stands for.
    pub(crate) fn power(self) -> u32 {
        match self {
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
        }
    }
}

/// How a full name is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameOrder {
    GivenFamily,
    FamilyGiven,
}

/// Whose way of writing phone numbers a column follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Country {
    /// Eleven digits from 8 are +7; ten digits lack it.
    Ru,
    /// Ten digits lack +1.
    Us,
}
