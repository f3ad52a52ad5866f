//! Which deals are meant, and what is to become of them.

use axum::extract::Query;
use axum::http::Uri;
use desk::Setting;
use desk::bulk::{Change, MOST};
use desk::look::{Board, DealList};
use sales::{Fault, FieldError};

use crate::app::App;
use crate::pages::activities::step::Step;
use crate::pages::deals::inline::value;
use crate::pages::deals::query::DealQuery;
use crate::pages::known::said;
use crate::posted::Form;
use crate::visitor::Visitor;

/// The rows that were ticked, or all that the list's address matches.
pub(super) async fn deals(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<Vec<i64>> {
    if let Some(listed) = form.filled("deals") {
        return Ok(listed.split(',').filter_map(|id| id.parse().ok()).collect());
    }
    if !form.is_on("all") {
        return Ok(form.all("deal").into_iter().filter_map(|id| id.parse().ok()).collect());
    }
    let query = query(form);
    let look = DealList {
        filter: query.list_filter(visitor),
        sort: query.sort(),
        desc: query.is_falling(),
        after: None,
        limit: i64::try_from(MOST).unwrap_or(i64::MAX),
    };
    let seen = app.desk.read_slowly(visitor.actor(), look).await?;
    Ok(seen.deals.into_iter().map(|entry| entry.deal.id).collect())
}

/// The list's own words.
fn query(form: &Form) -> DealQuery {
    let uri: Option<Uri> = format!("/?{}", form.text("query")).parse().ok();
    let pairs = uri.and_then(|uri| Query::<Vec<(String, String)>>::try_from_uri(&uri).ok());
    DealQuery(Form(pairs.map(|Query(pairs)| pairs).unwrap_or_default()))
}

/// Open stages to move to, of the process that the list shows.
pub(super) async fn stages(app: &App, visitor: &Visitor, form: &Form) -> Vec<(String, String)> {
    if form.text("change") != "move" {
        return Vec::new();
    }
    let filter = DealQuery::default().board_filter(visitor);
    let look = Board { process: query(form).process(), filter, per_column: 1 };
    let seen = app.desk.read(visitor.actor(), look).await;
    let named = |column: desk::look::Column| (column.stage, said(&column.title, &visitor.speech));
    seen.map(|seen| seen.columns.into_iter().map(named).collect()).unwrap_or_default()
}

/// # Errors
/// Every fault of what was typed; `NotFound` where there is no such change.
pub(super) fn change(form: &Form, visitor: &Visitor) -> desk::Result<Change> {
    match form.text("change") {
        "archive" => Ok(Change::Archive),
        "assign" => Ok(Change::Assign { to: form.id("owner").ok_or_else(|| required("owner"))? }),
        "move" => {
            let mut faults = Vec::new();
            let next = Step::next(false, &visitor.speech).read(form, &mut faults, &visitor.speech);
            desk::Error::unless_valid(faults)?;
            let stage = form.owned("stage").ok_or_else(|| required("stage"))?;
            Ok(Change::Move { stage, next_steps: next.into_iter().collect() })
        }
        "set" => settings(form).map(Change::Set),
        _ => Err(desk::Error::NotFound),
    }
}

fn required(field: &str) -> desk::Error {
    desk::Error::field(field, Fault::Required)
}

/// What is left empty stays as it is.
fn settings(form: &Form) -> desk::Result<Vec<Setting>> {
    let mut faults = Vec::new();
    let mut settings = Vec::new();
    for name in super::form::FIELDS {
        let Some(text) = form.filled(name) else { continue };
        match value(name, text, "") {
            Ok(value) => settings.push(Setting { field: name.to_owned(), value, was: None }),
            Err(fault) => faults.push(FieldError::new(name, fault)),
        }
    }
    desk::Error::unless_valid(faults)?;
    if settings.is_empty() { Err(required("type")) } else { Ok(settings) }
}
