//! Taking an act back, from its toast or from a timeline. A refusal comes back to the same page and says why.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use desk::Conflict;
use desk::undo::Undo;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::said;
use crate::pages::{came_from, go};
use crate::posted::Posted;
use crate::said::{Said, saying};
use crate::words::Speech;

pub async fn undo(
    State(app): State<App>,
    Path(act): Path<i64>,
    headers: HeaderMap,
    Posted { visitor, form: _ }: Posted,
) -> Answer {
    let words = match app.desk.write(visitor.actor(), Undo { act }).await {
        Ok(()) => visitor.speech.t("said-undone"),
        Err(error) => why(error, &visitor.speech).map_err(|error| Trouble::from(error).told(&visitor))?,
    };
    Ok(saying(go(&visitor, &came_from(&headers, "/day")), &Said { words, act: None }))
}

/// Why an act can't be taken back; an error that is no refusal stays one.
fn why(error: desk::Error, speech: &Speech) -> Result<String, desk::Error> {
    match error {
        desk::Error::Conflict(Conflict::Done) => Ok(speech.t("undo-done")),
        desk::Error::Conflict(conflict) => Ok(speech.t(&format!("conflict-{}", conflict.key()))),
        desk::Error::Stale => Ok(speech.t("conflict-changed-since")),
        desk::Error::NextStepRequired { .. } => Ok(speech.t("undo-next-step")),
        desk::Error::Refused(findings) => {
            let first = findings.first().map(|found| said(&found.says, speech)).unwrap_or_default();
            Ok(speech.t_with("undo-refused", &[("why", first.into())]))
        }
        desk::Error::Invalid(_) => Ok(speech.t("undo-invalid")),
        other => Err(other),
    }
}
