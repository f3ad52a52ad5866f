//! A new member.

use axum::extract::State;
use desk::member::CreateMember;

use super::form::{Refused, Typed, fields, sheet, teams};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go_saying;
use crate::pages::settings::frame::others;
use crate::posted::{Form, Posted};
use crate::routes::MEMBERS;
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    if let Some(why) = others(&visitor) {
        return Ok(why);
    }
    let teams = teams(&app, &visitor).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    let body = fields(&Form::default(), &Refused::default(), teams, &visitor.speech);
    Ok(sheet("member-new", MEMBERS, body, &visitor).show(&visitor))
}

pub async fn create(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let Typed { name, email, role, team } = Typed::of(&form);
    match app.desk.write(visitor.actor(), CreateMember { name, email, role, team }).await {
        Ok(_) => {
            let name = form.text("name").into();
            Ok(go_saying(&visitor, MEMBERS, "member-said-added", &[("name", name)]))
        }
        Err(error) => {
            let refused = Refused::of(error, &visitor.speech).map_err(told)?;
            let teams = teams(&app, &visitor).await.map_err(told)?;
            let body = fields(&form, &refused, teams, &visitor.speech);
            Ok(sheet("member-new", MEMBERS, body, &visitor).refused(&visitor))
        }
    }
}
