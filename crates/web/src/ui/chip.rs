//! A fact in two or three words, coloured only where it is a state.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// What a state means; colour never says it alone, so a word and an icon go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// No state.
    Plain,
    Accent,
    /// Overdue, blocks.
    Red,
    /// Today, warns.
    Amber,
    /// Done, won.
    Green,
    /// No next step.
    Violet,
}

impl Tone {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Accent => "accent",
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
            Self::Violet => "violet",
        }
    }
}

#[must_use]
pub fn chip(tone: Tone, drawing: Option<Icon>, words: &str) -> Markup {
    html! {
        span.chip data-tone=(tone.name()) {
            @if let Some(which) = drawing { (icon(which)) }
            (words)
        }
    }
}
