//! A record that was found: its drawing, its name, and the facts that tell it from its namesakes.

use desk::search::{Found, FoundDeal};
use maud::{Markup, html};

use super::places::{address, drawing};
use crate::pages::known::said;
use crate::routes;
use crate::ui::{Avatar, Icon, Tone, avatar, chip, icon, marked};
use crate::words::Speech;

pub(super) struct Row {
    icon: Icon,
    href: String,
    name: String,
    /// Under the name: a deal's client, a person's company, a company's address.
    about: Option<String>,
    /// Where a deal stands, what it is worth and whose it is.
    deal: Option<DealFacts>,
}

struct DealFacts {
    stage: Markup,
    worth: String,
    owner: Avatar,
}

impl Row {
    pub(super) fn record(found: Found) -> Row {
        Row {
            icon: drawing(&found.kind),
            href: address(&found),
            name: found.title,
            about: found.subtitle,
            deal: None,
        }
    }

    pub(super) fn deal(found: FoundDeal, speech: &Speech) -> Row {
        let title = said(&found.stage_title, speech);
        let deal = found.deal;
        let stage = match deal.status.as_str() {
            "won" => chip(Tone::Green, Some(Icon::Check), &title),
            "lost" => chip(Tone::Plain, Some(Icon::Cross), &title),
            _ => html! { (title) },
        };
        let worth = deal.amount.map(|minor| speech.money(minor, &deal.currency)).unwrap_or_default();
        let facts = DealFacts { stage, worth, owner: Avatar::of(deal.owner_name) };
        Row {
            icon: drawing("deal"),
            href: routes::deal(deal.id),
            name: deal.name,
            about: deal.company_name.or(deal.person_name),
            deal: Some(facts),
        }
    }
}

/// The row, with what was typed marked.
pub(super) fn row(one: &Row, words: &str) -> Markup {
    html! {
        li {
            (icon(one.icon))
            div {
                a href=(one.href) { (marked(&one.name, words)) }
                @if let Some(about) = &one.about { small { (marked(about, words)) } }
            }
            @if let Some(deal) = &one.deal {
                span.found-stage { (deal.stage) }
                span.found-worth { (deal.worth) }
                (avatar(&deal.owner))
            }
        }
    }
}
