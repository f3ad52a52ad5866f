//! Taking a whole import back: what that means, said before it is done.

use axum::extract::{Path, State};
use desk::import::{ImportPage, ImportView, UndoImport};
use maud::html;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::pages::sheet::Sheet;
use crate::posted::Posted;
use crate::routes;
use crate::ui::{Button, Field, Icon, Nav};
use crate::visitor::Visitor;
use crate::words::Speech;

pub async fn show(State(app): State<App>, Path(id): Path<i64>, visitor: Visitor) -> Answer {
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await;
    let import = import.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(sheet(&import, &visitor.speech).show(&visitor))
}

pub async fn undo(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let visitor = posted.visitor;
    let act = UndoImport { id, force: posted.form.is_on("force") };
    let done = app.desk.write(visitor.actor(), act).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, &routes::import(id)))
}

fn sheet(import: &ImportView, speech: &Speech) -> Sheet {
    let body = html! {
        p { (speech.t("import-undo-about")) }
        (Field::tick("force", "on", &speech.t("import-undo-force"), false))
    };
    Sheet {
        id: "undo-import",
        title: speech.t("import-undo-title"),
        about: Some(import.title.clone()),
        action: routes::act(&routes::import(import.id), "undo"),
        back: routes::import(import.id),
        active: Nav::Import,
        body,
        send: Some(Button::danger(speech.t("import-undo")).icon(Icon::Undo)),
        hint: None,
    }
}
