//! More cards of one column.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use desk::look::{BoardColumn, Cursor};
use maud::{Markup, html};

use super::board::{self, PER_COLUMN};
use super::query::DealQuery;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::Known;
use crate::posted::Form;
use crate::routes;
use crate::ui::Button;
use crate::visitor::Visitor;
use crate::words::Speech;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(stage): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let query = DealQuery(Form(query));
    if !visitor.fragment {
        // Without script the rest of a column is read as a list.
        return Ok(Redirect::to(&query.with("/deals/list", "stage", &stage)).into_response());
    }
    let asked = BoardColumn {
        process: query.process(),
        stage: stage.clone(),
        filter: query.board_filter(&visitor),
        after: query.after(),
        limit: PER_COLUMN,
    };
    let cards = app.desk.read(visitor.actor(), asked).await.map_err(told)?;
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    let fragment = html! {
        (board::cards_of(&cards, &known, &visitor.speech))
        (more(cards.next.as_ref(), &stage, &query, &visitor.speech))
    };
    Ok(fragment.into_response())
}

/// The way to the rest of a column, which replaces itself.
pub fn more(next: Option<&Cursor>, stage: &str, query: &DealQuery, speech: &Speech) -> Markup {
    let Some(next) = next else { return Markup::default() };
    let address = query.with(&routes::column(stage), "after", &next.0);
    html! {
        li.more-cards {
            (Button::quiet(speech.t("more-cards")).small().href(&address)
                .attr("data-hx-get", &address).attr("data-hx-target", "closest li").attr("data-hx-swap", "outerHTML"))
        }
    }
}
