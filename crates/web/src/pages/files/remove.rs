//! Taking a file from its record.

use axum::extract::{Path, State};
use desk::file::{FindFile, RemoveFile};
use desk::look::Of;

use super::home;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go_saying;
use crate::posted::Posted;

pub async fn remove(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let told = |error| Trouble::from(error).told(&visitor);
    let file = app.desk.read(visitor.actor(), FindFile { id }).await.map_err(told)?;
    visitor.write(&app, RemoveFile { id }).await.map_err(told)?;
    let of = match (file.deal_id, file.company_id, file.person_id) {
        (Some(id), _, _) => home(Of::Deal(id)),
        (_, Some(id), _) => home(Of::Company(id)),
        (_, _, id) => home(Of::Person(id.unwrap_or_default())),
    };
    Ok(go_saying(&visitor, &of, "said-file-removed", &[("name", file.name.as_str().into())]))
}
