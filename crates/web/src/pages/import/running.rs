//! An import or an undo under way. The server goes on whether or not anybody looks.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use desk::import::{ImportPage, ImportView};
use maud::{Markup, html};

use super::frame::{Place, act, figure, page, way};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::routes;
use crate::ui::{self, Button, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

pub fn show(visitor: &Visitor, import: &ImportView) -> Response {
    let speech = &visitor.speech;
    let body = html! {
        (way(Place::Import, None, speech))
        noscript { meta http-equiv="refresh" content="2"; }
        (part(visitor, import))
        p.hint { (speech.t("import-may-leave")) }
    };
    visitor.page(&page(import, Markup::default(), body, speech))
}

/// The part that is fetched every second; when it is over, the page is.
pub async fn progress(State(app): State<App>, Path(id): Path<i64>, visitor: Visitor) -> Answer {
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await;
    let import = import.map_err(|error| Trouble::from(error).told(&visitor))?;
    if !matches!(import.state.as_str(), "running" | "undoing") {
        return Ok(([("HX-Refresh", "true")], "").into_response());
    }
    Ok(part(&visitor, &import).into_response())
}

fn part(visitor: &Visitor, import: &ImportView) -> Markup {
    let speech = &visitor.speech;
    let address = routes::import(import.id);
    let undoing = import.state == "undoing";
    let title = speech.t(if undoing { "import-undoing" } else { "import-importing" });
    let stop = html! {
        @if !undoing { (act(visitor, &routes::act(&address, "cancel"), &Button::plain(speech.t("import-stop")).small())) }
    };
    let (done, total) = counts(import);
    let body = html! {
        (ui::progress(&title, whole(done), whole(total)))
        p { (pace(import, speech)) }
        @if !undoing {
            p.hint {
                (speech.t_with("import-so-far", &[
                    ("imported", figure(import.imported, speech).into()),
                    ("mend", figure(import.mend, speech).into()),
                    ("known", figure(import.known, speech).into()),
                ]))
            }
        }
    };
    let about = format!("{} / {}", figure(done, speech), figure(total, speech));
    html! {
        div #import-progress data-hx-get=(routes::act(&address, "progress")) data-hx-trigger="every 1s" data-hx-swap="outerHTML" {
            (panel(&title, Some(&about), &stop, &body))
        }
    }
}

/// Rows of an import, records of an undo.
fn counts(import: &ImportView) -> (u64, u64) {
    match &import.report.undo {
        Some(undo) if import.state == "undoing" => (undo.removed, undo.total),
        _ => (import.done, import.total),
    }
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn pace(import: &ImportView, speech: &Speech) -> String {
    let mut told = vec![speech.percent(i64::from(import.percent))];
    if import.state == "running" {
        let pace = import.rows_per_second;
        told.extend(pace.map(|rows| speech.t_with("import-pace", &[("rows", figure(rows, speech).into())])));
        told.extend(import.seconds_left.map(|seconds| left(seconds, speech)));
    }
    told.join(" · ")
}

fn left(seconds: u64, speech: &Speech) -> String {
    match seconds {
        0..=90 => speech.t_with("import-seconds-left", &[("seconds", seconds.into())]),
        _ => speech.t_with("import-minutes-left", &[("minutes", seconds.div_ceil(60).into())]),
    }
}
