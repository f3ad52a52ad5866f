//! A deal's page: where it stands, what is missing to go on, what happened, what is known.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use desk::look::{Cursor, Kinds, Of, Timeline, TimelineSeen};
use maud::{Markup, html};
use process::Words;

use super::head::{head, step};
use super::mends::Mending;
use super::move_case::Asked;
use super::timeline::Telling;
use super::{side, tasks_panel, ways};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::posted::Form;
use crate::routes;
use crate::ui::{
    Button, Crumb, Field, Icon, MenuItem, Nav, Need, NeedStanding, Page, Tab, menu, panel, switch,
};
use crate::visitor::Visitor;

const ENTRIES: i64 = 40;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let query = Form(query);
    let asked = Asked::load(&app, &visitor, id).await.map_err(told)?;
    let look = Timeline {
        of: Of::Deal(id),
        kinds: kinds(query.text("show")),
        before: query.owned("before").map(Cursor),
        limit: ENTRIES,
    };
    let seen = app.desk.read(visitor.actor(), look).await.map_err(told)?;
    if visitor.fragment && query.filled("before").is_some() {
        return Ok(entries(&asked, &seen, query.text("show"), &visitor).into_response());
    }
    Ok(visitor.page(&page(&asked, &seen, query.text("show"), &visitor)))
}

fn kinds(show: &str) -> Kinds {
    match show {
        "activities" => Kinds::Activities,
        "changes" => Kinds::Changes,
        _ => Kinds::All,
    }
}

fn page(asked: &Asked, seen: &TimelineSeen, show: &str, visitor: &Visitor) -> Page {
    let (speech, deal) = (&visitor.speech, &asked.seen.deal);
    let back = routes::deal(deal.id);
    let mending = Mending { seen: &asked.seen, known: &asked.known, speech, back: &back };
    let body = html! {
        div.with-side {
            div.stack {
                (step(asked, visitor))
                (ways::to_go_on(asked, &mending, visitor))
                (ways::others(asked, visitor))
                (findings(asked, visitor))
                (timeline(asked, seen, show, visitor))
            }
            div.stack {
                (side::about(asked, visitor))
                (side::people(asked, visitor))
                (side::lines(asked, visitor))
                (tasks_panel::tasks(asked, visitor))
            }
        }
    };
    let mut page = Page::new(asked.client(), Nav::Deals, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-deals"), href: "/deals".to_owned() }];
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
        item(Icon::Person, "assign", routes::deal_owner(id), false),
    ];
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

fn timeline(asked: &Asked, seen: &TimelineSeen, show: &str, visitor: &Visitor) -> Markup {
    let (speech, id) = (&visitor.speech, asked.seen.deal.id);
    let here = routes::deal(id);
    let tab = |key: &str, name: &str| {
        let href = if key.is_empty() { here.clone() } else { format!("{here}?show={key}") };
        Tab::new(speech.t(name), format!("{href}#timeline"), show == key)
    };
    let filters = [
        tab("", "timeline-all"),
        tab("activities", "timeline-activities"),
        tab("changes", "timeline-changes"),
    ];
    let title = speech.t("timeline");
    html! {
        div #timeline {
            (panel(&title, None, &switch(&title, &filters), &html! {
                @if asked.seen.may_write && asked.seen.deal.archived_at.is_none() { (composer(id, visitor)) }
                (entries(asked, seen, show, visitor))
            }))
        }
    }
}

fn composer(id: i64, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let activity = routes::new_activity(&format!("deal={id}"), "log", "");
    html! {
        form.composer method="post" action="/notes" data-kept="" data-composer=(activity) {
            (visitor.token())
            input type="hidden" name="deal" value=(id);
            input type="hidden" name="back" value=(routes::deal(id));
            (Field::text("body", speech.t("field-note")).label_unseen().attr("data-key", "n")
                .attr("placeholder", speech.t("composer-hint")).attr("autocomplete", "off").show(speech))
            (Button::plain(speech.t("write-note")).submit())
        }
    }
}

fn entries(asked: &Asked, seen: &TimelineSeen, show: &str, visitor: &Visitor) -> Markup {
    let (speech, id) = (&visitor.speech, asked.seen.deal.id);
    let definition = &asked.ways.definition;
    let stages: BTreeMap<String, Words> =
        definition.stages().iter().map(|stage| (stage.key.clone(), stage.title.clone())).collect();
    let moves: BTreeMap<String, Words> =
        definition.moves().iter().map(|way| (way.key.clone(), way.title.clone())).collect();
    let telling = Telling {
        known: &asked.known,
        stages: &stages,
        moves: &moves,
        currency: &asked.seen.deal.currency,
        speech,
    };
    let more = seen
        .next
        .as_ref()
        .map(|next| format!("{}?show={show}&before={}", routes::deal(id), routes::encode(&next.0)));
    html! {
        (telling.days(seen))
        @if let Some(address) = more {
            div.more-entries {
                (Button::quiet(speech.t("earlier")).small().href(&address).attr("data-hx-get", &address)
                    .attr("data-hx-target", "closest .more-entries").attr("data-hx-swap", "outerHTML"))
            }
        }
    }
}
