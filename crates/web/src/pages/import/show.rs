//! One import, as it stands.

use axum::extract::{Path, Query, State};
use desk::import::ImportPage;

use super::mend_list::Asked;
use super::{done, draft, running};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::visitor::Visitor;

pub async fn show(
    State(app): State<App>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
    visitor: Visitor,
) -> Answer {
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await;
    let import = import.map_err(|error| Trouble::from(error).told(&visitor))?;
    match import.state.as_str() {
        "draft" => draft::show(&app, &visitor, &import, None).await,
        "running" | "undoing" => Ok(running::show(&visitor, &import)),
        _ => done::show(&app, &visitor, &import, asked).await,
    }
}
