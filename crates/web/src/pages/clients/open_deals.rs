//! The open deals of a client, the soonest next step first.

use desk::look::{Card, Of, OpenDealsOf, StageTitles};
use maud::{Markup, html};

use crate::app::App;
use crate::pages::known::{Known, said};
use crate::routes;
use crate::ui::{self, Avatar, Button, Icon, NextStep, avatar, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Shown at once; the rest is a list of its own.
const SHOWN: i64 = 10;

/// The panel; `new_deal` is where another begins if the visitor may make one.
pub(in crate::pages) async fn open_deals(
    app: &App,
    visitor: &Visitor,
    known: &Known,
    of: Of,
    new_deal: Option<&str>,
) -> desk::Result<Markup> {
    let seen = app.desk.read(visitor.actor(), OpenDealsOf { of, after: None, limit: SHOWN }).await?;
    let stages = app.desk.read(visitor.actor(), StageTitles).await?;
    let speech = &visitor.speech;
    let stage =
        |card: &Card| stages.get(&card.stage).map_or_else(|| card.stage.clone(), |title| said(title, speech));
    let body = html! {
        @if seen.deals.is_empty() { p.hint { (speech.t("client-deals-none")) } }
        @else {
            ul.task-list.client-deals role="list" {
                @for card in &seen.deals { (row(card, &stage(card), known, speech)) }
            }
        }
        a.client-all href=(all_deals(of)) { (speech.t("client-deals-all")) }
    };
    let add = html! {
        @if let Some(address) = new_deal {
            (Button::quiet(speech.t("client-new-deal")).bare(Icon::Plus).small().opens(address))
        }
    };
    let count = match seen.next {
        None if seen.deals.is_empty() => None,
        None => Some(seen.deals.len().to_string()),
        Some(_) => Some(speech.t_with("client-deals-first", &[("count", SHOWN.into())])),
    };
    Ok(panel(&speech.t("client-deals"), count.as_deref(), &add, &body))
}

/// The list of every deal of the client, open or over.
fn all_deals(of: Of) -> String {
    let (noun, id) = match of {
        Of::Deal(id) => ("deal", id),
        Of::Company(id) => ("company", id),
        Of::Person(id) => ("person", id),
    };
    routes::query("/deals/list", &[(noun, &id.to_string()), ("status", "any")])
}

fn row(card: &Card, stage: &str, known: &Known, speech: &Speech) -> Markup {
    let next = match (card.next_step.at, &card.next_step.kind) {
        (Some(at), kind) => {
            let subject = card.next_step.subject.as_deref().unwrap_or_default();
            NextStep::Planned { at, what: known.activity(kind.as_deref().unwrap_or_default(), subject) }
        }
        (None, _) => NextStep::None,
    };
    html! {
        li.task-row {
            span.task-kind { (ui::icon(Icon::Board)) }
            div.task-words {
                a href=(routes::deal(card.id)) title=(card.name) { (card.name) }
                small {
                    (stage)
                    @if let Some(amount) = card.amount { " · " (speech.money(amount, &card.currency)) }
                    @if let Some(again) = card.recurring {
                        " + " (speech.money(again, &card.currency)) (speech.t("a-month"))
                    }
                }
            }
            (ui::next_step(&next, speech))
            (avatar(&Avatar::of(&card.owner.name)))
        }
    }
}
