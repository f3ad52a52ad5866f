//! Taking a company that nobody owns.

use axum::extract::{Path, State};
use desk::company::TakeCompany;

use crate::answer::Answer;
use crate::app::App;
use crate::pages::clients::act;
use crate::posted::Posted;
use crate::routes;

pub(super) async fn take(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    act::done(&app, posted, TakeCompany { id }, &routes::company(id), "said-taken").await
}
