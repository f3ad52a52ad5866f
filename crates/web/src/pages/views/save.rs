//! Keeping what is looked at under a name.

use axum::extract::{Query, State};
use desk::view::{Noun, SaveView, ViewPage};
use maud::html;

use super::{address, fields, place};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::ui::{Button, Nav};
use crate::visitor::Visitor;

pub async fn show(visitor: Visitor, Query(query): Query<Vec<(String, String)>>) -> Answer {
    let form = Form(query);
    let noun = noun(&form).map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(draw(&form, &Faults::default(), noun, &visitor).show(&visitor))
}

pub async fn create(State(app): State<App>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let noun = noun(&form).map_err(told)?;
    let act = SaveView { noun, fields: fields::read(&form), first: form.is_on("first") };
    match app.desk.write(visitor.actor(), act).await {
        Ok(id) => {
            let view = app.desk.read(visitor.actor(), ViewPage { id }).await.map_err(told)?;
            let name = [("view", view.title.as_str().into())];
            Ok(go_saying(&visitor, &address(&view), "view-said-saved", &name))
        }
        Err(error) => {
            let faults = Faults::of(error).map_err(told)?;
            Ok(draw(&form, &faults, noun, &visitor).refused(&visitor))
        }
    }
}

fn noun(form: &Form) -> desk::Result<Noun> {
    Noun::parse(form.text("noun")).ok_or(desk::Error::NotFound)
}

fn draw(form: &Form, faults: &Faults, noun: Noun, visitor: &Visitor) -> sheet::Sheet {
    let speech = &visitor.speech;
    let query = form.text("query");
    let here = place(noun, form.is_on("board"));
    sheet::Sheet {
        id: "save-view",
        title: speech.t("view-save"),
        about: None,
        action: "/views".to_owned(),
        back: if query.is_empty() { here.to_owned() } else { format!("{here}?{query}") },
        active: nav(noun),
        body: html! {
            input type="hidden" name="noun" value=(noun.key());
            (fields::show(form, faults, true, speech))
        },
        send: Some(Button::main(speech.t("view-save"))),
        hint: None,
    }
}

pub(super) fn nav(noun: Noun) -> Nav {
    match noun {
        Noun::Deal => Nav::Deals,
        Noun::Company => Nav::Companies,
        Noun::Person => Nav::People,
    }
}
