//! A deal's page: where it stands, what is missing to go on, what happened, what is known.

use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use desk::look::Of;
use maud::{Markup, html};
use process::Words;

use super::head::{head, step};
use super::mends::Mending;
use super::move_case::Asked;
use super::{side, strands, tasks_panel, ways};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::files::{FilesPanel, Wanted};
use crate::pages::timeline::{self, Timeline};
use crate::routes;
use crate::ui::{Crumb, Icon, MenuItem, Nav, Need, NeedStanding, Page, menu, panel};
use crate::visitor::Visitor;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(query): Query<timeline::Asked>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let asked = Asked::load(&app, &visitor, id).await.map_err(told)?;
    let timeline = Timeline::load(&app, &visitor, Of::Deal(id), query).await.map_err(told)?;
    if timeline.goes_on(&visitor) {
        return Ok(timeline.entries(&asked.known, asked.seen.may_write, &visitor).into_response());
    }
    let files = FilesPanel::load(&app, &visitor, Of::Deal(id), None, &wanted.paper()).await.map_err(told)?;
    Ok(visitor.page(&page(&asked, &timeline, &files, &visitor)))
}

fn page(asked: &Asked, timeline: &Timeline, files: &FilesPanel, visitor: &Visitor) -> Page {
    let (speech, deal) = (&visitor.speech, &asked.seen.deal);
    let back = routes::deal(deal.id);
    let mending = Mending { seen: &asked.seen, known: &asked.known, speech, back: &back };
    let writes = asked.seen.may_write && deal.archived_at.is_none();
    let body = html! {
        div.with-side {
            div.stack {
                (step(asked, visitor))
                (ways::to_go_on(asked, &mending, visitor))
                (ways::others(asked, visitor))
                (strands::strands(asked, visitor))
                (findings(asked, visitor))
                (timeline.panel(&asked.known, writes, visitor))
            }
            div.stack {
                (side::about(asked, visitor))
                (side::people(asked, visitor))
                (side::lines(asked, visitor))
                (tasks_panel::tasks(asked, visitor))
                (files.show(visitor))
            }
        }
    };
    let mut page = Page::new(asked.client(), Nav::Deals, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-deals"), href: "/deals".to_owned() }];
    page.live = Some(format!("deal:{}", deal.id));
    page.head = head(asked, visitor);
    if asked.seen.may_write {
        page.actions = menu(&speech.t("more-acts"), &acts(asked, visitor), &visitor.signed.csrf);
    }
    page
}

fn acts(asked: &Asked, visitor: &Visitor) -> Vec<MenuItem> {
    let (speech, id) = (&visitor.speech, asked.seen.deal.id);
    let item = |icon, key: &str, href: String, post| MenuItem {
        icon: Some(icon),
        post,
        ..MenuItem::link(speech.t(key), href)
    };
    let mut acts = vec![
        item(Icon::Pen, "edit-deal", routes::edit_deal(id), false),
        MenuItem { opens: true, ..item(Icon::Person, "assign", routes::deal_owner(id), false) },
    ];
    acts.extend(strands::hold(asked, visitor).filter(|_| asked.ways.may_write));
    acts.push(match asked.seen.deal.archived_at {
        None => item(Icon::Bin, "archive-deal", routes::archive_deal(id), true),
        Some(_) => item(Icon::Undo, "restore-deal", routes::restore_deal(id), true),
    });
    acts
}

/// What an import or an accepted warning left open on the case.
fn findings(asked: &Asked, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let words = |finding: &serde_json::Value| {
        let says: Option<Words> =
            finding.get("says").and_then(|says| serde_json::from_value(says.clone()).ok());
        let plain = finding.as_str().map(Words::same);
        says.or(plain).map(|words| crate::pages::known::said(&words, speech))
    };
    let need = |words: String| Need { standing: NeedStanding::Warns, words, fact: None, act: None };
    let all: Vec<Need> = asked.seen.findings.iter().filter_map(words).map(need).collect();
    html! {
        @if !all.is_empty() {
            (panel(&speech.t("standing-findings"), None, &Markup::default(), &crate::ui::need_list(&all, speech)))
        }
    }
}
