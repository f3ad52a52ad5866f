//! Putting a company away and taking it back.

use axum::extract::{Path, State};
use desk::company::{ArchiveCompany, RestoreCompany};

use crate::answer::Answer;
use crate::app::App;
use crate::pages::clients::act;
use crate::posted::Posted;
use crate::routes;

pub(super) async fn archive(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    act::done(&app, posted, ArchiveCompany { id }, &routes::company(id), "said-archived").await
}

pub(super) async fn restore(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    act::done(&app, posted, RestoreCompany { id }, &routes::company(id), "said-restored").await
}
