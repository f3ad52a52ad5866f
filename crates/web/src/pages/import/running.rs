//! An import or an undo under way. The server goes on whether or not anybody looks.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use desk::import::{ImportPage, ImportView};
use maud::{Markup, html};

use super::figures::{Figure, figures};
use super::frame::{Place, act, page, way};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::routes;
use crate::ui::{self, Button, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

pub fn show(visitor: &Visitor, import: &ImportView) -> Response {
    let speech = &visitor.speech;
    let body = html! {
        (way(Place::Import, None, &Markup::default(), speech))
        (part(visitor, import))
        noscript { p { a href=(routes::import(import.id)) { (speech.t("import-look-again")) } } }
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
    let (done, total) = counts(import);
    let body = html! {
        (ui::progress(&title, whole(done), whole(total)))
        (figures(&told(import, speech)))
        div.import-foot {
            p.hint { (speech.t(if undoing { "import-undo-may-leave" } else { "import-may-leave" })) }
            @if !undoing {
                (act(visitor, &routes::act(&address, "cancel"), &Button::plain(speech.t("import-stop"))))
            }
        }
    };
    html! {
        div #import-progress data-hx-get=(routes::act(&address, "progress")) data-hx-trigger="every 1s" data-hx-swap="outerHTML" {
            (panel(&title, Some(&pace(import, speech)), &Markup::default(), &body))
        }
    }
}

fn told(import: &ImportView, speech: &Speech) -> Vec<Figure> {
    let (done, total) = counts(import);
    let of = speech.t_with("import-of", &[("done", done.into()), ("total", total.into())]);
    if import.state == "undoing" {
        return vec![Figure::words(speech.t("import-taken-back"), of)];
    }
    vec![
        Figure::words(speech.t("import-read-so-far"), of),
        Figure::good(speech.t("import-imported"), import.imported, speech),
        Figure::bad(speech.t("import-mend"), import.mend, speech),
        Figure::plain(speech.t("import-known"), import.known, speech),
    ]
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
        told.extend(pace.map(|rows| speech.t_with("import-pace", &[("rows", rows.into())])));
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
