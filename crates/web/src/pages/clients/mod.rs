//! What the pages of companies and of people share: both are clients.

pub(super) mod act;
pub(super) mod contact;
pub(super) mod filter;
pub(super) mod form_page;
pub(super) mod inline;
pub(super) mod list;
pub(super) mod open_deals;
pub(super) mod owner;
pub(super) mod paging;
pub(super) mod put_away;
pub(super) mod record;

use crate::routes;
use crate::ui::{Crumb, Nav};
use crate::words::Speech;

/// The two kinds of clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    Company,
    Person,
}

impl Noun {
    /// What differs by the kind.
    pub(super) fn either<T>(self, company: T, person: T) -> T {
        match self {
            Noun::Company => company,
            Noun::Person => person,
        }
    }

    /// The address of one of them.
    pub(super) fn record(self, id: i64) -> String {
        self.either(routes::company(id), routes::person(id))
    }

    /// The address of the list.
    pub(super) fn list(self) -> &'static str {
        self.either(routes::COMPANIES, routes::PEOPLE)
    }

    /// Where a new one begins.
    pub(super) fn new_one(self) -> String {
        routes::act(self.list(), "new")
    }

    pub(super) fn nav(self) -> Nav {
        self.either(Nav::Companies, Nav::People)
    }

    /// What they are called together.
    pub(super) fn many(self, speech: &Speech) -> String {
        speech.t(self.either("nav-companies", "nav-people"))
    }

    /// The way back to the list.
    pub(super) fn crumb(self, speech: &Speech) -> Crumb {
        Crumb { label: self.many(speech), href: self.list().to_owned() }
    }
}
