//! Deals as a list: sorted, filtered, page by page.

use axum::extract::{Query, State};
use desk::look::{DealEntry, DealList, DealPageful, OpenStages};
use desk::view::{ListViews, Noun};
use maud::{Markup, html};
use sales::Owners;

use super::board::{new_deal, nothing_yet};
use super::bulk;
use super::cards::sums;
use super::columns::{self, DealColumn};
use super::query::DealQuery;
use super::tools::{self, Offers};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::said;
use crate::pages::views::{Views, bar};
use crate::posted::Form;
use crate::ui::{Button, Column, Icon, MenuItem, Nav, Page, Pager, Tone, bulk_bar, chip, pager, table_head};
use crate::visitor::Visitor;
use crate::words::Speech;

pub const PATH: &str = "/deals/list";
const LIMIT: i64 = 50;
const STATUSES: [&str; 6] = ["open", "won", "lost", "closed", "any", "archived"];

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let query = DealQuery(Form(query));
    let list = DealList {
        filter: query.list_filter(&visitor),
        sort: query.sort(),
        desc: query.is_falling(),
        after: query.after(),
        limit: LIMIT,
    };
    let stages = OpenStages { process: query.process() };
    let asked = (ListViews { noun: Noun::Deal }, (list, stages), Offers::asked());
    let (views, (seen, stages), offers) = app.desk.read(visitor.actor(), asked).await.map_err(told)?;
    let views = Views::of(views, Noun::Deal, false, &query.0.0);
    if let Some(first) = views.begin() {
        return Ok(first);
    }
    let offers = Offers::of(offers, &visitor);
    let speech = &visitor.speech;
    let stages: Vec<(String, String)> =
        stages.into_iter().map(|(key, title)| (key, said(&title, speech))).collect();
    let body = html! {
        (bar(&views, &visitor))
        (body(&seen, &query, &offers, &stages, &visitor))
    };
    let mut page = Page::new(speech.t("nav-deals"), Nav::Deals, body);
    page.live = Some("deals".to_owned());
    page.actions = html! { (new_deal(speech)) };
    Ok(visitor.page(&page))
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
    let shown = columns::shown(query);
    let heads: Vec<Column> = shown.iter().map(|column| column.head(query, speech)).collect();
    html! {
        div.toolbar {
            (tools::views(PATH, query, speech))
            (status(query, speech))
            (stage(query, stages, speech))
            (tools::filters(PATH, query, offers, visitor))
            div.toolbar-end { (columns::menu(query, speech)) (Button::quiet("CSV").icon(Icon::Export).href(query.here("/deals.csv"))) }
        }
        @if seen.deals.is_empty() && is_first && !query.is_narrowed() { (nothing_yet(speech)) }
        @else if seen.deals.is_empty() { p.nothing { (speech.t("none-match")) } }
        @else {
            @let writes = visitor.actor().writes != Owners::Only(Vec::new());
            form.stack method="post" action=(bulk::PATH) data-list="" data-hx-post=(bulk::PATH)
                data-hx-target="#dialogs" data-hx-swap="beforeend" {
                (visitor.token())
                input type="hidden" name="query" value=(query.here("").trim_start_matches('?'));
                div.list.folds {
                    table {
                        (table_head(&heads, writes, speech))
                        tbody { @for entry in &seen.deals { (row(entry, &shown, writes, offers, speech)) } }
                        tfoot { (foot(seen, shown.len() + usize::from(writes), query, speech)) }
                    }
                }
                @if writes { (many(seen, query, speech)) }
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

/// What may be done with the rows that are ticked.
fn many(seen: &DealPageful, query: &DealQuery, speech: &Speech) -> Markup {
    let is_part = seen.next.is_some() || query.after().is_some();
    let wider = html! {
        @if is_part {
            label.bulk-all {
                input type="checkbox" name="all";
                (speech.t_with("bulk-all", &[("most", desk::bulk::MOST.into())]))
            }
        }
    };
    let act =
        |change: &str| Button::plain(speech.t(&format!("bulk-{change}"))).small().submit_as("change", change);
    bulk_bar(0, &wider, &["assign", "set", "move", "archive"].map(act), speech)
}

fn row(entry: &DealEntry, columns: &[DealColumn], ticks: bool, offers: &Offers, speech: &Speech) -> Markup {
    let deal = &entry.deal;
    html! {
        tr {
            @if ticks {
                td.tick-cell {
                    input type="checkbox" name="deal" value=(deal.id) data-select="" autocomplete="off"
                        aria-label=(speech.t_with("select-row", &[("name", deal.name.as_str().into())]));
                }
            }
            @for (place, column) in columns.iter().enumerate() { (column.cell(entry, place == 0, ticks, offers, speech)) }
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

fn foot(seen: &DealPageful, columns: usize, query: &DealQuery, speech: &Speech) -> Markup {
    let count: Option<i64> = seen.totals.as_ref().map(|totals| totals.iter().map(|total| total.deals).sum());
    let pages = Pager {
        previous: query.after().map(|_| query.here(PATH)),
        next: seen.next.as_ref().map(|next| query.with(PATH, "after", &next.0)),
        showing: speech.t_with("showing", &[("count", seen.deals.len().into())]),
    };
    html! {
        tr {
            td colspan=(columns) {
                div.list-foot {
                    @if let Some(count) = count { span { (speech.t_with("open-deals", &[("count", count.into())])) } }
                    @if let Some(totals) = &seen.totals { span { (sums(totals, speech)) } }
                    (pager(&pages, speech))
                }
            }
        }
    }
}
