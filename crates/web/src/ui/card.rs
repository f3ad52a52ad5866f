//! A deal on the board: company, what, money, next step. The whole card is the link.

use maud::{Markup, html};

use super::avatar::{Avatar, avatar};
use super::next_step::{NextStep, next_step};
use crate::words::Speech;

/// Money of a deal in minor units, once and (perhaps) again every period.
#[derive(Debug, Clone)]
pub struct Worth {
    pub once: i64,
    /// ISO 4217.
    pub currency: String,
    pub recurring: Option<Recurring>,
}

/// What comes again: minor units and the words after them, such as "/mo".
#[derive(Debug, Clone)]
pub struct Recurring {
    pub minor: i64,
    pub every: String,
}

/// How a card stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardStanding {
    Usual,
    Chosen,
    /// Its move was refused; it went back.
    Refused,
}

/// A deal as its card shows it.
#[derive(Debug, Clone)]
pub struct Card {
    /// Unique on the page, such as "deal-42".
    pub id: String,
    pub href: String,
    /// Where a drop sends `stage`; also the address of the move menu.
    pub moves: String,
    pub company: String,
    pub what: String,
    pub worth: Option<Worth>,
    pub next: NextStep,
    pub owner: Avatar,
    /// At most one.
    pub chip: Option<Markup>,
    pub standing: CardStanding,
}

#[must_use]
pub fn card(deal: &Card, speech: &Speech) -> Markup {
    let standing = match deal.standing {
        CardStanding::Usual => None,
        CardStanding::Chosen => Some("chosen"),
        CardStanding::Refused => Some("refused"),
    };
    html! {
        li.card id=(deal.id) data-moves=(deal.moves) data-name=(deal.company) data-standing=[standing] {
            div.card-head {
                a.card-link href=(deal.href) title=(deal.company) { (deal.company) }
                (avatar(&deal.owner))
            }
            p.card-what title=(deal.what) { (deal.what) }
            @if deal.worth.is_some() || deal.chip.is_some() {
                p.card-money {
                    @if let Some(worth) = &deal.worth { (money(worth, speech)) }
                    @if let Some(chip) = &deal.chip { (chip) }
                }
            }
            p.card-next { (next_step(&deal.next, speech)) }
        }
    }
}

fn money(worth: &Worth, speech: &Speech) -> Markup {
    html! {
        span.figure title=(speech.money(worth.once, &worth.currency)) {
            b { (speech.money_short(worth.once, &worth.currency)) }
        }
        @if let Some(again) = &worth.recurring {
            span.again { "+\u{a0}" (speech.money_short(again.minor, &worth.currency)) (again.every) }
        }
    }
}

/// A stage of the board with its cards; `stage` is what a drop sends.
#[must_use]
pub fn column(stage: &str, name: &str, count: &str, sum: &str, chance: &str, cards: &Markup) -> Markup {
    html! {
        section.column data-stage=(stage) data-name=(name) aria-labelledby=(heading(stage)) {
            (column_head(stage, name, count, sum, chance))
            ul.cards role="list" data-cards="" { (cards) }
        }
    }
}

/// The head of a column alone, as the answer to a move swaps it.
#[must_use]
pub fn column_head(stage: &str, name: &str, count: &str, sum: &str, chance: &str) -> Markup {
    html! {
        header.column-head id=(format!("head-{stage}")) data-column-head="" {
            h2 id=(heading(stage)) { span.name title=(name) { (name) } " " span.count { (count) } }
            p title=(sum) { (chance) @if !sum.is_empty() { " · " (sum) } }
        }
    }
}

fn heading(stage: &str) -> String {
    format!("stage-{stage}")
}
