//! The head of a deal's page: title, facts, acts, the process bar.

use maud::{Markup, html};

use super::cards::money_full;
use super::list::ended;
use super::shown::Shown;
use crate::pages::cases::{segments, ways};
use crate::pages::known::said;
use crate::routes;
use crate::ui::{Button, Icon, Tone, chip, process_bar};
use crate::visitor::Visitor;

pub fn head(shown: &Shown, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (seen, deal) = (&shown.seen, &shown.seen.deal);
    let client = seen.company.as_ref().map(|link| (routes::company(link.id), &link.name));
    let client = client.or(seen.person.as_ref().map(|link| (routes::person(link.id), &link.name)));
    let money = money_full(deal.amount, deal.recurring, &deal.currency, speech);
    html! {
        div.record-head {
            div.record-title {
                h2 { (deal.name)
                    @if deal.status != "open" { " " (ended(&deal.status, speech)) }
                    @if deal.archived_at.is_some() { " " (chip(Tone::Plain, Some(Icon::Bin), &speech.t("status-archived"))) }
                }
                div.acts { (acts(shown, visitor)) }
            }
            dl.record-facts {
                @if let Some((href, name)) = client { div { dt { (speech.t("field-client")) } dd { a href=(href) { (name) } } } }
                div { dt { (speech.t("field-amount")) } dd { (money.unwrap_or_else(|| speech.t("not-set"))) } }
                div { dt { (speech.t("field-owner")) } dd { (seen.owner.name) } }
                div { dt { (speech.t("column-close")) } dd {
                    @if let Some(day) = deal.expected_close_on { (speech.day(day)) } @else { (speech.t("not-set")) }
                } }
            }
            (process_bar(&said(&shown.asked.ways.definition.title, speech), &segments(&shown.asked.ways, &seen.stays, speech), speech))
        }
    }
}

fn acts(shown: &Shown, visitor: &Visitor) -> Markup {
    let (speech, deal) = (&visitor.speech, &shown.seen.deal);
    let may = shown.asked.ways.may_write;
    let log = routes::new_activity(&format!("deal={}", deal.id), "log", "call");
    html! {
        @if may {
            (Button::plain(speech.t("log-call")).icon(Icon::Phone).opens(log).pressed_by("c"))
            @for refusal in ways::refusals(&shown.asked, visitor) { (refusal) }
            @if let Some(forward) = ways::forward(&shown.asked, visitor) { (forward) }
        }
    }
}
