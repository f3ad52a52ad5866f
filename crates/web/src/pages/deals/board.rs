//! The board: a column for each open stage, cards to be moved.

use axum::extract::{Query, State};
use desk::look::{Board, BoardSeen, Column};
use desk::view::{ListViews, Noun};
use maud::{Markup, html};

use super::cards::{card, sums};
use super::column;
use super::query::DealQuery;
use super::tools::{self, Offers};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::{Known, said};
use crate::pages::views::{Views, bar};
use crate::posted::Form;
use crate::routes;
use crate::ui::{
    self, Begin, Button, Icon, MenuItem, Nav, Page, Tone, Width, chip, empty_state, filter_menu,
};
use crate::visitor::Visitor;
use crate::words::Speech;

const PATH: &str = "/deals";

/// Cards of a column before "more".
pub const PER_COLUMN: i64 = 25;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let query = DealQuery(Form(query));
    let board =
        Board { process: query.process(), filter: query.board_filter(&visitor), per_column: PER_COLUMN };
    let asked = (ListViews { noun: Noun::Deal }, board, Offers::asked());
    let (views, seen, offers) = match app.desk.read(visitor.actor(), asked).await {
        Ok(seen) => seen,
        Err(desk::Error::NotFound) if query.process().is_none() => {
            return Ok(visitor.page(&no_process(&visitor)));
        }
        Err(error) => return Err(Trouble::from(error).told(&visitor)),
    };
    let views = Views::of(views, Noun::Deal, true, &query.0.0);
    if let Some(first) = views.begin() {
        return Ok(first);
    }
    let offers = Offers::of(offers, &visitor);
    Ok(visitor.page(&page(&seen, &query, &offers, &views, &visitor)))
}

fn no_process(visitor: &Visitor) -> Page {
    let speech = &visitor.speech;
    let ways = [Begin {
        icon: Icon::Flow,
        title: speech.t("begin-process"),
        detail: speech.t("begin-process-detail"),
        href: "/process".to_owned(),
    }];
    Page::new(
        speech.t("nav-deals"),
        Nav::Deals,
        empty_state(&speech.t("no-process"), &speech.t("no-process-detail"), &ways),
    )
}

fn page(seen: &BoardSeen, query: &DealQuery, offers: &Offers, views: &Views, visitor: &Visitor) -> Page {
    let speech = &visitor.speech;
    let is_empty = seen.columns.iter().all(|column| column.totals.deals() == 0);
    let body = html! {
        (bar(views, visitor))
        (toolbar(seen, query, offers, visitor))
        @if is_empty && !query.is_narrowed() { (nothing_yet(speech)) }
        @else { (columns(seen, query, offers, visitor)) }
    };
    let mut page = Page::new(said(&seen.process.title, speech), Nav::Deals, body);
    page.width = Width::Board;
    page.live = Some("deals".to_owned());
    page.about = Some(all_sums(seen, speech));
    page.actions = html! { (new_deal(speech)) };
    page
}

pub fn new_deal(speech: &Speech) -> Button {
    Button::main(speech.t("new-deal")).icon(Icon::Plus).href(routes::new_deal())
}

pub fn nothing_yet(speech: &Speech) -> Markup {
    let begin = |icon, title, detail, href: &str| Begin {
        icon,
        title: speech.t(title),
        detail: speech.t(detail),
        href: href.to_owned(),
    };
    let ways = [
        begin(Icon::Plus, "new-deal", "begin-deal-detail", &routes::new_deal()),
        begin(Icon::Import, "begin-import", "begin-import-detail", "/import"),
    ];
    empty_state(&speech.t("no-deals"), &speech.t("no-deals-detail"), &ways)
}

fn toolbar(seen: &BoardSeen, query: &DealQuery, offers: &Offers, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        div.toolbar.one-line {
            (tools::views(PATH, query, speech))
            @if seen.processes.len() > 1 { (processes(seen, query, speech)) }
            (tools::filters(PATH, query, offers, visitor))
            (won(seen, speech))
        }
    }
}

fn processes(seen: &BoardSeen, query: &DealQuery, speech: &Speech) -> Markup {
    let item = |process: &desk::look::ProcessTitle| MenuItem {
        chosen: process.key == seen.process.key,
        ..MenuItem::link(said(&process.title, speech), query.with(PATH, "process", &process.key))
    };
    let items: Vec<MenuItem> = seen.processes.iter().map(item).collect();
    filter_menu(Some(Icon::Flow), &speech.t("process"), &said(&seen.process.title, speech), false, &items)
}

/// "28 open · £350,520 + £24,442/mo", beside the title.
fn all_sums(seen: &BoardSeen, speech: &Speech) -> String {
    let mut totals: Vec<desk::look::CurrencyTotal> = Vec::new();
    for total in seen.columns.iter().flat_map(|column| &column.totals.by_currency) {
        match totals.iter_mut().find(|sum| sum.currency == total.currency) {
            Some(sum) => {
                sum.deals += total.deals;
                sum.amount += total.amount;
                sum.recurring += total.recurring;
            }
            None => totals.push(total.clone()),
        }
    }
    let count: i64 = totals.iter().map(|total| total.deals).sum();
    let (open, sum) = (speech.t_with("open-count", &[("count", count.into())]), sums(&totals, speech));
    if sum.is_empty() { open } else { format!("{open} · {sum}") }
}

fn won(seen: &BoardSeen, speech: &Speech) -> Markup {
    let won = &seen.won_this_month.by_currency;
    let count: i64 = won.iter().map(|total| total.deals).sum();
    let words = [("count", count.into()), ("sum", sums(won, speech).into())];
    html! {
        @if count > 0 {
            div.toolbar-end { (chip(Tone::Green, Some(Icon::Check), &speech.t_with("won-this-month", &words))) }
        }
    }
}

fn columns(seen: &BoardSeen, query: &DealQuery, offers: &Offers, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        div.board data-board="" tabindex="0" role="region" aria-label=(speech.t("view-board")) {
            @for one in &seen.columns {
                (ui::column(&one.stage, &said(&one.title, speech), &count(one, speech), &sums(&one.totals.by_currency, speech),
                    &speech.percent(i64::from(one.probability)), &html! {
                    @for deal in &one.cards.cards { (ui::card(&card(deal, &offers.known, speech), speech)) }
                    (column::more(one.cards.next.as_ref(), &one.stage, query, speech))
                }))
            }
        }
    }
}

fn count(one: &Column, speech: &Speech) -> String {
    let count = speech.number(one.totals.deals());
    if one.totals.is_more { format!("{count}+") } else { count }
}

/// The head of a stage's column as it is now, to be swapped after a move.
pub fn head(one: &Column, speech: &Speech) -> Markup {
    let title = said(&one.title, speech);
    let chance = speech.percent(i64::from(one.probability));
    ui::column_head(&one.stage, &title, &count(one, speech), &sums(&one.totals.by_currency, speech), &chance)
}

/// Cards of a column with the words of their kinds.
pub fn cards_of(cards: &desk::look::Cards, known: &Known, speech: &Speech) -> Markup {
    html! { @for deal in &cards.cards { (ui::card(&card(deal, known, speech), speech)) } }
}
