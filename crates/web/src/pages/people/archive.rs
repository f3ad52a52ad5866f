//! Putting a person away and taking them back.

use axum::extract::{Path, State};
use desk::person::{ArchivePerson, RestorePerson};

use crate::answer::Answer;
use crate::app::App;
use crate::pages::clients::act;
use crate::posted::Posted;
use crate::routes;

pub(super) async fn archive(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    act::done(&app, posted, ArchivePerson { id }, &routes::person(id), "said-archived").await
}

pub(super) async fn restore(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    act::done(&app, posted, RestorePerson { id }, &routes::person(id), "said-restored").await
}
