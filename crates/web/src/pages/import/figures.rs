//! A few figures in a row, each with its name: how far an import is, what would come of it, what came.

use maud::{Markup, html};

use super::frame::figure;
use crate::words::Speech;

/// A name and a figure; coloured where it is a state.
pub struct Figure {
    name: String,
    is: String,
    tone: Option<&'static str>,
}

impl Figure {
    pub fn words(name: String, is: String) -> Figure {
        Figure { name, is, tone: None }
    }

    pub fn plain(name: String, count: u64, speech: &Speech) -> Figure {
        Figure::words(name, figure(count, speech))
    }

    /// Done, if there are any.
    pub fn good(name: String, count: u64, speech: &Speech) -> Figure {
        Figure { tone: (count > 0).then_some("green"), ..Figure::plain(name, count, speech) }
    }

    /// To be mended, if there are any.
    pub fn bad(name: String, count: u64, speech: &Speech) -> Figure {
        Figure { tone: (count > 0).then_some("red"), ..Figure::plain(name, count, speech) }
    }
}

pub fn figures(all: &[Figure]) -> Markup {
    html! {
        dl.figures-row {
            @for one in all { div { dt { (one.name) } dd data-tone=[one.tone] { (one.is) } } }
        }
    }
}
