//! Numbers grouped as the reader's language groups them.

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::fluent_bundle::memoizer::MemoizerKind;

use super::{Lang, Speech};

/// Keeps a number together with what follows or precedes it.
pub(super) const NO_BREAK: char = '\u{a0}';

impl Lang {
    pub(super) const fn group_mark(self) -> char {
        match self {
            Self::En => ',',
            Self::Ru => NO_BREAK,
        }
    }

    pub(super) const fn decimal_mark(self) -> char {
        match self {
            Self::En => '.',
            Self::Ru => ',',
        }
    }
}

impl Speech {
    /// A whole number: "8,800", «8 800».
    #[must_use]
    pub fn number(&self, value: i64) -> String {
        grouped(self.lang, value)
    }

    /// A share in whole percent, never broken from its sign: "40 %".
    #[must_use]
    pub fn percent(&self, value: i64) -> String {
        format!("{}{NO_BREAK}%", self.number(value))
    }
}

pub(super) fn grouped(lang: Lang, value: i64) -> String {
    let sign = if value < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", grouped_digits(lang, &value.unsigned_abs().to_string()))
}

pub(super) fn grouped_digits(lang: Lang, digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(lang.group_mark());
        }
        out.push(digit);
    }
    out
}

/// Numbers inside English sentences.
pub(super) fn in_english<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    in_sentence(Lang::En, value)
}

/// Numbers inside Russian sentences.
pub(super) fn in_russian<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    in_sentence(Lang::Ru, value)
}

fn in_sentence(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = number.as_string();
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let grouped = match whole.strip_prefix('-') {
        Some(digits) => format!("\u{2212}{}", grouped_digits(lang, digits)),
        None => grouped_digits(lang, whole),
    };
    Some(if rest.is_empty() { grouped } else { format!("{grouped}{}{rest}", lang.decimal_mark()) })
}
