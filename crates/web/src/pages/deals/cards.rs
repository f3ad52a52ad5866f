//! Deals as cards, and their money in words.

use desk::look::{self, CurrencyTotal, DealSeen, StepAhead};
use sales::activity::NextStep as State;

use crate::pages::known::Known;
use crate::routes;
use crate::ui::{self, Avatar, CardStanding, Icon, NextStep, Recurring, Tone, Worth, chip};
use crate::words::Speech;

/// A card of the board.
pub fn card(deal: &look::Card, known: &Known, speech: &Speech) -> ui::Card {
    let client = deal.company.as_ref().or(deal.person.as_ref());
    ui::Card {
        id: format!("deal-{}", deal.id),
        href: routes::deal(deal.id),
        moves: routes::moves(deal.id),
        company: client.map_or_else(|| deal.name.clone(), |link| link.name.clone()),
        what: deal.name.clone(),
        worth: worth(deal.amount, deal.recurring, &deal.currency, speech),
        next: next(Some(&deal.next_step), known),
        owner: Avatar::of(deal.owner.name.as_str()),
        chip: deal.is_rotting.then(|| quiet(deal.stage_entered_at, speech)),
        standing: CardStanding::Usual,
    }
}

/// The same made of a deal's page, to answer a move.
pub fn card_of(seen: &DealSeen, known: &Known, speech: &Speech) -> ui::Card {
    let client = seen.company.as_ref().or(seen.person.as_ref());
    let deal = &seen.deal;
    ui::Card {
        id: format!("deal-{}", deal.id),
        href: routes::deal(deal.id),
        moves: routes::moves(deal.id),
        company: client.map_or_else(|| deal.name.clone(), |link| link.name.clone()),
        what: deal.name.clone(),
        worth: worth(deal.amount, deal.recurring, &deal.currency, speech),
        next: next(seen.next_step.as_ref(), known),
        owner: Avatar::of(seen.owner.name.as_str()),
        chip: seen.is_rotting.then(|| quiet(deal.stage_entered_at, speech)),
        standing: CardStanding::Usual,
    }
}

fn quiet(since: jiff::Timestamp, speech: &Speech) -> maud::Markup {
    let days = speech.now.duration_since(since).as_secs() / 86_400;
    chip(Tone::Amber, Some(Icon::Clock), &speech.t_with("in-stage-days", &[("days", days.into())]))
}

pub fn worth(amount: Option<i64>, recurring: Option<i64>, currency: &str, speech: &Speech) -> Option<Worth> {
    let recurring = recurring.filter(|minor| *minor != 0);
    if amount.is_none() && recurring.is_none() {
        return None;
    }
    Some(Worth {
        once: amount.unwrap_or(0),
        currency: currency.to_owned(),
        recurring: recurring.map(|minor| Recurring { minor, every: speech.t("a-month") }),
    })
}

/// The next step in one line.
pub fn next(step: Option<&StepAhead>, known: &Known) -> NextStep {
    match step {
        Some(StepAhead { state, at: Some(at), kind, subject, .. }) if *state != State::Missing => {
            let what =
                known.activity(kind.as_deref().unwrap_or_default(), subject.as_deref().unwrap_or_default());
            NextStep::Planned { at: *at, what }
        }
        _ => NextStep::None,
    }
}

/// "£96,400 + £980/mo", each currency for itself.
pub fn sums(totals: &[CurrencyTotal], speech: &Speech) -> String {
    let one = |total: &CurrencyTotal| money_brief(total.amount, total.recurring, &total.currency, speech);
    let all: Vec<String> =
        totals.iter().filter(|total| total.amount != 0 || total.recurring != 0).map(one).collect();
    all.join(", ")
}

fn money_brief(once: i64, again: i64, currency: &str, speech: &Speech) -> String {
    let month = || format!("{}{}", speech.money_brief(again, currency), speech.t("a-month"));
    match (once, again) {
        (once, 0) => speech.money_brief(once, currency),
        (0, _) => month(),
        _ => format!("{} + {}", speech.money_brief(once, currency), month()),
    }
}

/// Money of a record in full; none where nothing is known.
pub fn money_full(
    amount: Option<i64>,
    recurring: Option<i64>,
    currency: &str,
    speech: &Speech,
) -> Option<String> {
    let once = amount.map(|minor| speech.money(minor, currency));
    let month = |minor: i64| format!("{}{}", speech.money(minor, currency), speech.t("a-month"));
    match (once, recurring.filter(|minor| *minor != 0)) {
        (Some(once), Some(again)) => Some(format!("{once} + {}", month(again))),
        (Some(once), None) => Some(once),
        (None, again) => again.map(month),
    }
}
