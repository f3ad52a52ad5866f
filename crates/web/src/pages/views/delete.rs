//! Taking a view away.

use axum::extract::{Path, State};
use desk::view::{DeleteView, ViewPage};

use super::{ALL, WORD, place};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go_saying;
use crate::posted::Posted;
use crate::routes;

pub async fn delete(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let view = app.desk.read(visitor.actor(), ViewPage { id }).await.map_err(told)?;
    app.desk.write(visitor.actor(), DeleteView { id }).await.map_err(told)?;
    let plain = routes::query(place(view.noun, view.as_board), &[(WORD, ALL)]);
    Ok(go_saying(&visitor, &plain, "view-said-deleted", &[("view", view.title.into())]))
}
