//! A new member.

use axum::extract::State;
use desk::member::CreateMember;

use super::form::{Typed, sheet, teams};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::go;
use crate::posted::{Form, Posted};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    let teams = teams(&app, &visitor).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    let sheet = sheet("member-new", "/members".into(), &Form::default(), &Faults::default(), teams, &visitor);
    Ok(sheet.show(&visitor))
}

pub async fn create(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let Typed { name, email, role, team } = Typed::of(&form);
    match app.desk.write(visitor.actor(), CreateMember { name, email, role, team }).await {
        Ok(_) => Ok(go(&visitor, "/members")),
        Err(error) => {
            let faults = Faults::of(error).map_err(told)?;
            let teams = teams(&app, &visitor).await.map_err(told)?;
            Ok(sheet("member-new", "/members".into(), &form, &faults, teams, &visitor).refused(&visitor))
        }
    }
}
