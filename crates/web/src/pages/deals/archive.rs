//! Putting a deal away and taking it back.

use axum::extract::{Path, State};
use desk::deal::{ArchiveDeal, RestoreDeal};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go_saying;
use crate::posted::Posted;
use crate::routes;

pub async fn archive(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let done = visitor.write(&app, ArchiveDeal { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go_saying(&visitor, &routes::deal(id), "said-archived", &[]))
}

pub async fn restore(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let done = visitor.write(&app, RestoreDeal { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go_saying(&visitor, &routes::deal(id), "said-restored", &[]))
}
