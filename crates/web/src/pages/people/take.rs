//! Taking a person that nobody owns.

use axum::extract::{Path, State};
use desk::person::TakePerson;

use crate::answer::Answer;
use crate::app::App;
use crate::pages::clients::act;
use crate::posted::Posted;
use crate::routes;

pub(super) async fn take(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    act::done(&app, posted, TakePerson { id }, &routes::person(id), "said-taken").await
}
