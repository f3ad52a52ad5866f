//! The frame of every page of settings: the ways between them, and why others see only some.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::typed::Typed;
use crate::routes;
use crate::ui::{Edge, Icon, Nav, Page, Tab, Tone, strip, tabs};
use crate::visitor::Visitor;

/// Pages by the key of their title, with whether they are for administrators.
const PAGES: [(&str, &str, bool); 11] = [
    ("settings-company", "", true),
    ("settings-hours", "hours", true),
    ("settings-members", "members", true),
    ("settings-teams", "teams", true),
    ("settings-roles", "roles", true),
    ("settings-activity-type", "lists/activity-type", true),
    ("settings-deal-type", "lists/deal-type", true),
    ("settings-source", "lists/source", true),
    ("settings-reason", "lists/reason", true),
    ("settings-products", "products", true),
    ("settings-tokens", "tokens", false),
];

/// Where a page of settings lies; members have a house of their own.
pub fn address(page: &str) -> String {
    match page {
        "members" => "/members".to_owned(),
        _ => routes::settings(page),
    }
}

/// One page, with what was wrong with the form just sent.
pub fn answer(page: &str, title: &str, typed: &Typed, body: &Markup, visitor: &Visitor) -> Response {
    let speech = &visitor.speech;
    let body = html! {
        div.stack {
            (tabs(&speech.t("nav-settings"), &ways(page, visitor)))
            @if let Some(conflict) = &typed.conflict {
                div role="alert" { (strip(Edge(Tone::Red), Icon::Exclamation, &html! { b { (conflict) } }, "", &Markup::default())) }
            }
            (typed.faults.summary(speech))
            (body)
        }
    };
    let page = visitor.page(&Page::new(title, Nav::Settings, body));
    (typed.status(), page).into_response()
}

fn ways(chosen: &str, visitor: &Visitor) -> Vec<Tab> {
    let boss = visitor.actor().is_administrator();
    let open = PAGES.iter().filter(|(_, _, administrators)| boss || !administrators);
    open.map(|(key, page, _)| Tab::new(visitor.speech.t(key), address(page), *page == chosen)).collect()
}

/// Tells everybody else whose page this is; none for an administrator.
pub fn others(visitor: &Visitor) -> Option<Response> {
    if visitor.actor().is_administrator() {
        return None;
    }
    let speech = &visitor.speech;
    let body = html! {
        div.stack {
            (tabs(&speech.t("nav-settings"), &ways("", visitor)))
            (strip(Edge(Tone::Plain), Icon::Lock, &html! { b { (speech.t("settings-others")) } }, &speech.t("settings-others-detail"), &Markup::default()))
        }
    };
    let page = visitor.page(&Page::new(speech.t("nav-settings"), Nav::Settings, body));
    Some((StatusCode::FORBIDDEN, page).into_response())
}
