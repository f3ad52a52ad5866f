//! What was found, by kind.

use axum::extract::{Query, State};
use desk::search::{Found, Search};
use maud::{Markup, html};
use serde::Deserialize;

use super::places::{address, drawing};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::ui::{Begin, Button, Field, Icon, Nav, Page, empty_state, icon, marked, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Of each kind.
const SHOWN: i64 = 30;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let words = asked.q.trim();
    let mut groups = Vec::new();
    for (kind, title) in [("deal", "nav-deals"), ("company", "nav-companies"), ("person", "nav-people")] {
        let search = Search { text: words.to_owned(), kind: Some(kind.to_owned()), limit: SHOWN };
        let found = app.desk.read(visitor.actor(), search).await;
        let found = found.map_err(|error| Trouble::from(error).told(&visitor))?;
        groups.push((visitor.speech.t(title), found));
    }
    let speech = &visitor.speech;
    let none = groups.iter().all(|(_, found)| found.is_empty());
    let body = html! {
        (form(words, speech))
        @if words.is_empty() {}
        @else if none { (nothing(words, speech)) }
        @else { div.stack { @for (title, found) in &groups { (group(title, found, words)) } } }
    };
    let mut page = Page::new(speech.t("find-title"), Nav::Elsewhere, body);
    page.about = Some(words.to_owned()).filter(|words| !words.is_empty());
    Ok(visitor.page(&page))
}

fn form(words: &str, speech: &Speech) -> Markup {
    html! {
        form.toolbar method="get" action="/search" role="search" aria-label=(speech.t("find-title")) {
            (Field::input("search", "q", speech.t("find-words")).value(words).hint(speech.t("find-hint"))
                .attr("autofocus", "autofocus").show(speech))
            (Button::main(speech.t("find-do")).icon(Icon::Search).submit())
        }
    }
}

fn group(title: &str, found: &[Found], words: &str) -> Markup {
    let body = html! {
        ul.people role="list" {
            @for one in found {
                li { (icon(drawing(&one.kind))) div { a href=(address(one)) { (marked(&one.title, words)) } } }
            }
        }
    };
    html! {
        @if !found.is_empty() { (panel(title, Some(&found.len().to_string()), &html! {}, &body)) }
    }
}

fn nothing(words: &str, speech: &Speech) -> Markup {
    let way = |icon, key: &str, href: &str| Begin {
        icon,
        title: speech.t(key),
        detail: String::new(),
        href: crate::routes::query(href, &[("name", words)]),
    };
    let ways = [
        way(Icon::Building, "find-new-company", "/companies/new"),
        way(Icon::Person, "find-new-person", "/people/new"),
    ];
    let title = speech.t_with("find-nothing", &[("words", words.into())]);
    empty_state(&title, &speech.t("find-nothing-detail"), &ways)
}
