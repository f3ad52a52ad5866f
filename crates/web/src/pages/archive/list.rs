//! Archived deals, companies and people, one kind at a time.

use axum::extract::{Query, State};
use desk::company::ListCompanies;
use desk::look::{Cursor, DealList, ListFilter, Sort};
use desk::person::ListPeople;
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::clients::paging::{At, Place, ROWS};
use crate::pages::settings::frame::page;
use crate::routes;
use crate::ui::{Button, Icon, Tab, empty_state, pager, tabs};
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
    let place = at.place();
    let found = match kind {
        "companies" => companies(&app, &visitor, &place).await,
        "people" => people(&app, &visitor, &place).await,
        _ => deals(&app, &visitor, &place).await,
    };
    let (rows, next) = found.map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let pages = place.pager(routes::ARCHIVE, &[("kind", kind)], rows.len(), next.as_ref(), speech);
    let body = html! {
        (tabs(&speech.t("archive-title"), &views(kind, speech)))
        @if rows.is_empty() { (empty_state(&speech.t("archive-none"), &speech.t("archive-none-detail"), &[])) }
        @else {
            section.panel.rows-panel aria-label=(speech.t("archive-title")) {
                p.panel-note { (speech.t("archive-about")) }
                ul.row-list data-rows="archive" role="list" { @for row in &rows { (line(row, kind, &visitor)) } }
            }
            (pager(&pages, speech))
        }
    };
    Ok(visitor.page(&page("archive", &body, &visitor)))
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
        li.row {
            a.row-name href=(row.href) title=(row.name) { (row.name) }
            span.row-note { (row.about) }
            form.row-acts method="post" action=(routes::act(&row.href, "restore")) {
                (visitor.token())
                input type="hidden" name="back" value=(back);
                (Button::quiet(speech.t("archive-restore")).icon(Icon::Undo).small().submit()
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
