//! One report: what the figures tell in a sentence, and a table with a bar for each count.

use axum::extract::{Query, State};
use desk::look::{StageTitles, Summary, SummaryBy};
use maud::{Markup, html};
use serde::Deserialize;

use super::line::{Naming, lines};
use super::says::says;
use super::table::table;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::Known;
use crate::routes;
use crate::ui::{Nav, Page, Tab, panel, switch, tabs};
use crate::visitor::Visitor;
use crate::words::Speech;

/// How deals are gathered, by the key in the address.
const KINDS: [(&str, SummaryBy); 7] = [
    ("stage", SummaryBy::Stage),
    ("status", SummaryBy::Status),
    ("owner", SummaryBy::Owner),
    ("type", SummaryBy::Type),
    ("product", SummaryBy::Product),
    ("month", SummaryBy::MonthClosed),
    ("quarter", SummaryBy::QuarterClosed),
];

const STATUSES: [&str; 4] = ["all", "open", "won", "lost"];

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    by: String,
    #[serde(default)]
    status: String,
}

pub async fn show(State(app): State<App>, Query(asked): Query<Asked>, visitor: Visitor) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let (key, by) = KINDS.into_iter().find(|(key, _)| *key == asked.by).unwrap_or(KINDS[0]);
    // Gathered by status, every status is shown.
    let statuses = if key == "status" { &STATUSES[..1] } else { &STATUSES[..] };
    let status = statuses.iter().copied().find(|status| *status == asked.status).unwrap_or("all");
    let look = Summary { by, status: (status != "all").then(|| status.to_owned()) };
    let groups = app.desk.read_slowly(visitor.actor(), look).await.map_err(told)?;
    let known = Known::load(&app, &visitor, vec![]).await.map_err(told)?;
    let stages = app.desk.read(visitor.actor(), StageTitles).await.map_err(told)?;
    let speech = &visitor.speech;
    let lines = lines(groups, &Naming { by: key, status, known: &known, stages: &stages, speech });
    let body = html! {
        div.toolbar { (tabs(&speech.t("report-by"), &kinds(key, status, speech))) }
        div.reports {
        (panel(&speech.t(&format!("report-title-{key}")), None, &switches(key, status, statuses, speech), &html! {
            @if lines.is_empty() { p.hint { (speech.t("report-empty")) } }
            @else { (says(key, &lines, speech)) (table(key, &lines, speech)) }
        }))
        }
    };
    Ok(visitor.page(&Page::new(speech.t("nav-reports"), Nav::Reports, body)))
}

fn address(by: &str, status: &str) -> String {
    routes::query("/reports", &[("by", by), ("status", if status == "all" { "" } else { status })])
}

fn kinds(chosen: &str, status: &str, speech: &Speech) -> Vec<Tab> {
    let tab = |(key, _): (&str, SummaryBy)| {
        Tab::new(speech.t(&format!("report-by-{key}")), address(key, status), key == chosen)
    };
    KINDS.into_iter().map(tab).collect()
}

fn switches(key: &str, chosen: &str, statuses: &[&str], speech: &Speech) -> Markup {
    let tab = |status: &&str| {
        Tab::new(speech.t(&format!("report-status-{status}")), address(key, status), *status == chosen)
    };
    let all: Vec<Tab> = statuses.iter().map(tab).collect();
    html! { @if all.len() > 1 { (switch(&speech.t("report-status"), &all)) } }
}
