//! What holds a move back, how firmly, and what mends it.

use maud::{Markup, html};
use process::{Level, Mend, Need};

use crate::pages::activities;
use crate::pages::cases::field_key;
use crate::pages::known::{Known, said};
use crate::ui::{Icon, icon};
use crate::words::Speech;

/// Each with its sentence; a lock holds, a triangle only warns.
pub fn needs(needs: &[Need], known: &Known, speech: &Speech) -> Markup {
    html! {
        ul.holds role="list" {
            @for need in needs {
                li data-level=(if need.level == Level::Block { "block" } else { "warn" }) {
                    (icon(if need.level == Level::Block { Icon::Lock } else { Icon::Warning }))
                    div {
                        b { (said(&need.says, speech)) }
                        small { (firmness(need, speech)) @if need.stays_true { " · " (speech.t("process-need-lasts")) } @if let Some(mend) = &need.mend { " · " (mended(mend, known, speech)) } }
                    }
                }
            }
        }
    }
}

fn firmness(need: &Need, speech: &Speech) -> String {
    speech.t(match (need.level, need.firm) {
        (Level::Block, true) => "process-need-firm",
        (Level::Block, false) => "process-need-blocks",
        (Level::Warn, _) => "process-need-warns",
    })
}

/// Where it is mended: the act on the deal.
fn mended(mend: &Mend, known: &Known, speech: &Speech) -> String {
    let kinds = |types: &[String]| types.iter().map(|kind| known.kind(kind)).collect::<Vec<_>>().join(", ");
    match mend {
        Mend::Log { types, outcome: Some(outcome) } if types.is_empty() => {
            let outcome = activities::outcome(outcome, speech);
            speech.t_with("process-mend-outcome", &[("outcome", outcome.into())])
        }
        Mend::Log { types, .. } if types.is_empty() => speech.t("process-mend-log-any"),
        Mend::Log { types, .. } => speech.t_with("process-mend-log", &[("kinds", kinds(types).into())]),
        Mend::Plan { types } if types.is_empty() => speech.t("process-mend-plan-any"),
        Mend::Plan { types } => speech.t_with("process-mend-plan", &[("kinds", kinds(types).into())]),
        Mend::Fill { field } => {
            speech.t_with("process-mend-fill", &[("field", field_name(field, speech).into())])
        }
        Mend::WriteNote => speech.t("process-mend-note"),
        Mend::CloseTasks { .. } => speech.t("process-mend-tasks"),
        Mend::Strand { .. } => speech.t("process-mend-strand"),
        Mend::LinkContact => speech.t("process-mend-contact"),
        Mend::SeeDeals => speech.t("process-mend-deals"),
        Mend::Process { .. } => speech.t("process-mend-process"),
        Mend::Attach { kind, .. } => {
            let kind = kind.as_ref().map(|kind| known.title("document-kind", kind));
            let kind = kind.unwrap_or_else(|| speech.t("any-document"));
            speech.t_with("process-mend-attach", &[("kind", kind.into())])
        }
    }
}

/// A field of a record as forms call it.
pub fn field_name(field: &str, speech: &Speech) -> String {
    speech.t(&field_key(field))
}
