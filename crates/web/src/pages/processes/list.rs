//! The processes of the installation, each in a few figures.

use axum::extract::State;
use desk::process::{ProcessInBrief, ProcessesInBrief};
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::said;
use crate::routes;
use crate::ui::{Begin, Button, Icon, Nav, Page, Tone, chip, empty_state, icon, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    let all = app.desk.read_slowly(visitor.actor(), ProcessesInBrief).await;
    let all = all.map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let may_publish = visitor.actor().is_administrator();
    let body = html! {
        @if all.is_empty() { (none(may_publish, speech)) }
        @else { div.stack { @for one in &all { (process(one, speech)) } } }
    };
    let mut page = Page::new(speech.t("nav-process"), Nav::Process, body);
    if may_publish {
        page.actions =
            html! { (Button::main(speech.t("process-check-file")).icon(Icon::Plus).href("/process/draft")) };
    }
    Ok(visitor.page(&page))
}

fn process(one: &ProcessInBrief, speech: &Speech) -> Markup {
    let acts = html! {
        @if one.definition.main { (chip(Tone::Accent, None, &speech.t("process-main"))) }
        @if one.row.active { (chip(Tone::Green, Some(Icon::Check), &speech.t("process-active"))) }
        @else { (chip(Tone::Plain, None, &of("process-retired", &one.row.runs_on, speech))) }
        (Button::plain(speech.t("process-open")).href(routes::process(&one.row.process)))
    };
    let about = speech.t_with("process-version", &[("version", one.row.version.into())]);
    panel(
        &said(&one.definition.title, speech),
        Some(&about),
        &acts,
        &html! { (stages(one, speech)) (figures(one, speech)) },
    )
}

/// The way through it: its open stages one after the other.
fn stages(one: &ProcessInBrief, speech: &Speech) -> Markup {
    html! {
        ol.stage-line role="list" {
            @for stage in one.definition.stages().iter().filter(|stage| stage.is_open()) {
                li { (said(&stage.title, speech)) }
            }
        }
    }
}

fn figures(one: &ProcessInBrief, speech: &Speech) -> Markup {
    let fact = |key: &str, is: Markup| html! { div { dt { (speech.t(key)) } dd { (is) } } };
    let open = one.definition.stages().iter().filter(|stage| stage.is_open()).count();
    let ends = one.definition.stages().len() - open;
    let of = [("process", one.row.process.as_str())];
    html! {
        dl.record-facts {
            (fact("process-runs-on", html! { (runs_on(&one.definition.runs_on, speech)) }))
            (fact("process-stages", html! { (speech.t_with("process-stages-ends", &[("open", open.into()), ("ends", ends.into())])) }))
            (fact(&key_of("process-running", &one.row.runs_on), html! {
                @if one.running == 0 || one.row.runs_on != "deal" { (speech.number(one.running)) }
                @else { a href=(routes::query(&routes::deal_list(), &of)) { (speech.number(one.running)) } }
            }))
            (fact("process-stories-title", passing(one, speech)))
            (fact("process-published-at", html! {
                time datetime=(one.row.published_at) title=(speech.when_full(one.row.published_at)) { (speech.when(one.row.published_at)) }
            }))
        }
    }
}

/// The key of words that differ by the kind of record.
pub fn key_of(key: &str, runs_on: &str) -> String {
    if runs_on == "deal" { key.to_owned() } else { format!("{key}-company") }
}

pub fn of(key: &str, runs_on: &str, speech: &Speech) -> String {
    speech.t(&key_of(key, runs_on))
}

/// What kind of record goes through it; a kind that has no words here is told by its key.
fn runs_on(kind: &str, speech: &Speech) -> String {
    match kind {
        "deal" => speech.t("process-runs-on-deal"),
        "company" => speech.t("process-runs-on-company"),
        other => other.to_owned(),
    }
}

fn passing(one: &ProcessInBrief, speech: &Speech) -> Markup {
    let figures = [("passed", one.stories_passed.into()), ("count", one.stories.into())];
    html! {
        @if one.stories == 0 { (speech.t("process-stories-none")) }
        @else if one.stories_passed == one.stories { span.passes { (icon(Icon::Check)) (speech.t_with("process-stories-of", &figures)) } }
        @else { span.fails { (icon(Icon::Cross)) (speech.t_with("process-stories-of", &figures)) } }
    }
}

fn none(may_publish: bool, speech: &Speech) -> Markup {
    let way = Begin {
        icon: Icon::Flow,
        title: speech.t("process-check-file"),
        detail: speech.t("process-definition-hint"),
        href: "/process/draft".to_owned(),
    };
    let ways: Vec<Begin> = may_publish.then_some(way).into_iter().collect();
    empty_state(&speech.t("process-none"), &speech.t("no-process-detail"), &ways)
}
