//! Starting, stopping and taking back an import; keeping its mapping.

use axum::extract::{Path, State};
use desk::import::{CancelImport, ImportPage, SaveMapping, StartImport, UndoImport};

use super::check;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::Posted;
use crate::routes;

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

pub async fn cancel(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let done = app.desk.write(visitor.actor(), CancelImport { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, &routes::import(id)))
}

pub async fn undo(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let act = UndoImport { id, force: posted.form.is_on("force") };
    let done = app.desk.write(visitor.actor(), act).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, &routes::import(id)))
}

/// Keeps the mapping for the next files of this shape.
pub async fn keep(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let told = |error| Trouble::from(error).told(&visitor);
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await.map_err(told)?;
    app.desk.write(visitor.actor(), SaveMapping { mapping: import.mapping }).await.map_err(told)?;
    Ok(go(&visitor, &routes::import(id)))
}
