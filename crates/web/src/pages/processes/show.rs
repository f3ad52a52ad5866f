//! One process: chart, words, file; stages; findings and stories.

use axum::extract::{Path, Query, State};
use desk::process::{ProcessPage, ProcessSeen};
use maud::{Markup, html};
use serde::Deserialize;

use super::{chart, findings, stages};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::said;
use crate::routes;
use crate::ui::{Button, Crumb, Icon, Nav, Page, Tab, Tone, chip, panel, switch};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Three ways of showing a process.
const VIEWS: [&str; 3] = ["chart", "words", "file"];

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    view: String,
}

pub async fn show(
    State(app): State<App>,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    visitor: Visitor,
) -> Answer {
    let seen = app.desk.read_slowly(visitor.actor(), ProcessPage { process: key }).await;
    let seen = seen.map_err(|error| Trouble::from(error).told(&visitor))?;
    let view = VIEWS.into_iter().find(|view| *view == asked.view).unwrap_or("chart");
    let speech = &visitor.speech;
    let mut page = Page::new(said(&seen.definition.title, speech), Nav::Process, body(&seen, view, speech));
    page.about = Some(speech.t_with("process-version", &[("version", seen.row.version.into())]));
    page.crumbs = vec![Crumb { label: speech.t("nav-process"), href: "/process".to_owned() }];
    page.actions = acts(&seen, &visitor);
    Ok(visitor.page(&page))
}

fn acts(seen: &ProcessSeen, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (words, to) = if seen.row.active { ("process-retire", "off") } else { ("process-activate", "on") };
    html! {
        @if seen.row.active { (chip(Tone::Green, Some(Icon::Check), &speech.t("process-active"))) }
        @else { (chip(Tone::Plain, None, &speech.t("process-retired"))) }
        @if visitor.actor().is_administrator() {
            form method="post" action=(format!("{}/activation", routes::process(&seen.row.process))) {
                (visitor.token())
                (Button::plain(speech.t(words)).submit_as("active", to))
            }
        }
    }
}

fn body(seen: &ProcessSeen, view: &str, speech: &Speech) -> Markup {
    let views: Vec<Tab> = VIEWS
        .into_iter()
        .map(|one| {
            let href = format!("{}?view={one}", routes::process(&seen.row.process));
            Tab::new(speech.t(&format!("process-view-{one}")), href, one == view)
        })
        .collect();
    let shown = match view {
        "words" => chart::in_words(&seen.definition, speech),
        "file" => html! { pre.file tabindex="0" { code { (seen.row.definition) } } },
        _ => chart::drawn(&seen.definition, speech),
    };
    html! {
        div.stack {
            (panel(&speech.t("process-flow"), None, &switch(&speech.t("process-views"), &views), &shown))
            div.with-side {
                div.stack { (stages::stages(seen, speech)) }
                div.stack {
                    (panel(&speech.t("process-findings"), None, &Markup::default(), &findings::findings(&seen.findings, speech)))
                    (panel(&speech.t("process-stories-title"), None, &Markup::default(), &findings::stories(&seen.stories, speech)))
                }
            }
        }
    }
}
