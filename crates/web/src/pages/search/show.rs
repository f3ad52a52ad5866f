//! What was found, by kind: the first of each, or all of one.

use axum::extract::{Query, State};
use desk::search::{Search, SearchDeals};
use maud::{Markup, html};
use serde::Deserialize;

use super::rows::{Row, row};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::routes;
use crate::ui::{Begin, Button, Field, Icon, Nav, Page, empty_state, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Of each kind.
const FIRST: usize = 8;
/// Of the one kind that is asked for.
const MOST: usize = 100;
/// Kinds of records with the titles of their panels.
const KINDS: [(&str, &str); 3] =
    [("company", "nav-companies"), ("person", "nav-people"), ("deal", "nav-deals")];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    /// This kind alone.
    kind: String,
}

/// What was found of a kind.
struct Group {
    kind: &'static str,
    title: String,
    rows: Vec<Row>,
    /// There are further ones.
    is_cut: bool,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let words = asked.q.trim();
    let only = KINDS.iter().any(|(kind, _)| *kind == asked.kind);
    let limit = if only { MOST } else { FIRST };
    let mut groups = Vec::new();
    for (kind, title) in KINDS.into_iter().filter(|(kind, _)| !only || *kind == asked.kind) {
        // One more than is shown tells whether there are more; of a kind alone there is no more to ask for.
        let mut rows = found(&app, &visitor, words, kind, limit + usize::from(!only)).await?;
        let is_cut = rows.len() > limit || rows.len() == MOST;
        rows.truncate(limit);
        groups.push(Group { kind, title: visitor.speech.t(title), rows, is_cut });
    }
    groups.retain(|group| !group.rows.is_empty());
    let speech = &visitor.speech;
    let body = html! {
        (form(words, speech))
        @if words.is_empty() {}
        @else if groups.is_empty() { (nothing(words, speech)) }
        @else { div.stack { @for group in &groups { (shown(group, words, only, speech)) } } }
    };
    let mut page = Page::new(speech.t("find-title"), Nav::Elsewhere, body);
    page.about = Some(words.to_owned()).filter(|words| !words.is_empty());
    Ok(visitor.page(&page))
}

async fn found(
    app: &App,
    visitor: &Visitor,
    words: &str,
    kind: &str,
    limit: usize,
) -> Result<Vec<Row>, Trouble> {
    let told = |error: desk::Error| Trouble::from(error).told(visitor);
    let (text, limit) = (words.to_owned(), limit as i64);
    if kind == "deal" {
        let deals = app.desk.read(visitor.actor(), SearchDeals { text, limit }).await.map_err(told)?;
        return Ok(deals.into_iter().map(|found| Row::deal(found, &visitor.speech)).collect());
    }
    let search = Search { text, kind: Some(kind.to_owned()), limit };
    let records = app.desk.read(visitor.actor(), search).await.map_err(told)?;
    Ok(records.into_iter().map(Row::record).collect())
}

fn form(words: &str, speech: &Speech) -> Markup {
    html! {
        form.toolbar.find method="get" action="/search" role="search" aria-label=(speech.t("find-title")) {
            (Field::input("search", "q", speech.t("find-words")).value(words).hint(speech.t("find-hint"))
                .attr("autofocus", "autofocus").show(speech))
            (Button::main(speech.t("find-do")).icon(Icon::Search).submit())
        }
    }
}

fn shown(group: &Group, words: &str, only: bool, speech: &Speech) -> Markup {
    let count = [("count", group.rows.len().into())];
    let about = if group.is_cut { speech.t_with("find-first", &count) } else { group.rows.len().to_string() };
    let acts = html! {
        @if only { (Button::quiet(speech.t("find-every-kind")).small().href(routes::query("/search", &[("q", words)]))) }
    };
    let body = html! {
        ul.found role="list" { @for one in &group.rows { (row(one, words)) } }
        @if group.is_cut && only { p.hint { (speech.t("find-narrow")) } }
        @else if group.is_cut {
            p { (Button::plain(speech.t("find-more")).small()
                .href(routes::query("/search", &[("q", words), ("kind", group.kind)]))) }
        }
    };
    panel(&group.title, Some(&about), &acts, &body)
}

fn nothing(words: &str, speech: &Speech) -> Markup {
    let way = |icon, key: &str, href: &str| Begin {
        icon,
        title: speech.t(key),
        detail: String::new(),
        href: routes::query(href, &[("name", words)]),
    };
    let ways = [
        way(Icon::Building, "find-new-company", "/companies/new"),
        way(Icon::Person, "find-new-person", "/people/new"),
    ];
    let title = speech.t_with("find-nothing", &[("words", words.into())]);
    empty_state(&title, &speech.t("find-nothing-detail"), &ways)
}
