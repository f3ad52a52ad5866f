//! The frame of every page of settings: the ways between them, in groups, and why others see only some.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::typed::Typed;
use crate::routes;
use crate::ui::{Crumb, Edge, Icon, Nav, Page, Tone, strip};
use crate::visitor::Visitor;

/// A page by the key of its title, where it lies, and whether it is for administrators.
type Way = (&'static str, &'static str, bool);

const GROUPS: [(&str, &[Way]); 4] = [
    ("settings-group-company", &[("settings-company", "", true), ("settings-hours", "hours", true)]),
    (
        "settings-group-people",
        &[
            ("settings-members", "members", true),
            ("settings-teams", "teams", true),
            ("settings-roles", "roles", true),
        ],
    ),
    (
        "settings-group-lists",
        &[
            ("settings-activity-type", "lists/activity-type", true),
            ("settings-deal-type", "lists/deal-type", true),
            ("settings-source", "lists/source", true),
            ("settings-reason", "lists/reason", true),
            ("settings-document-kind", "lists/document-kind", true),
            ("settings-products", "products", true),
        ],
    ),
    (
        "settings-group-data",
        &[
            ("settings-tokens", "tokens", false),
            ("api-title", "api", false),
            ("archive-title", "archive", false),
        ],
    ),
];

/// Where a page of settings lies; members, the API and the archive have houses of their own.
fn address(page: &str) -> String {
    match page {
        "members" => routes::MEMBERS.to_owned(),
        "api" => routes::API.to_owned(),
        "archive" => routes::ARCHIVE.to_owned(),
        _ => routes::settings(page),
    }
}

/// A page of settings, its title found by where it lies.
pub(in crate::pages) fn page(way: &str, body: &Markup, visitor: &Visitor) -> Page {
    let speech = &visitor.speech;
    let all = GROUPS.iter().flat_map(|(_, ways)| ways.iter());
    let title = all.filter(|(_, page, _)| *page == way).map(|(key, ..)| speech.t(key)).next();
    framed(&title.unwrap_or_default(), way, body, visitor)
}

/// One page, with what was wrong with the form just sent.
pub fn answer(way: &str, typed: &Typed, body: &Markup, visitor: &Visitor) -> Response {
    let body = html! {
        @if let Some(conflict) = &typed.conflict { (conflict_strip(conflict)) }
        (typed.summary(&visitor.speech))
        (body)
    };
    (typed.status(), visitor.page(&page(way, &body, visitor))).into_response()
}

/// Why the record's state forbids what was asked.
pub(in crate::pages) fn conflict_strip(words: &str) -> Markup {
    html! {
        div role="alert" { (strip(Edge(Tone::Red), Icon::Exclamation, &html! { b { (words) } }, "", &Markup::default())) }
    }
}

/// Tells everybody else whose page this is; none for an administrator.
pub fn others(visitor: &Visitor) -> Option<Response> {
    if visitor.actor().is_administrator() {
        return None;
    }
    let speech = &visitor.speech;
    let words = html! { b { (speech.t("settings-others")) } };
    let body =
        strip(Edge(Tone::Plain), Icon::Lock, &words, &speech.t("settings-others-detail"), &Markup::default());
    let mut page = framed(&speech.t("nav-settings"), "", &body, visitor);
    page.crumbs.clear();
    Some((StatusCode::FORBIDDEN, visitor.page(&page)).into_response())
}

fn framed(title: &str, way: &str, body: &Markup, visitor: &Visitor) -> Page {
    let speech = &visitor.speech;
    let body = html! {
        div.settings { (ways(way, visitor)) div.stack { (body) } }
    };
    let mut page = Page::new(title, Nav::Settings, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-settings"), href: routes::settings("") }];
    page
}

fn ways(chosen: &str, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let boss = visitor.actor().is_administrator();
    html! {
        nav.ways-in aria-label=(speech.t("nav-settings")) {
            @for (group, ways) in GROUPS {
                @let open: Vec<&Way> = ways.iter().filter(|(_, _, administrators)| boss || !administrators).collect();
                @if !open.is_empty() {
                    section {
                        h2 { (speech.t(group)) }
                        ul role="list" {
                            @for (key, page, _) in open {
                                li { a href=(address(page)) aria-current=[(*page == chosen).then_some("page")] { (speech.t(key)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
