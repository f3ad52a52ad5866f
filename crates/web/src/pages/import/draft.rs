//! Matching columns: questions on top, then what each column holds and where it goes.

use desk::import::{ImportFault, ImportView, PreviewImport};
use desk::process::ListProcesses;
use intake::{Mapping, Preview};
use maud::{Markup, html};

use super::frame::{Place, act, fault, figure, import_fault, page, said, unfit, way};
use super::{columns, questions, sample};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::routes;
use crate::ui::{Button, Icon};
use crate::visitor::Visitor;

/// The page of a draft; `why` is what an act on it has just met.
pub async fn show(app: &App, visitor: &Visitor, import: &ImportView, why: Option<&ImportFault>) -> Answer {
    let speech = &visitor.speech;
    let seen = app.desk.read_slowly(visitor.actor(), PreviewImport { id: import.id }).await;
    let preview = match seen {
        Ok(preview) => preview,
        Err(error) => {
            let fault = import_fault(error, visitor)?;
            return Ok(unreadable(visitor, import, &fault));
        }
    };
    let told = |error| Trouble::from(error).told(visitor);
    let processes = app.desk.read(visitor.actor(), ListProcesses).await.map_err(told)?;
    let processes = processes
        .into_iter()
        .map(|row| {
            let words = process::Words { en: row.title_en, ru: row.title_ru };
            (row.process, crate::pages::known::said(&words, speech))
        })
        .collect::<Vec<_>>();
    let mapping = Mapping::from_yaml(&import.mapping).ok();
    let body = html! {
        (way(Place::Columns, Some(import.id), speech))
        @if let Some(why) = why { (fault(said(&why.says(), speech), speech)) }
        (left_out(&preview, visitor))
        (questions::show(import.id, &preview, visitor))
        (columns::show(import.id, &preview, mapping.as_ref(), &processes, visitor))
        @for file in &preview.files { (sample::show(file, speech)) }
    };
    let page = page(import, acts(visitor, import, &preview), body, speech);
    Ok(if why.is_some() { unfit(visitor, &page) } else { visitor.page(&page) })
}

fn acts(visitor: &Visitor, import: &ImportView, preview: &Preview) -> Markup {
    let speech = &visitor.speech;
    let rows: u64 = preview.files.iter().map(|file| file.rows).sum();
    let address = routes::import(import.id);
    let check = speech.t_with("import-check-rows", &[("rows", rows.into())]);
    html! {
        (act(visitor, &routes::act(&address, "cancel"), &Button::quiet(speech.t("import-discard"))))
        (Button::quiet(speech.t("import-later")).href(routes::IMPORTS))
        (Button::main(check).icon(Icon::Right).href(routes::act(&address, "check")))
    }
}

/// Files that nobody reads, and files that are waited for.
fn left_out(preview: &Preview, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let said = |key: &str, names: &[String]| {
        let count = figure(names.len() as u64, speech);
        speech.t_with(key, &[("count", count.into()), ("names", names.join(", ").into())])
    };
    html! {
        @if !preview.ignored.is_empty() { p.hint { (said("import-ignored", &preview.ignored)) } }
        @if !preview.missing.is_empty() { p.hint { (said("import-missing", &preview.missing)) } }
    }
}

fn unreadable(visitor: &Visitor, import: &ImportView, why: &ImportFault) -> axum::response::Response {
    let speech = &visitor.speech;
    let body = html! {
        (way(Place::Columns, None, speech))
        (fault(said(&why.says(), speech), speech))
        div.acts { (Button::main(speech.t("import-new")).href(routes::new_import())) }
    };
    visitor.page(&page(import, Markup::default(), body, speech))
}
