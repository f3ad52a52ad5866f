//! Starting and stopping an import; keeping its mapping.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use desk::import::{CancelImport, ImportPage, SaveMapping, StartImport};
use intake::Mapping;

use super::check;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::{go, go_saying};
use crate::posted::Posted;
use crate::routes;
use crate::visitor::Visitor;

pub async fn start(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let told = |error| Trouble::from(error).told(&visitor);
    match app.desk.write(visitor.actor(), StartImport { id }).await {
        Ok(()) => Ok(go(&visitor, &routes::import(id))),
        Err(desk::Error::Import(why)) => {
            let import = app.desk.read(visitor.actor(), ImportPage { id }).await.map_err(told)?;
            check::checked(&app, &visitor, &import, Some(&why)).await
        }
        Err(error) => Err(told(error)),
    }
}

/// Stops an import, or discards a draft.
pub async fn cancel(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let done = app.desk.write(visitor.actor(), CancelImport { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, &routes::import(id)))
}

/// Keeps the mapping for the next files of this shape.
pub async fn keep(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let told = |error| Trouble::from(error).told(&visitor);
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await.map_err(told)?;
    let name = name(&import.mapping);
    app.desk.write(visitor.actor(), SaveMapping { mapping: import.mapping }).await.map_err(told)?;
    Ok(go_saying(&visitor, &routes::import(id), "import-mapping-kept", &[("name", name.into())]))
}

/// The mapping as a file, for the command line and other installations.
pub async fn mapping_file(State(app): State<App>, Path(id): Path<i64>, visitor: Visitor) -> Answer {
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await;
    let import = import.map_err(|error| Trouble::from(error).told(&visitor))?;
    let name = routes::encode(&name(&import.mapping));
    let headers = [
        (header::CONTENT_TYPE, "application/yaml; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}.yaml")),
    ];
    Ok((headers, import.mapping).into_response())
}

fn name(mapping: &str) -> String {
    Mapping::from_yaml(mapping).map_or_else(|_| "mapping".to_owned(), |mapping| mapping.name)
}
