//! Archived deals, companies and people, one kind at a time.

use axum::extract::{Query, State};
use desk::company::ListCompanies;
use desk::look::{Cursor, DealList, ListFilter, Sort};
use desk::person::ListPeople;
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::companies::At;
use crate::pages::companies::paging::{Place, ROWS};
use crate::routes;
use crate::ui::{Button, Crumb, Icon, Nav, Page, Tab, empty_state, pager, tabs};
use crate::visitor::Visitor;
use crate::words::Speech;

const KINDS: [(&str, &str); 3] =
    [("deals", "nav-deals"), ("companies", "nav-companies"), ("people", "nav-people")];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// `deals`, `companies` or `people`.
    kind: String,
}

/// Something put away.
struct Row {
    href: String,
    name: String,
    /// Whose it is, or whom it belongs to.
    about: String,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    Query(at): Query<At>,
) -> Answer {
    let kind = KINDS.iter().map(|(kind, _)| *kind).find(|kind| *kind == asked.kind).unwrap_or("deals");
    let place = Place::of(&at.after, &at.back);
    let found = match kind {
        "companies" => companies(&app, &visitor, &place).await,
        "people" => people(&app, &visitor, &place).await,
        _ => deals(&app, &visitor, &place).await,
    };
    let (rows, next) = found.map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let pages = place.pager(routes::ARCHIVE, &[("kind", kind)], rows.len(), next.as_ref(), speech);
    let body = html! {
        p.hint { (speech.t("archive-about")) }
        (tabs(&speech.t("archive-title"), &views(kind, speech)))
        @if rows.is_empty() { (empty_state(&speech.t("archive-none"), &speech.t("archive-none-detail"), &[])) }
        @else {
            section.panel { ul.panel-body.people role="list" { @for row in &rows { (line(row, kind, &visitor)) } } }
            (pager(&pages, speech))
        }
    };
    let mut page = Page::new(speech.t("archive-title"), Nav::Settings, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-settings"), href: "/settings".to_owned() }];
    Ok(visitor.page(&page))
}

fn views(chosen: &str, speech: &Speech) -> Vec<Tab> {
    let tab = |(kind, title): (&str, &str)| {
        Tab::new(speech.t(title), routes::query(routes::ARCHIVE, &[("kind", kind)]), kind == chosen)
    };
    KINDS.into_iter().map(tab).collect()
}

fn line(row: &Row, kind: &str, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let back = routes::query(routes::ARCHIVE, &[("kind", kind)]);
    html! {
        li {
            div {
                b { a href=(row.href) { (row.name) } }
                @if !row.about.is_empty() { small { (row.about) } }
            }
            form method="post" action=(routes::act(&row.href, "restore")) {
                (visitor.token())
                input type="hidden" name="back" value=(back);
                (Button::plain(speech.t("archive-restore")).icon(Icon::Undo).small().submit()
                    .attr("aria-label", speech.t_with("archive-restore-name", &[("name", row.name.as_str().into())])))
            }
        }
    }
}

type Found = desk::Result<(Vec<Row>, Option<Cursor>)>;

async fn deals(app: &App, visitor: &Visitor, place: &Place) -> Found {
    let look = DealList {
        filter: ListFilter { archived: true, ..ListFilter::default() },
        sort: Sort::Changed,
        desc: true,
        after: place.after(),
        limit: ROWS,
    };
    let seen = app.desk.read(visitor.actor(), look).await?;
    let row = |entry: desk::look::DealEntry| Row {
        href: routes::deal(entry.deal.id),
        about: entry.deal.company_name.or(entry.deal.person_name).unwrap_or_default(),
        name: entry.deal.name,
    };
    Ok((seen.deals.into_iter().map(row).collect(), seen.next))
}

async fn companies(app: &App, visitor: &Visitor, place: &Place) -> Found {
    let look =
        ListCompanies { archived: true, after: place.after(), limit: ROWS, ..ListCompanies::default() };
    let seen = app.desk.read(visitor.actor(), look).await?;
    let row = |row: desk::company::CompanyListRow| Row {
        href: routes::company(row.id),
        name: row.name,
        about: row.owner_name.unwrap_or_default(),
    };
    Ok((seen.rows.into_iter().map(row).collect(), seen.next))
}

async fn people(app: &App, visitor: &Visitor, place: &Place) -> Found {
    let look = ListPeople { archived: true, after: place.after(), limit: ROWS, ..ListPeople::default() };
    let seen = app.desk.read(visitor.actor(), look).await?;
    let row = |row: desk::person::PersonListRow| Row {
        href: routes::person(row.id),
        name: row.name,
        about: row.company_name.unwrap_or_default(),
    };
    Ok((seen.rows.into_iter().map(row).collect(), seen.next))
}
