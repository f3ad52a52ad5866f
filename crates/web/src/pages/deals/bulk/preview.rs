//! What would come of the change: how many deals take it, which stay as they are, and why.

use desk::bulk::{Kept, Outcome};
use maud::{Markup, html};

use super::form::Drawn;
use crate::faults::sentence;
use crate::pages::known::said;
use crate::pages::sheet::Sheet;
use crate::routes;
use crate::ui::Button;
use crate::visitor::Visitor;
use crate::words::Speech;

/// Deals named one by one; the others are counted.
const NAMED: usize = 50;

pub(super) fn sheet(drawn: &Drawn<'_>, outcome: &Outcome, visitor: &Visitor) -> Sheet {
    let speech = &visitor.speech;
    let count = |key: &str, count: usize| speech.t_with(key, &[("count", count.into())]);
    let body = html! {
        (drawn.carried())
        p { b { (count("bulk-would-change", outcome.changed)) } }
        @if outcome.same > 0 { p.hint { (count("bulk-same", outcome.same)) } }
        @if !outcome.kept.is_empty() {
            section.bulk-kept {
                h3 { (count("bulk-kept", outcome.kept.len())) }
                ul role="list" { @for kept in outcome.kept.iter().take(NAMED) { (row(kept, speech)) } }
                @if outcome.kept.len() > NAMED { p.hint { (count("bulk-more", outcome.kept.len() - NAMED)) } }
            }
        }
    };
    let send = Button::main(count("bulk-go", outcome.changed));
    drawn.sheet("go", &body, (outcome.changed > 0).then_some(send), speech)
}

fn row(kept: &Kept, speech: &Speech) -> Markup {
    html! {
        li {
            @match &kept.name {
                Some(name) => a href=(routes::deal(kept.deal)) target="_blank" { (name) },
                None => b { "#" (kept.deal) },
            }
            span { (why(&kept.why, speech)) }
        }
    }
}

fn why(error: &desk::Error, speech: &Speech) -> String {
    match error {
        desk::Error::Conflict(conflict) => speech.t(&format!("conflict-{}", conflict.key())),
        desk::Error::Refused(findings) => {
            findings.iter().map(|found| said(&found.says, speech)).collect::<Vec<_>>().join(" ")
        }
        desk::Error::NextStepRequired { .. } => speech.t("bulk-next-step"),
        desk::Error::Invalid(faults) => {
            faults.iter().map(|fault| sentence(fault, speech)).collect::<Vec<_>>().join(" ")
        }
        desk::Error::Forbidden => speech.t("error-forbidden"),
        desk::Error::NotFound => speech.t("error-not-found"),
        _ => speech.t("stale"),
    }
}
