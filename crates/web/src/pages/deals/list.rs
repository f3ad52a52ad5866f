//! Deals as a list: sorted, filtered, page by page.

use axum::extract::{Query, State};
use desk::look::{Board, DealEntry, DealList, DealPageful, Sort};
use maud::{Markup, html};

use super::board::{new_deal, nothing_yet};
use super::cards::{next, sums};
use super::query::DealQuery;
use super::tools::{self, Offers};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::said;
use crate::posted::Form;
use crate::routes;
use crate::ui::{
    Avatar, Button, Column, Icon, MenuItem, Nav, Order, Page, Pager, Tone, avatar, chip, next_step, pager,
    table_head,
};
use crate::visitor::Visitor;
use crate::words::Speech;

const PATH: &str = "/deals/list";
const LIMIT: i64 = 50;
const STATUSES: [&str; 6] = ["open", "won", "lost", "closed", "any", "archived"];

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let query = DealQuery(Form(query));
    let asked = DealList {
        filter: query.list_filter(&visitor),
        sort: query.sort(),
        desc: query.is_falling(),
        after: query.after(),
        limit: LIMIT,
    };
    let seen = app.desk.read(visitor.actor(), asked).await.map_err(told)?;
    let offers = Offers::load(&app, &visitor).await.map_err(told)?;
    let stages = stages(&app, &visitor, &query).await;
    let speech = &visitor.speech;
    let mut page =
        Page::new(speech.t("nav-deals"), Nav::Deals, body(&seen, &query, &offers, &stages, &visitor));
    page.actions = html! { (new_deal(speech)) };
    Ok(visitor.page(&page))
}

/// Open stages to filter by, of the process asked for or the first one.
async fn stages(app: &App, visitor: &Visitor, query: &DealQuery) -> Vec<(String, String)> {
    let asked =
        Board { process: query.process(), filter: DealQuery::default().board_filter(visitor), per_column: 1 };
    let seen = app.desk.read(visitor.actor(), asked).await;
    let named = |column: desk::look::Column| (column.stage, said(&column.title, &visitor.speech));
    seen.map(|seen| seen.columns.into_iter().map(named).collect()).unwrap_or_default()
}

fn body(
    seen: &DealPageful,
    query: &DealQuery,
    offers: &Offers,
    stages: &[(String, String)],
    visitor: &Visitor,
) -> Markup {
    let speech = &visitor.speech;
    let is_first = query.after().is_none();
    html! {
        div.toolbar {
            (tools::views(PATH, query, speech))
            (status(query, speech))
            (stage(query, stages, speech))
            (tools::filters(PATH, query, offers, visitor))
            div.toolbar-end { (Button::quiet("CSV").icon(Icon::Export).href(query.here("/deals.csv"))) }
        }
        @if seen.deals.is_empty() && is_first && !query.is_narrowed() { (nothing_yet(speech)) }
        @else if seen.deals.is_empty() { p.nothing { (speech.t("none-match")) } }
        @else {
            div.list.folds data-list="" {
                table {
                    (table_head(&columns(query, speech), false, speech))
                    tbody { @for entry in &seen.deals { (row(entry, offers, speech)) } }
                    tfoot { (foot(seen, query, speech)) }
                }
            }
        }
    }
}

fn status(query: &DealQuery, speech: &Speech) -> Markup {
    let now = query.status();
    let item = |status: &&str| MenuItem {
        chosen: *status == now,
        ..MenuItem::link(speech.t(&format!("status-{status}")), query.with(PATH, "status", status))
    };
    tools::menu(&speech.t("field-status"), query.text("status"), STATUSES.iter().map(item).collect())
}

fn stage(query: &DealQuery, stages: &[(String, String)], speech: &Speech) -> Markup {
    let now = query.text("stage");
    let all = MenuItem {
        chosen: now.is_empty(),
        ..MenuItem::link(speech.t("stage-all"), query.with(PATH, "stage", ""))
    };
    let item = |(key, title): &(String, String)| MenuItem {
        chosen: key == now,
        ..MenuItem::link(title, query.with(PATH, "stage", key))
    };
    let items = std::iter::once(all).chain(stages.iter().map(item)).collect();
    tools::menu(&speech.t("field-stage"), now, items)
}

fn columns(query: &DealQuery, speech: &Speech) -> Vec<Column> {
    let now = query.sort();
    let sorted = |name: &str, figures: bool, sort: Sort| {
        let is_now = now == sort;
        let falls = is_now && !query.is_falling();
        let order = if query.is_falling() { Order::Falling } else { Order::Rising };
        Column {
            name: speech.t(name),
            figures,
            sort: Some(query.with_all(PATH, &[("sort", sort.key()), ("desc", if falls { "1" } else { "" })])),
            order: is_now.then_some(order),
        }
    };
    let plain = |name: &str, figures| Column { name: speech.t(name), figures, sort: None, order: None };
    vec![
        plain("field-client", false),
        sorted("field-deal-name", false, Sort::Name),
        sorted("field-stage", false, Sort::Stage),
        sorted("column-once", true, Sort::Amount),
        plain("column-monthly", true),
        sorted("next-step", false, Sort::NextStep),
        sorted("column-close", true, Sort::ExpectedClose),
        plain("field-owner", false),
    ]
}

fn row(entry: &DealEntry, offers: &Offers, speech: &Speech) -> Markup {
    let deal = &entry.deal;
    let client = deal.company_name.as_ref().or(deal.person_name.as_ref()).unwrap_or(&deal.name);
    let money = |minor: Option<i64>| {
        minor.map_or_else(|| "–".to_owned(), |minor| speech.money(minor, &deal.currency))
    };
    html! {
        tr {
            td.name { a href=(routes::deal(deal.id)) { (client) } }
            td.clip title=(deal.name) { (deal.name) }
            td.stage { (said(&entry.stage_title, speech)) }
            td.figures data-none[deal.amount.is_none()] { (money(deal.amount)) }
            td.figures data-none[deal.recurring.is_none()] { (money(deal.recurring)) }
            td { @match &entry.next_step {
                Some(step) => (next_step(&next(Some(step), &offers.known), speech)),
                None => (ended(&deal.status, speech)),
            } }
            td.figures { @if let Some(day) = deal.expected_close_on { time datetime=(day) title=(speech.day_full(day)) { (speech.day(day)) } } @else { "–" } }
            td { (avatar(&Avatar::of(deal.owner_name.as_str()))) }
        }
    }
}

/// How a deal ended, as a chip.
pub fn ended(status: &str, speech: &Speech) -> Markup {
    match status {
        "won" => chip(Tone::Green, Some(Icon::Check), &speech.t("status-won")),
        "lost" => chip(Tone::Plain, Some(Icon::Cross), &speech.t("status-lost")),
        other => chip(Tone::Plain, None, &speech.t(&format!("status-{other}"))),
    }
}

fn foot(seen: &DealPageful, query: &DealQuery, speech: &Speech) -> Markup {
    let count: Option<i64> = seen.totals.as_ref().map(|totals| totals.iter().map(|total| total.deals).sum());
    let pages = Pager {
        previous: query.after().map(|_| query.here(PATH)),
        next: seen.next.as_ref().map(|next| query.with(PATH, "after", &next.0)),
        showing: speech.t_with("showing", &[("count", seen.deals.len().into())]),
    };
    html! {
        tr {
            td colspan="3" { @if let Some(count) = count { (speech.t_with("open-deals", &[("count", count.into())])) } }
            td.figures colspan="2" { @if let Some(totals) = &seen.totals { (sums(totals, speech)) } }
            td colspan="3" { (pager(&pages, speech)) }
        }
    }
}
