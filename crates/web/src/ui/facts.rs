//! Facts of a record, a name and what it is.

use maud::{Markup, html};

/// A name and what it is, perhaps several lines.
#[derive(Debug, Clone)]
pub struct Fact {
    pub name: String,
    pub is: Markup,
}

impl Fact {
    #[must_use]
    pub fn new(name: impl Into<String>, is: Markup) -> Self {
        Self { name: name.into(), is }
    }
}

#[must_use]
pub fn facts(all: &[Fact]) -> Markup {
    html! {
        dl.facts {
            @for fact in all { div { dt { (fact.name) } dd { (fact.is) } } }
        }
    }
}
