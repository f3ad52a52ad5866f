//! Facts of a record, a name and what it is.

use maud::{Markup, html};

use super::button::Button;
use super::icon::Icon;
use crate::words::Speech;

/// A name and what it is, perhaps several lines.
#[derive(Debug, Clone)]
pub struct Fact {
    pub name: String,
    pub is: Markup,
    /// Where it is edited in its place, and what the pencil says.
    edit: Option<(String, String)>,
}

impl Fact {
    #[must_use]
    pub fn new(name: impl Into<String>, is: Markup) -> Self {
        Self { name: name.into(), is, edit: None }
    }

    /// May be edited where it stands: by its pencil, or by double click.
    #[must_use]
    pub fn edited_at(self, address: impl Into<String>, speech: &Speech) -> Self {
        let label = speech.t_with("edit-fact", &[("what", self.name.as_str().into())]);
        Self { edit: Some((address.into(), label)), ..self }
    }
}

#[must_use]
pub fn facts(all: &[Fact]) -> Markup {
    html! {
        dl.facts {
            @for fact in all {
                div {
                    dt { (fact.name) }
                    @match &fact.edit {
                        None => { dd { (fact.is) } }
                        Some((address, label)) => {
                            dd data-edit=(address) {
                                (fact.is)
                                (Button::quiet(label.as_str()).bare(Icon::Pen).small().attr("data-pencil", ""))
                            }
                        }
                    }
                }
            }
        }
    }
}
