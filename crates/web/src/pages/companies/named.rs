//! Companies by name, as fields type them: suggestions while typing, and who is meant in the end.

use axum::extract::{Query, State};
use axum::response::IntoResponse;
use desk::search::{Found, Search};
use maud::{Markup, html};
use sales::fold::fold;

use crate::answer::Answer;
use crate::app::App;
use crate::visitor::Visitor;

/// Suggestions at a time.
const MOST: i64 = 8;

/// The options for whatever field is being typed in.
pub(super) async fn options(
    State(app): State<App>,
    visitor: Visitor,
    Query(typed): Query<Vec<(String, String)>>,
) -> Answer {
    let text =
        typed.into_iter().map(|(_, value)| value).find(|value| !value.trim().is_empty()).unwrap_or_default();
    let found = find(&app, &visitor, &text, MOST).await?;
    Ok(choices(&found).into_response())
}

/// The list that fields refer to as `companies-known`.
pub(in crate::pages) fn company_list(found: &[Found]) -> Markup {
    html! { datalist #companies-known { (choices(found)) } }
}

fn choices(found: &[Found]) -> Markup {
    let twice = |one: &Found| found.iter().filter(|other| fold(&other.title) == fold(&one.title)).count() > 1;
    html! {
        @for one in found {
            @if twice(one) { option value=(format!("{} #{}", one.title, one.record_id)) {} }
            @else { option value=(one.title) {} }
        }
    }
}

/// The company meant by a name; where several are called so, the one whose number follows, `Kestrel #12`.
pub(in crate::pages) async fn company(app: &App, visitor: &Visitor, name: &str) -> desk::Result<Option<i64>> {
    let (plain, number) = match name.rsplit_once(" #") {
        Some((plain, number)) => (plain, number.parse::<i64>().ok()),
        None => (name, None),
    };
    let key = fold(if number.is_some() { plain } else { name });
    let found = find(app, visitor, &key, 100).await?;
    let meant = |one: &&Found| fold(&one.title) == key && number.is_none_or(|number| one.record_id == number);
    Ok(found.iter().find(meant).map(|one| one.record_id))
}

async fn find(app: &App, visitor: &Visitor, text: &str, limit: i64) -> desk::Result<Vec<Found>> {
    let search = Search { text: text.to_owned(), kind: Some("company".to_owned()), limit };
    app.desk.read(visitor.actor(), search).await
}
