//! A member as initials, in a tint of their own.

use maud::{Markup, html};

/// How many tints there are; see `avatar.css`.
const TINTS: u32 = 5;

/// Someone shown in small.
#[derive(Debug, Clone)]
pub struct Avatar {
    pub name: String,
}

impl Avatar {
    #[must_use]
    pub fn of(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }

    /// First letters of the first and last word: "Dana Whitfield" is DW.
    #[must_use]
    pub fn initials(&self) -> String {
        let mut words =
            self.name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        let first = words.next();
        first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
    }

    /// The same person has the same tint everywhere.
    fn tint(&self) -> u32 {
        self.name.chars().fold(7_u32, |sum, letter| sum.wrapping_mul(31).wrapping_add(u32::from(letter)))
            % TINTS
    }
}

/// Initials in a circle; the name is its title and its words.
#[must_use]
pub fn avatar(who: &Avatar) -> Markup {
    html! {
        span.avatar data-tint=(who.tint()) title=(who.name) {
            span aria-hidden="true" { (who.initials()) }
            span.unseen { (who.name) }
        }
    }
}
