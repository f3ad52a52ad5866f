//! Saved views of deals, companies and people: tabs over a list, and the form that names one.

mod bar;
mod delete;
mod edit;
mod fields;
mod save;

use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use desk::view::{ListViews, Noun, View};

use crate::app::App;
use crate::routes;
use crate::routing::Routes;
use crate::visitor::Visitor;

pub(in crate::pages) use bar::bar;

/// The word of an address that names the view it is of; `all` names none of them.
const WORD: &str = "view";
const ALL: &str = "all";

pub fn routes() -> Routes {
    Routes::new()
        .route("/views", post(save::create))
        .route("/views/new", get(save::show))
        .route("/views/{id}/edit", get(edit::show).post(edit::save))
        .route("/views/{id}/query", post(edit::set_query))
        .route("/views/{id}/delete", post(delete::delete))
}

/// The views over a list, as its address asks for one of them.
pub(in crate::pages) struct Views {
    noun: Noun,
    as_board: bool,
    all: Vec<View>,
    /// What the address says beside the view and the place in the list.
    query: String,
    asked: String,
}

impl Views {
    /// # Errors
    /// What the desk says.
    pub(in crate::pages) async fn load(
        app: &App,
        visitor: &Visitor,
        noun: Noun,
        as_board: bool,
        pairs: &[(String, String)],
    ) -> desk::Result<Views> {
        let all = app.desk.read(visitor.actor(), ListViews { noun }).await?;
        Ok(Views::of(all, noun, as_board, pairs))
    }

    /// Of the views that were seen.
    pub(in crate::pages) fn of(
        all: Vec<View>,
        noun: Noun,
        as_board: bool,
        pairs: &[(String, String)],
    ) -> Views {
        let asked = pairs.iter().find(|(name, _)| name == WORD).map(|(_, value)| value.clone());
        Views { noun, as_board, all, query: query_of(pairs), asked: asked.unwrap_or_default() }
    }

    /// Onwards to the view that the member begins with, where the address asks for nothing.
    pub(in crate::pages) fn begin(&self) -> Option<Response> {
        let first = self.all.iter().find(|view| view.is_first)?;
        let is_plain = self.query.is_empty() && self.asked.is_empty();
        is_plain.then(|| Redirect::to(&address(first)).into_response())
    }

    fn chosen(&self) -> Option<&View> {
        self.all.iter().find(|view| view.id.to_string() == self.asked)
    }
}

/// Where a view is looked at.
fn address(view: &View) -> String {
    let start = format!("{}?{WORD}={}", place(view.noun, view.as_board), view.id);
    if view.query.is_empty() { start } else { format!("{start}&{}", view.query) }
}

fn place(noun: Noun, as_board: bool) -> &'static str {
    match noun {
        Noun::Deal if as_board => "/deals",
        Noun::Deal => "/deals/list",
        Noun::Company => routes::COMPANIES,
        Noun::Person => routes::PEOPLE,
    }
}

/// The words of an address that a view keeps, in one order, so that two that ask the same are the same.
fn query_of(pairs: &[(String, String)]) -> String {
    let passing = |name: &str| [WORD, "after", "back"].contains(&name);
    let mut kept: Vec<String> = pairs
        .iter()
        .filter(|(name, value)| !value.is_empty() && !passing(name))
        .map(|(name, value)| format!("{}={}", routes::encode(name), routes::encode(value)))
        .collect();
    kept.sort();
    kept.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_keeps_what_is_asked_and_not_the_place_in_the_list() {
        let pairs = [("sort", "name"), ("view", "7"), ("q", "a&b"), ("after", "x"), ("type", "")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(query_of(&pairs), "q=a%26b&sort=name");
    }
}
