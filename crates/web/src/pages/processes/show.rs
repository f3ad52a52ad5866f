//! One process: chart, words, file; stages; findings and stories.

use axum::extract::{Path, Query, State};
use desk::process::{ProcessPage, ProcessSeen};
use maud::{Markup, html};
use serde::Deserialize;

use super::file::file;
use super::list::of;
use super::{chart, findings, stages};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::{Known, said};
use crate::routes;
use crate::ui::{Button, Crumb, Icon, Nav, Page, Tab, Tone, chip, panel, switch};
use crate::visitor::Visitor;

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
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let seen = app.desk.read_slowly(visitor.actor(), ProcessPage { process: key }).await.map_err(told)?;
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    let view = VIEWS.into_iter().find(|view| *view == asked.view).unwrap_or("chart");
    let speech = &visitor.speech;
    let mut page =
        Page::new(said(&seen.definition.title, speech), Nav::Process, body(&seen, &known, view, &visitor));
    page.about = Some(speech.t_with("process-version", &[("version", seen.row.version.into())]));
    page.crumbs = vec![Crumb { label: speech.t("nav-process"), href: "/process".to_owned() }];
    page.actions = html! {
        @if seen.row.active { (chip(Tone::Green, Some(Icon::Check), &speech.t("process-active"))) }
        @else { (chip(Tone::Plain, None, &of("process-retired", &seen.row.runs_on, speech))) }
    };
    Ok(visitor.page(&page))
}

/// Whether new deals may start here, and the act that changes it.
fn taking(seen: &ProcessSeen, visitor: &Visitor) -> Markup {
    let (speech, on) = (&visitor.speech, seen.row.runs_on.as_str());
    let (about, words, to) = if seen.row.active {
        ("process-takes", "process-retire", "off")
    } else {
        ("process-takes-none", "process-activate", "on")
    };
    let body = html! {
        p { (of(about, on, speech)) }
        @if visitor.actor().is_administrator() {
            form method="post" action=(format!("{}/activation", routes::process(&seen.row.process))) {
                (visitor.token())
                (Button::plain(of(words, on, speech)).submit_as("active", to))
            }
        }
    };
    panel(&of("process-new-deals", on, speech), None, &Markup::default(), &body)
}

fn body(seen: &ProcessSeen, known: &Known, view: &str, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let address = |view: &str| routes::query(&routes::process(&seen.row.process), &[("view", view)]);
    let tab = |one: &str| Tab::new(speech.t(&format!("process-view-{one}")), address(one), one == view);
    let views: Vec<Tab> = VIEWS.into_iter().map(tab).collect();
    let text = if view == "file" { String::new() } else { address("file") };
    let shown = match view {
        "words" => chart::in_words(&seen.definition, speech),
        "file" => file(&seen.row.definition),
        _ => chart::drawn(&seen.definition, speech),
    };
    html! {
        div.stack {
            (panel(&speech.t("process-flow"), None, &switch(&speech.t("process-views"), &views), &shown))
            div.with-side {
                div.stack { (stages::stages(seen, known, speech)) }
                div.stack {
                    (panel(&speech.t("process-findings"), None, &findings::counts(&seen.findings, speech), &findings::findings(&seen.findings, &text, speech)))
                    (panel(&speech.t("process-stories-title"), None, &Markup::default(), &findings::stories(&seen.stories, speech)))
                    (taking(seen, visitor))
                }
            }
        }
    }
}
