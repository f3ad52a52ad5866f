//! Marking notices as read.

use axum::extract::{Path, State};
use desk::notification::MarkRead;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::{go, sheet};
use crate::posted::Posted;
use crate::routes;

pub(super) async fn all(State(app): State<App>, posted: Posted) -> Answer {
    mark(&app, posted, MarkRead::All).await
}

pub(super) async fn one(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    mark(&app, posted, MarkRead::One(id)).await
}

async fn mark(app: &App, Posted { visitor, form }: Posted, which: MarkRead) -> Answer {
    let done = app.desk.write(visitor.actor(), which).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, &sheet::back(&form, routes::NOTICES)))
}
