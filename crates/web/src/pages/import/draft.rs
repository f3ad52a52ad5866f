//! Matching columns: questions on top, then of each file what its columns hold, where they go and how it will look.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::import::{ImportFault, ImportView, Places, PreviewImport, ProcessPlaces};
use intake::{Mapping, Preview};
use maud::{Markup, html};

use super::frame::{Place, act, fault, import_fault, page, said, way};
use super::{columns, questions};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::limits;
use crate::routes;
use crate::ui::{Button, Icon};
use crate::visitor::Visitor;

/// A draft as its page shows it.
pub struct Draft<'a> {
    pub import: &'a ImportView,
    pub preview: Preview,
    pub mapping: Option<Mapping>,
    pub places: Vec<ProcessPlaces>,
}

/// The form of the columns, which the button on top sends too.
pub const FORM: &str = "columns";

/// The page of a draft, or for a script the part that an answer changes; `why` is what an act on it has just met.
pub async fn show(app: &App, visitor: &Visitor, import: &ImportView, why: Option<&ImportFault>) -> Answer {
    let turn = limits::preview_turn().await;
    let seen = app.desk.read_slowly(visitor.actor(), PreviewImport { id: import.id }).await;
    drop(turn);
    let preview = match seen {
        Ok(preview) => preview,
        Err(error) => {
            let fault = import_fault(error, visitor)?;
            return Ok(unreadable(visitor, import, &fault));
        }
    };
    let told = |error| Trouble::from(error).told(visitor);
    let places = app.desk.read(visitor.actor(), Places).await.map_err(told)?;
    let mapping = Mapping::from_yaml(&import.mapping).ok();
    let draft = Draft { import, preview, mapping, places };
    let status = if why.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let part = part(&draft, why, visitor);
    if visitor.fragment {
        return Ok((status, part).into_response());
    }
    let body =
        html! { (way(Place::Columns, Some(import.id), &aside(visitor, import), &visitor.speech)) (part) };
    let page = page(import, start(&draft, visitor), body, &visitor.speech);
    Ok((status, visitor.page(&page)).into_response())
}

fn part(draft: &Draft<'_>, why: Option<&ImportFault>, visitor: &Visitor) -> Markup {
    html! {
        div.stack #draft {
            @if let Some(why) = why { (fault(said(&why.says(), &visitor.speech), &visitor.speech)) }
            (left_out(&draft.preview, visitor))
            (questions::show(draft, visitor))
            (columns::show(draft, visitor))
        }
    }
}

/// Sends the columns as they stand, and goes on to the check.
fn start(draft: &Draft<'_>, visitor: &Visitor) -> Markup {
    let rows: u64 = draft.preview.files.iter().map(|file| file.rows).sum();
    let label = visitor.speech.t_with("import-check-rows", &[("rows", rows.into())]);
    let check = Button::main(label).icon(Icon::Right).submit_as("then", "check").attr("form", FORM);
    html! { (check) }
}

fn aside(visitor: &Visitor, import: &ImportView) -> Markup {
    let speech = &visitor.speech;
    let address = routes::import(import.id);
    html! {
        (Button::quiet(speech.t("import-later")).small().href(routes::IMPORTS))
        (act(visitor, &routes::act(&address, "cancel"), &Button::quiet(speech.t("import-discard")).small()))
    }
}

/// Files that nobody reads, and files that are waited for.
fn left_out(preview: &Preview, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let said = |key: &str, names: &[String]| speech.t_with(key, &[("names", names.join(", ").into())]);
    html! {
        @if !preview.ignored.is_empty() { p.hint { (said("import-ignored", &preview.ignored)) } }
        @if !preview.missing.is_empty() { p.hint { (said("import-missing", &preview.missing)) } }
    }
}

fn unreadable(visitor: &Visitor, import: &ImportView, why: &ImportFault) -> Response {
    let speech = &visitor.speech;
    let body = html! {
        (way(Place::Columns, None, &aside(visitor, import), speech))
        div.stack #draft {
            (fault(said(&why.says(), speech), speech))
            div.acts { (Button::main(speech.t("import-new")).href(routes::new_import())) }
        }
    };
    (StatusCode::UNPROCESSABLE_ENTITY, visitor.page(&page(import, Markup::default(), body, speech)))
        .into_response()
}
