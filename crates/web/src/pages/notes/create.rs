//! A new note on a deal, a company or a person.

use axum::extract::{Query, State};
use desk::note::WriteNote;
use maud::html;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::activities::{Ground, named};
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::ui::{Button, Field, Nav};
use crate::visitor::Visitor;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let form = Form(query);
    let ground = Ground::load(&app, &visitor, named(&form))
        .await
        .map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(draw(&form, &Faults::default(), &ground, &visitor).show(&visitor))
}

pub async fn create(State(app): State<App>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let ground = Ground::load(&app, &visitor, named(&form)).await.map_err(told)?;
    let act = WriteNote { on: ground.on, body: form.text("body").to_owned() };
    match visitor.write(&app, act).await {
        Ok(_) => Ok(go_saying(&visitor, &sheet::back(&form, &ground.href), "said-note-written", &[])),
        Err(error) => {
            let faults = Faults::of(error).map_err(told)?;
            Ok(draw(&form, &faults, &ground, &visitor).refused(&visitor))
        }
    }
}

fn draw(form: &Form, faults: &Faults, ground: &Ground, visitor: &Visitor) -> sheet::Sheet {
    let speech = &visitor.speech;
    sheet::Sheet {
        id: "note",
        title: speech.t("write-note"),
        about: (!ground.name.is_empty()).then(|| ground.name.clone()),
        action: "/notes".to_owned(),
        back: sheet::back(form, &ground.href),
        active: Nav::Elsewhere,
        body: html! {
            (faults.summary(speech))
            @if let Some((noun, id)) = ground.query.split_once('=') { input type="hidden" name=(noun) value=(id); }
            (Field::area("body", speech.t("field-note"), 4).value(form.text("body")).error(faults.at("body", speech)).show(speech))
        },
        send: Some(Button::main(speech.t("write-note"))),
        hint: None,
    }
}
