//! One maintained list: words added, renamed in both languages, ordered, retired and restored.

use axum::extract::{Path, State};
use axum::response::Response;
use desk::settings::{
    AddChoice, LISTS, ListChoices, RenameChoice, ReorderChoices, RestoreChoice, RetireChoice,
};
use maud::html;
use process::Words;

use super::frame::{answer, others};
use super::typed::{Typed, act, form as form_of};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Field, Tone, chip};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, Path(list): Path<String>, visitor: Visitor) -> Answer {
    if let Some(why) = others(&visitor) {
        return Ok(why);
    }
    page(&app, &visitor, &list, &Typed::default()).await
}

pub async fn change(State(app): State<App>, Path(list): Path<String>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let done = carry_out(&app, &visitor, &list, &form).await;
    match Typed::of(done, form, &visitor)? {
        None => Ok(go(&visitor, &routes::settings(&format!("lists/{list}")))),
        Some(typed) => page(&app, &visitor, &list, &typed).await,
    }
}

async fn carry_out(app: &App, visitor: &Visitor, list: &str, form: &Form) -> desk::Result<()> {
    let by = visitor.actor();
    let id = form.id("form").unwrap_or_default();
    let title = Words { en: form.text("title_en").to_owned(), ru: form.text("title_ru").to_owned() };
    match form.text("act") {
        "retire" => app.desk.write(by, RetireChoice { id }).await,
        "restore" => app.desk.write(by, RestoreChoice { id }).await,
        "up" => raise(app, visitor, list, id).await,
        "save" => app.desk.write(by, RenameChoice { id, title }).await,
        _ => app.desk.write(by, AddChoice { list: list.to_owned(), key: None, title }).await.map(drop),
    }
}

/// Changes places with the word above.
async fn raise(app: &App, visitor: &Visitor, list: &str, id: i64) -> desk::Result<()> {
    let rows = app.desk.read(visitor.actor(), ListChoices { list: Some(list.to_owned()) }).await?;
    let mut ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    if let Some(at @ 1..) = ids.iter().position(|one| *one == id) {
        ids.swap(at - 1, at);
    }
    app.desk.write(visitor.actor(), ReorderChoices { list: list.to_owned(), ids }).await
}

async fn page(app: &App, visitor: &Visitor, list: &str, typed: &Typed) -> Result<Response, Trouble> {
    let told = |error| Trouble::from(error).told(visitor);
    if !LISTS.contains(&list) {
        return Err(told(desk::Error::NotFound));
    }
    let rows = app.desk.read(visitor.actor(), ListChoices { list: Some(list.to_owned()) }).await;
    let rows = rows.map_err(told)?;
    let speech = &visitor.speech;
    let way = format!("lists/{list}");
    let address = routes::settings(&way);
    let titles = |which: &str, en: &str, ru: &str| {
        html! {
            (typed.put(which, "title_en", Field::text("title_en", speech.t("field-title-en")), en, speech))
            (typed.put(which, "title_ru", Field::text("title_ru", speech.t("field-title-ru")), ru, speech))
        }
    };
    let body = html! {
        @for (at, row) in rows.iter().enumerate() {
            @let which = row.id.to_string();
            (form_of(&which, &address, visitor, &html! {
                (titles(&which, &row.title_en, &row.title_ru))
                (act("settings-save", "save", visitor))
                @if at > 0 { (act("settings-up", "up", visitor)) }
                @if row.retired_at.is_some() {
                    (chip(Tone::Plain, None, &speech.t("settings-retired")))
                    (act("settings-restore", "restore", visitor))
                } @else { (act("settings-retire", "retire", visitor)) }
            }))
        }
        h2 { (speech.t("settings-new-word")) }
        (form_of("add", &address, visitor, &html! { (titles("add", "", "")) (act("settings-add", "add", visitor)) }))
        p.hint { (speech.t("settings-word-hint")) }
    };
    Ok(answer(&way, &speech.t(&format!("settings-{list}")), typed, &body, visitor))
}
