//! "To go on to X": each need with check, cross or triangle, the fact, and the act that mends it.

use maud::{Markup, html};

use super::button::Button;
use super::icon::{Icon, icon};
use super::tag::unseen;
use crate::words::Speech;

/// How a need stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedStanding {
    Met,
    Missing,
    /// Does not hold the move back, but is worth knowing.
    Warns,
}

/// One need of a move.
#[derive(Debug, Clone)]
pub struct Need {
    pub standing: NeedStanding,
    /// "Network discovery is done, with findings".
    pub words: String,
    /// Who and when, or what is known: "Priya is free Tue 24 Nov, 10:00 to 12:00".
    pub fact: Option<String>,
    pub act: Option<Button>,
}

/// The needs of going on to `stage`.
#[must_use]
pub fn needs(title: &str, all: &[Need], speech: &Speech) -> Markup {
    let missing = all.iter().filter(|need| need.standing == NeedStanding::Missing).count();
    let total = [("total", all.len().into())];
    html! {
        section.needs data-missing[missing > 0] {
            h2 {
                (title) " "
                span.about {
                    @if missing == 0 { (speech.t_with("needs-met", &total)) }
                    @else { (speech.t_with("needs-missing", &[("missing", missing.into()), ("total", all.len().into())])) }
                }
            }
            (need_list(all, speech))
        }
    }
}

/// The bare list, which a refusal shows too.
pub fn need_list(all: &[Need], speech: &Speech) -> Markup {
    html! {
        ul.need-list role="list" { @for need in all { (row(need, speech)) } }
    }
}

fn row(need: &Need, speech: &Speech) -> Markup {
    let (name, drawing, word) = match need.standing {
        NeedStanding::Met => ("met", Icon::Check, speech.t("need-met")),
        NeedStanding::Missing => ("missing", Icon::Cross, speech.t("need-missing")),
        NeedStanding::Warns => ("warns", Icon::Warning, speech.t("need-warns")),
    };
    html! {
        li.need data-standing=(name) {
            (icon(drawing)) (unseen(&format!("{word}: ")))
            div.need-words {
                b { (need.words) }
                @if let Some(fact) = &need.fact { small { (fact) } }
            }
            @if let Some(act) = &need.act { (act) }
        }
    }
}
