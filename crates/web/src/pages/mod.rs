//! The pages, a folder a noun, a file a verb: extract, one desk call, render.

pub mod access;
pub mod activities;
mod acts;
mod api;
pub mod archive;
mod cases;
pub mod clients;
pub mod companies;
pub mod day;
pub mod deals;
pub mod files;
pub mod import;
pub mod known;
pub mod members;
mod merge;
pub mod moment;
pub mod notes;
pub mod notifications;
pub mod people;
pub mod processes;
pub mod profile;
pub mod reports;
pub mod search;
pub mod settings;
pub mod sheet;
pub mod tasks;
pub mod timeline;
mod views;
mod zones;

use axum::http::{HeaderMap, Uri, header};
use axum::response::Response;

use crate::answer::{Answer, Trouble};
use crate::routes as addresses;
use crate::routing::Routes;
use crate::said::Said;
use crate::visitor::Visitor;
use crate::words::Word;

/// Every page's routes.
pub fn routes() -> Routes {
    Routes::new()
        .merge(access::routes())
        .merge(activities::routes())
        .merge(acts::routes())
        .merge(api::routes())
        .merge(archive::routes())
        .merge(cases::routes())
        .merge(companies::routes())
        .merge(day::routes())
        .merge(deals::routes())
        .merge(files::routes())
        .merge(import::routes())
        .merge(members::routes())
        .merge(notes::routes())
        .merge(notifications::routes())
        .merge(people::routes())
        .merge(processes::routes())
        .merge(profile::routes())
        .merge(reports::routes())
        .merge(search::routes())
        .merge(settings::routes())
        .merge(tasks::routes())
        .merge(views::routes())
}

/// An address that leads nowhere.
pub async fn not_found(visitor: Option<Visitor>) -> Answer {
    let trouble = Trouble::Desk(desk::Error::NotFound);
    Err(match visitor {
        Some(visitor) => trouble.told(&visitor),
        None => trouble,
    })
}

/// After an act, with what it did: the next page says it, and offers to take it back.
pub fn go_saying(visitor: &Visitor, to: &str, key: &str, args: &[(&str, Word<'_>)]) -> Response {
    let said = Said { words: visitor.speech.t_with(key, args), act: visitor.did() };
    crate::said::saying(go(visitor, to), &said)
}

/// After an act: a script gets told where to go, a plain form is sent there.
pub fn go(visitor: &Visitor, to: &str) -> Response {
    use axum::response::{IntoResponse, Redirect};
    if visitor.fragment {
        return ([("HX-Location", to.to_owned())], "").into_response();
    }
    Redirect::to(to).into_response()
}

/// The page of ours that a request was made on, as its browser says; `otherwise` where it says none.
pub fn came_from(headers: &HeaderMap, otherwise: &str) -> String {
    let address = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let uri: Option<Uri> = address.parse().ok();
    let place = uri.as_ref().and_then(Uri::path_and_query).map(|place| place.as_str());
    place.and_then(addresses::own).unwrap_or(otherwise).to_owned()
}
