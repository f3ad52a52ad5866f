//! What the product says, in the language, zone and day of whoever reads it.
//!
//! Sentences live in `locales/<language>/<page>.ftl`; a test keeps both languages and the sources in step.

mod dates;
mod lateness;
mod money;
mod numbers;
mod sizes;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, langid, static_loader};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

pub use lateness::Lateness;
pub(crate) use money::symbol_of as symbol;

/// An argument of a sentence: `"Kestrel".into()` or `3.into()`; numbers choose the plural.
pub type Word<'a> = FluentValue<'a>;

static ENGLISH: LanguageIdentifier = langid!("en");
static RUSSIAN: LanguageIdentifier = langid!("ru");

static_loader! {
    static SENTENCES = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            let russian = bundle.locales.first() == Some(&RUSSIAN);
            bundle.set_formatter(Some(if russian { numbers::in_russian } else { numbers::in_english }));
        },
    };
}

/// A language the face speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    #[default]
    En,
    Ru,
}

impl Lang {
    /// Every language there are sentences for, in the order a menu shows them.
    pub const ALL: [Self; 2] = [Self::En, Self::Ru];

    /// The BCP 47 tag, as in `<html lang>` and in a member's profile.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ru => "Русский",
        }
    }

    /// The language of a BCP 47 tag, whatever its region.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', ';']).next()?.trim();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// The first language of an `Accept-Language` header that we speak; browsers list the best first.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        header.split(',').find_map(Self::from_tag).unwrap_or_default()
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        match self {
            Self::En => &ENGLISH,
            Self::Ru => &RUSSIAN,
        }
    }
}

/// Who is spoken to: their language, their zone, and the instant they look.
#[derive(Debug, Clone)]
pub struct Speech {
    pub lang: Lang,
    pub zone: TimeZone,
    pub now: Timestamp,
}

impl Speech {
    #[must_use]
    pub const fn new(lang: Lang, zone: TimeZone, now: Timestamp) -> Self {
        Self { lang, zone, now }
    }

    /// The civil day of `now` in the reader's zone.
    #[must_use]
    pub fn today(&self) -> Date {
        self.day_of(self.now)
    }

    /// The civil day of an instant in the reader's zone.
    #[must_use]
    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// The sentence under `key`; an unknown key is shown as itself.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.t_with(key, &[])
    }

    /// The sentence under `key`, with its arguments in place: `t_with("deals", &[("count", 3.into())])`.
    #[must_use]
    pub fn t_with(&self, key: &str, args: &[(&str, Word<'_>)]) -> String {
        let args: HashMap<&str, Word<'_>> = args.iter().cloned().collect();
        SENTENCES
            .lookup_single_language(self.lang.identifier(), key, Some(&args))
            .unwrap_or_else(|_| key.to_owned())
    }
}
