//! A deal's page: where it stands, what is missing to go on, what happened, what is known.

use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use desk::look::Of;
use maud::html;

use super::head::head;
use super::shown::Shown;
use super::side;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::cases::{Mending, findings, step, strands, tasks, ways};
use crate::pages::files::{FilesPanel, Wanted};
use crate::pages::timeline::{self, Timeline};
use crate::routes;
use crate::ui::{Crumb, Icon, MenuItem, Nav, Page, menu};
use crate::visitor::Visitor;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(query): Query<timeline::Asked>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let shown = Shown::load(&app, &visitor, id).await.map_err(told)?;
    let timeline = Timeline::load(&app, &visitor, Of::Deal(id), query).await.map_err(told)?;
    if timeline.goes_on(&visitor) {
        return Ok(timeline.entries(&shown.asked.known, shown.seen.may_write, &visitor).into_response());
    }
    let files = FilesPanel::load(&app, &visitor, Of::Deal(id), None, &wanted.paper()).await.map_err(told)?;
    Ok(visitor.page(&page(&shown, &timeline, &files, &visitor)))
}

fn page(shown: &Shown, timeline: &Timeline, files: &FilesPanel, visitor: &Visitor) -> Page {
    let (speech, deal, asked) = (&visitor.speech, &shown.seen.deal, &shown.asked);
    let back = routes::deal(deal.id);
    let mending = Mending { about: &asked.about, known: &asked.known, speech, back: &back };
    let writes = shown.seen.may_write && deal.archived_at.is_none();
    let body = html! {
        div.with-side {
            div.stack {
                @if deal.status == "open" { (step(&asked.about, &asked.known, visitor)) }
                (ways::to_go_on(asked, &mending, visitor))
                (ways::others(asked, visitor))
                (strands::strands(asked, visitor))
                (findings(&shown.seen.findings, visitor))
                (timeline.panel(&asked.known, writes, visitor))
            }
            div.stack {
                (side::about(shown, visitor))
                (side::people(shown, visitor))
                (side::lines(shown, visitor))
                (tasks(&asked.about, &shown.seen.tasks, visitor))
                (files.show(visitor))
            }
        }
    };
    let mut page = Page::new(asked.about.name.clone(), Nav::Deals, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-deals"), href: "/deals".to_owned() }];
    page.live = Some(format!("deal:{}", deal.id));
    page.head = head(shown, visitor);
    if shown.seen.may_write {
        page.actions = menu(&speech.t("more-acts"), &acts(shown, visitor), &visitor.signed.csrf);
    }
    page
}

fn acts(shown: &Shown, visitor: &Visitor) -> Vec<MenuItem> {
    let (speech, id) = (&visitor.speech, shown.seen.deal.id);
    let item = |icon, key: &str, href: String, post| MenuItem {
        icon: Some(icon),
        post,
        ..MenuItem::link(speech.t(key), href)
    };
    let mut acts = vec![
        item(Icon::Pen, "edit-deal", routes::edit_deal(id), false),
        MenuItem { opens: true, ..item(Icon::Person, "assign", routes::deal_owner(id), false) },
    ];
    acts.extend(strands::hold(&shown.asked, visitor).filter(|_| shown.asked.ways.may_write));
    acts.push(match shown.seen.deal.archived_at {
        None => item(Icon::Bin, "archive-deal", routes::archive_deal(id), true),
        Some(_) => item(Icon::Undo, "restore-deal", routes::restore_deal(id), true),
    });
    acts
}
