//! One maintained list: words added, renamed in both languages, ordered, retired and restored.

use axum::extract::{Path, State};
use axum::response::Response;
use desk::settings::{
    AddChoice, ChoiceRow, LISTS, ListChoices, RenameChoice, ReorderChoices, RestoreChoice, RetireChoice,
};
use maud::{Markup, html};
use process::Words;

use super::frame::{answer, others};
use super::row::{Row, RowAct, more, new_row, row, rows, save};
use super::typed::{Done, Typed};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::said;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field, Icon, Tone, chip};
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
    match Typed::settle(done, form, &way(&list), &visitor)? {
        Ok(gone) => Ok(gone),
        Err(typed) => page(&app, &visitor, &list, &typed).await,
    }
}

fn way(list: &str) -> String {
    format!("lists/{list}")
}

async fn carry_out(app: &App, visitor: &Visitor, list: &str, form: &Form) -> desk::Result<Done> {
    let by = visitor.actor();
    let id = form.id("form").unwrap_or_default();
    let title = Words { en: form.text("title_en").to_owned(), ru: form.text("title_ru").to_owned() };
    let done = |said| move |()| Done { row: Some(id), said };
    match form.text("act") {
        "retire" => app.desk.write(by, RetireChoice { id }).await.map(done("settings-said-retired")),
        "restore" => app.desk.write(by, RestoreChoice { id }).await.map(done("settings-said-restored")),
        "up" => shift(app, visitor, list, id, true).await.map(done("settings-said-moved")),
        "down" => shift(app, visitor, list, id, false).await.map(done("settings-said-moved")),
        "save" => app.desk.write(by, RenameChoice { id, title }).await.map(done("said-saved")),
        _ => {
            let word = AddChoice { list: list.to_owned(), key: None, title };
            app.desk.write(by, word).await.map(Done::added)
        }
    }
}

/// Changes places with the word above or below.
async fn shift(app: &App, visitor: &Visitor, list: &str, id: i64, up: bool) -> desk::Result<()> {
    let rows = app.desk.read(visitor.actor(), ListChoices { list: Some(list.to_owned()) }).await?;
    let mut ids: Vec<i64> = in_use_first(&rows).iter().map(|row| row.id).collect();
    let at = ids.iter().position(|one| *one == id);
    let to = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < ids.len()) });
    if let (Some(at), Some(to)) = (at, to) {
        ids.swap(at, to);
    }
    app.desk.write(visitor.actor(), ReorderChoices { list: list.to_owned(), ids }).await
}

/// Retired words stand last, whatever their place was.
fn in_use_first(rows: &[ChoiceRow]) -> Vec<&ChoiceRow> {
    let (in_use, retired): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.retired_at.is_none());
    [in_use, retired].concat()
}

async fn page(app: &App, visitor: &Visitor, list: &str, typed: &Typed) -> Result<Response, Trouble> {
    let told = |error| Trouble::from(error).told(visitor);
    if !LISTS.contains(&list) {
        return Err(told(desk::Error::NotFound));
    }
    let found = app.desk.read(visitor.actor(), ListChoices { list: Some(list.to_owned()) }).await;
    let found = found.map_err(told)?;
    let speech = &visitor.speech;
    let address = routes::settings(&way(list));
    let in_use = found.iter().filter(|row| row.retired_at.is_none()).count();
    let all = html! {
        @for (at, word) in in_use_first(&found).into_iter().enumerate() {
            (line(word, (at > 0, at + 1 < in_use), &address, typed, visitor))
        }
        (new_row(&speech.t("settings-new-word"), &speech.t("settings-add"), &address, visitor, &titles("add", "", "", typed, visitor)))
    };
    let names = ["field-title-en", "field-title-ru"].map(|key| speech.t(key));
    let about = format!("{} {}", speech.t(&format!("settings-about-{list}")), speech.t("settings-word-hint"));
    let title = speech.t(&format!("settings-{list}"));
    let body = rows(&title, Some(in_use), &about, "words", &names, &all);
    Ok(answer(&way(list), typed, &body, visitor))
}

/// A word; `moves` says whether it can go up, and down.
fn line(word: &ChoiceRow, moves: (bool, bool), address: &str, typed: &Typed, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let which = word.id.to_string();
    let put_away = word.retired_at.is_some();
    let name = said(&word.words(), speech);
    let fields = html! {
        (titles(&which, &word.title_en, &word.title_ru, typed, visitor))
        span.row-note {
            @if put_away { (chip(Tone::Plain, None, &speech.t("settings-retired"))) }
            @else {
                (step("settings-up", "up", Icon::Up, moves.0, visitor))
                (step("settings-down", "down", Icon::Down, moves.1, visitor))
            }
        }
    };
    let way = if put_away {
        RowAct { key: "settings-restore", act: "restore", icon: Icon::Undo }
    } else {
        RowAct { key: "settings-retire", act: "retire", icon: Icon::Bin }
    };
    let acts = html! { (save(visitor)) (more(&[way], visitor)) };
    row(&Row { which: &which, name: &name, put_away }, address, typed, visitor, &fields, &acts)
}

/// One step up or down; where there is none, its room stays.
fn step(key: &str, act: &str, icon: Icon, can: bool, visitor: &Visitor) -> Markup {
    let button = Button::quiet(visitor.speech.t(key)).bare(icon).small().submit_as("act", act);
    html! {
        @if can { (button.attr("formnovalidate", "")) }
        @else { span.no-step {} }
    }
}

fn titles(which: &str, en: &str, ru: &str, typed: &Typed, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        (typed.cell(which, "title_en", Field::text("title_en", speech.t("field-title-en")), en, speech))
        (typed.cell(which, "title_ru", Field::text("title_ru", speech.t("field-title-ru")), ru, speech))
    }
}
