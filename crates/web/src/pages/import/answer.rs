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
    let reply = Reply { question, choice: form.text("choice").to_owned() };
    let done = app.desk.write(visitor.actor(), AnswerImport { id, answers: vec![reply] }).await;
    after(&app, &visitor, id, done).await
}

/// Names of a column that are not known are made when the import comes to them.
pub async fn make(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let (file, header, value) = (form.text("file"), form.text("column"), form.text("value"));
    let place: Option<usize> = file.parse().ok();
    change(&app, &visitor, id, |mapping| {
        let file = place.and_then(|place| mapping.files.get_mut(place));
        if let Some(column) = file.and_then(|file| file.columns.get_mut(header)) {
            column.create = true;
            column.values.insert(value.to_owned(), value.to_owned());
        }
        Ok(())
    })
    .await
}

/// Deals without a client are put under one company.
pub async fn stand_in(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let company = form.text("company");
    if company.is_empty() {
        return Ok(go(&visitor, &routes::import(id)));
    }
    change(&app, &visitor, id, |mapping| mapping.set("deal.company.when_missing", company)).await
}

/// Changes the mapping of a draft.
pub async fn change(
    app: &App,
    visitor: &Visitor,
    id: i64,
    alter: impl FnOnce(&mut Mapping) -> Result<(), MappingError>,
) -> Answer {
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await;
    let import = import.map_err(|error| Trouble::from(error).told(visitor))?;
    let altered = Mapping::from_yaml(&import.mapping).and_then(|mut mapping| {
        alter(&mut mapping)?;
        mapping.to_yaml()
    });
    let done = match altered {
        Ok(mapping) => app.desk.write(visitor.actor(), ChangeMapping { id, mapping }).await,
        Err(why) => Err(ImportFault::Mapping(why).into()),
    };
    after(app, visitor, id, done).await
}

/// Back to the draft, with what was wrong if something was.
async fn after(app: &App, visitor: &Visitor, id: i64, done: desk::Result<()>) -> Answer {
    let Err(error) = done else { return Ok(go(visitor, &routes::import(id))) };
    let why = import_fault(error, visitor)?;
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await;
    let import = import.map_err(|error| Trouble::from(error).told(visitor))?;
    draft::show(app, visitor, &import, Some(&why)).await
}

fn odd(field: &str, value: &str) -> Trouble {
    desk::Error::field(field, Fault::Unknown { value: value.to_owned() }).into()
}
