//! One value of a person, edited where it stands.

use axum::extract::{Path, State};

use crate::answer::Answer;
use crate::app::App;
use crate::pages::clients::{Noun, inline};
use crate::posted::Posted;
use crate::visitor::Visitor;

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, field)): Path<(i64, String)>,
) -> Answer {
    inline::show(Noun::Person, &app, &visitor, id, &field).await
}

pub(super) async fn save(
    State(app): State<App>,
    Path((id, field)): Path<(i64, String)>,
    posted: Posted,
) -> Answer {
    inline::save(Noun::Person, &app, id, &field, posted).await
}
