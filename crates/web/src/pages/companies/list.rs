//! The list of companies.

use axum::extract::{Query, State};
use desk::company::{Companies, CompanyListRow, ListCompanies, SortBy};
use maud::{Markup, html};
use serde::Deserialize;

use super::filter::{Asked, filter_form, heads};
use super::paging::{Place, ROWS};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::Known;
use crate::routes;
use crate::ui::{Avatar, Begin, Button, Column, Icon, Nav, Page, avatar, empty_state, pager, table_head};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Where the page begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct At {
    pub after: String,
    pub back: String,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    Query(at): Query<At>,
) -> Answer {
    let place = Place::of(&at.after, &at.back);
    let look = ListCompanies {
        text: asked.q.clone(),
        owner: asked.owner(),
        sort: if asked.is_newest() { SortBy::Created } else { SortBy::Name },
        desc: asked.is_newest() || asked.is_falling(),
        after: place.after(),
        limit: ROWS,
        ..ListCompanies::default()
    };
    let seen =
        app.desk.read(visitor.actor(), look).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    let known = Known::load(&app, &visitor, Vec::new()).await?;
    let speech = &visitor.speech;
    let body = html! {
        @if !seen.rows.is_empty() || asked.narrows() {
            (filter_form(routes::COMPANIES, &asked, &known.members(), &speech.t("list-begins"), speech))
        }
        @if seen.rows.is_empty() { (nothing(&asked, speech)) }
        @else { (table(&seen, &asked, &place, speech)) }
    };
    let mut page = Page::new(speech.t("nav-companies"), Nav::Companies, body);
    page.actions = html! {
        (Button::main(speech.t("company-new")).icon(Icon::Plus).href(routes::act(routes::COMPANIES, "new")))
    };
    Ok(visitor.page(&page))
}

fn table(seen: &Companies, asked: &Asked, place: &Place, speech: &Speech) -> Markup {
    let pages = place.pager(routes::COMPANIES, &asked.pairs(), seen.rows.len(), seen.next.as_ref(), speech);
    html! {
        div.list.folds data-list="" {
            table {
                (table_head(&columns(asked, speech), false, speech))
                tbody { @for row in &seen.rows { (line(row, speech)) } }
            }
        }
        (pager(&pages, speech))
    }
}

fn columns(asked: &Asked, speech: &Speech) -> Vec<Column> {
    let plain = |name: &str, figures| Column { name: speech.t(name), figures, sort: None, order: None };
    let [name] = heads(routes::COMPANIES, asked, speech.t("list-name"));
    vec![
        name,
        plain("field-industry", false),
        plain("field-parent", false),
        plain("field-employees", true),
        plain("list-open-deals", true),
        plain("field-owner", false),
    ]
}

fn line(row: &CompanyListRow, speech: &Speech) -> Markup {
    let industry = row.industry.as_deref().unwrap_or_default();
    let parent = row.parent_name.as_deref().unwrap_or_default();
    html! {
        tr {
            td.name { a href=(routes::company(row.id)) { (row.name) } }
            td.clip title=(industry) { (industry) }
            td.clip title=(parent) { (parent) }
            td.figures { @if let Some(count) = row.employees { (speech.number(count)) } }
            td.figures { @if row.open_deals > 0 { (speech.number(row.open_deals)) } }
            td {
                @match &row.owner_name {
                    Some(name) => (avatar(&Avatar::of(name))),
                    None => (speech.t("company-everyone")),
                }
            }
        }
    }
}

fn nothing(asked: &Asked, speech: &Speech) -> Markup {
    let way = |icon, title: String, detail: String, href: String| Begin { icon, title, detail, href };
    if asked.narrows() {
        let search = speech.t_with("companies-search-instead", &[("words", asked.q.as_str().into())]);
        let search =
            way(Icon::Search, search, speech.t("find-hint"), routes::query("/search", &[("q", &asked.q)]));
        let clear = way(Icon::List, speech.t("companies-clear"), String::new(), routes::COMPANIES.to_owned());
        let ways = if asked.q.is_empty() { vec![clear] } else { vec![search, clear] };
        return empty_state(
            &speech.t("companies-none-found"),
            &speech.t("companies-none-found-detail"),
            &ways,
        );
    }
    let ways = [
        way(
            Icon::Plus,
            speech.t("company-new"),
            speech.t("company-new-detail"),
            routes::act(routes::COMPANIES, "new"),
        ),
        way(
            Icon::Import,
            speech.t("company-import"),
            speech.t("company-import-detail"),
            "/import".to_owned(),
        ),
    ];
    empty_state(&speech.t("companies-none"), &speech.t("companies-none-detail"), &ways)
}
