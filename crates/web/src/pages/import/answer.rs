//! Answers to a draft's questions, written into its mapping.

use axum::extract::{Path, State};
use desk::import::{AnswerImport, ChangeMapping, ImportFault, ImportPage};
use intake::{Answer as Reply, Mapping, MappingError, Question};
use sales::Fault;

use super::draft;
use super::frame::import_fault;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::Posted;
use crate::routes;
use crate::visitor::Visitor;

pub async fn answer(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let Ok(question) = serde_json::from_str::<Question>(form.text("question")) else {
        return Err(odd("question", form.text("question")).told(&visitor));
    };
    // Another name may be typed beside those offered.
    let choice = form.filled("other").unwrap_or(form.text("choice"));
    if choice.is_empty() {
        return after(&app, &visitor, id, Ok(())).await;
    }
    let reply = Reply { question, choice: choice.to_owned() };
    let done = app.desk.write(visitor.actor(), AnswerImport { id, answers: vec![reply] }).await;
    after(&app, &visitor, id, done).await
}

/// Names of a column that are not known are made when the import comes to them.
pub async fn make(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let (file, header, value) = (form.text("file"), form.text("column"), form.text("value"));
    let place: Option<usize> = file.parse().ok();
    let done = change_mapping(&app, &visitor, id, |mapping| {
        let file = place.and_then(|place| mapping.files.get_mut(place));
        if let Some(column) = file.and_then(|file| file.columns.get_mut(header)) {
            column.create = true;
            column.values.insert(value.to_owned(), value.to_owned());
        }
        Ok(())
    });
    let done = done.await;
    after(&app, &visitor, id, done).await
}

/// Deals without a client are put under one company.
pub async fn stand_in(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let company = form.text("company");
    if company.is_empty() {
        return after(&app, &visitor, id, Ok(())).await;
    }
    let stand_in = |mapping: &mut Mapping| mapping.set("deal.company.when_missing", company);
    let done = change_mapping(&app, &visitor, id, stand_in).await;
    after(&app, &visitor, id, done).await
}

/// Changes the mapping of a draft.
///
/// # Errors
/// What the desk says of the draft or of what its mapping has become.
pub async fn change_mapping(
    app: &App,
    visitor: &Visitor,
    id: i64,
    alter: impl FnOnce(&mut Mapping) -> Result<(), MappingError>,
) -> desk::Result<()> {
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await?;
    let altered = Mapping::from_yaml(&import.mapping).and_then(|mut mapping| {
        alter(&mut mapping)?;
        mapping.check()?;
        mapping.to_yaml()
    });
    let mapping = altered.map_err(ImportFault::Mapping)?;
    app.desk.write(visitor.actor(), ChangeMapping { id, mapping }).await
}

/// Back to the draft, with what was wrong if something was. A script gets the draft's part of the page anew.
pub async fn after(app: &App, visitor: &Visitor, id: i64, done: desk::Result<()>) -> Answer {
    let why = match done {
        Ok(()) if visitor.fragment => None,
        Ok(()) => return Ok(go(visitor, &routes::import(id))),
        Err(error) => Some(import_fault(error, visitor)?),
    };
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await;
    let import = import.map_err(|error| Trouble::from(error).told(visitor))?;
    if import.state != "draft" {
        return Ok(go(visitor, &routes::import(id)));
    }
    draft::show(app, visitor, &import, why.as_ref()).await
}

fn odd(field: &str, value: &str) -> Trouble {
    desk::Error::field(field, Fault::Unknown { value: value.to_owned() }).into()
}
