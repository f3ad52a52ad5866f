//! Completing a task and taking that back.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use desk::look::TaskPage;
use desk::task::{CompleteTask, ReopenTask};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::{go, go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Toast, toast};
use crate::visitor::Visitor;

pub async fn done(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    visitor.write(&app, CompleteTask { id }).await.map_err(told)?;
    if !visitor.fragment {
        return Ok(after(&visitor, &form));
    }
    let title = app.desk.read(visitor.actor(), TaskPage { id }).await.map_err(told)?.title;
    // A record shows its tasks among other things, and is shown anew; a day only strikes the row out.
    if form.filled("back").is_some() {
        let back = sheet::back(&form, "/day");
        return Ok(go_saying(&visitor, &back, "done-words", &[("what", title.as_str().into())]));
    }
    let done = Toast {
        words: visitor.speech.t_with("done-words", &[("what", title.into())]),
        points: None,
        undo: visitor.did().map(routes::undo),
    };
    Ok(toast(&done, &visitor.signed.csrf, &visitor.speech).into_response())
}

pub async fn reopen(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let done = visitor.write(&app, ReopenTask { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(after(&visitor, &form))
}

fn after(visitor: &Visitor, form: &Form) -> Response {
    go(visitor, &sheet::back(form, "/day"))
}
