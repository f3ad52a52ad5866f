//! The list of people.

use axum::extract::{Query, State};
use desk::person::{ListPeople, People, PersonListRow};
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::companies::At;
use crate::pages::companies::contact::{mails, phones};
use crate::pages::companies::filter::{Asked, filter_form, heads};
use crate::pages::companies::paging::{Place, ROWS};
use crate::pages::known::Known;
use crate::routes;
use crate::ui::{Avatar, Begin, Button, Column, Icon, Nav, Page, avatar, empty_state, pager, table_head};
use crate::visitor::Visitor;
use crate::words::Speech;

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    Query(at): Query<At>,
) -> Answer {
    let place = Place::of(&at.after, &at.back);
    let look = ListPeople {
        text: asked.q.clone(),
        owner: asked.owner(),
        newest: asked.is_newest(),
        after: place.after(),
        limit: ROWS,
        ..ListPeople::default()
    };
    let seen =
        app.desk.read(visitor.actor(), look).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    let known = Known::load(&app, &visitor, Vec::new()).await?;
    let speech = &visitor.speech;
    let body = html! {
        @if !seen.rows.is_empty() || asked.narrows() {
            (filter_form(routes::PEOPLE, &asked, &known.members(), &speech.t("people-begins"), speech))
        }
        @if seen.rows.is_empty() { (nothing(&asked, speech)) }
        @else { (table(&seen, &asked, &place, speech)) }
    };
    let mut page = Page::new(speech.t("nav-people"), Nav::People, body);
    page.actions = html! {
        (Button::main(speech.t("person-new")).icon(Icon::Plus).href(routes::act(routes::PEOPLE, "new")))
    };
    Ok(visitor.page(&page))
}

fn table(seen: &People, asked: &Asked, place: &Place, speech: &Speech) -> Markup {
    let pages = place.pager(routes::PEOPLE, &asked.pairs(), seen.rows.len(), seen.next.as_ref(), speech);
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
    let plain = |name: &str| Column { name: speech.t(name), figures: false, sort: None, order: None };
    let [mut name] = heads(routes::PEOPLE, asked, speech.t("person-name"));
    if asked.sort.is_empty() {
        // People are listed by name one way, or the newest first.
        name.sort = None;
    }
    vec![
        name,
        plain("person-company"),
        plain("person-role"),
        plain("field-mails"),
        plain("field-phones"),
        plain("field-owner"),
    ]
}

fn line(row: &PersonListRow, speech: &Speech) -> Markup {
    let role = row.role.as_deref().unwrap_or_default();
    let first = |lines: &str| lines.lines().next().unwrap_or_default().to_owned();
    html! {
        tr {
            td.name { a href=(routes::person(row.id)) { (row.name) } }
            td.clip {
                @if let (Some(id), Some(name)) = (row.company_id, &row.company_name) {
                    a href=(routes::company(id)) title=(name) { (name) }
                }
            }
            td.clip title=(role) { (role) }
            td.clip title=(row.mails) { (mails(&first(&row.mails))) }
            td { (phones(&first(&row.phones))) }
            td {
                @match &row.owner_name {
                    Some(name) => (avatar(&Avatar::of(name))),
                    None => (speech.t("person-everyone")),
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
        let clear = way(Icon::List, speech.t("people-clear"), String::new(), routes::PEOPLE.to_owned());
        let ways = if asked.q.is_empty() { vec![clear] } else { vec![search, clear] };
        return empty_state(&speech.t("people-none-found"), &speech.t("companies-none-found-detail"), &ways);
    }
    let new = routes::act(routes::PEOPLE, "new");
    let ways = [
        way(Icon::Plus, speech.t("person-new"), speech.t("person-new-detail"), new),
        way(Icon::Import, speech.t("person-import"), speech.t("company-import-detail"), "/import".to_owned()),
    ];
    empty_state(&speech.t("people-none"), &speech.t("people-none-detail"), &ways)
}
