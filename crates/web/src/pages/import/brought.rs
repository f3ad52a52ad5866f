//! What an import has made: records by kind, each a link to itself.

use axum::extract::{Path, Query, State};
use desk::import::{Brought, BroughtSeen, ImportPage, ImportView, Kept};
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::{figure, page};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::routes;
use crate::ui::{Crumb, Pager, Tab, pager, tabs};
use crate::visitor::Visitor;
use crate::words::Speech;

#[derive(Deserialize)]
pub struct Asked {
    kind: Option<String>,
    #[serde(default)]
    after: i64,
}

/// Where the records of one kind are listed.
fn address(import: i64, kind: &str) -> String {
    routes::query(&routes::act(&routes::import(import), "records"), &[("kind", kind)])
}

pub async fn show(
    State(app): State<App>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
    visitor: Visitor,
) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await.map_err(told)?;
    let kind = asked.kind.unwrap_or_else(|| "deal".to_owned());
    let look = Brought { id, kind: Some(kind.clone()), after: asked.after };
    let seen = app.desk.read(visitor.actor(), look).await.map_err(told)?;
    let speech = &visitor.speech;
    let mut page = page(&import, Markup::default(), body(&import, &seen, &kind, speech), speech);
    page.crumbs.push(Crumb { label: import.title.clone(), href: routes::import(id) });
    page.title = speech.t("import-see-brought");
    page.about = None;
    Ok(visitor.page(&page))
}

fn body(import: &ImportView, seen: &BroughtSeen, kind: &str, speech: &Speech) -> Markup {
    let tab = |(one, count): &(&'static str, u64)| {
        let mut tab =
            Tab::new(speech.t(&format!("import-kinds-{one}")), address(import.id, one), *one == kind);
        tab.count = Some(figure(*count, speech));
        tab
    };
    let all: Vec<Tab> = seen.counts.iter().map(tab).collect();
    let next = seen.records.last().filter(|_| seen.more);
    let next = next.map(|last| format!("{}&after={}", address(import.id, kind), last.id));
    html! {
        @if all.is_empty() { p { (speech.t("import-brought-nothing")) } } @else {
            (tabs(&speech.t("import-brought"), &all))
            section.panel {
                ul.brought role="list" { @for one in &seen.records { li { (name(one)) } } }
            }
            @if next.is_some() { (pager(&Pager { previous: None, next, showing: String::new() }, speech)) }
        }
    }
}

/// What the import made, in one line of links.
pub fn line(import: &ImportView, seen: &BroughtSeen, speech: &Speech) -> Markup {
    html! {
        @if !seen.counts.is_empty() {
            p.brought-line {
                span.about { (speech.t("import-brought")) ": " }
                @for (at, (kind, count)) in seen.counts.iter().enumerate() {
                    @if at > 0 { " · " }
                    a href=(address(import.id, kind)) {
                        (speech.t(&format!("import-kinds-{kind}"))) " " (figure(*count, speech))
                    }
                }
            }
        }
    }
}

/// The record's name, leading to it where it has a page.
pub fn name(record: &Kept) -> Markup {
    let address = match record.kind.as_str() {
        "deal" => Some(routes::deal(record.id)),
        "company" => Some(routes::company(record.id)),
        "person" => Some(routes::person(record.id)),
        "member" => Some(routes::member(record.id)),
        "product" => Some(routes::settings("products")),
        "team" => Some(routes::settings("teams")),
        _ => None,
    };
    html! { @if let Some(address) = address { a href=(address) { (record.name) } } @else { (record.name) } }
}
