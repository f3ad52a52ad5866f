//! Changing a member's name, e-mail, role or team.

use axum::extract::{Path, State};
use desk::member::{ChangeMember, ListMembers};

use super::form::{Refused, Typed, fields, sheet, teams};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go_saying;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, Path(id): Path<i64>, visitor: Visitor) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let members = app.desk.read(visitor.actor(), ListMembers).await.map_err(told)?;
    let member =
        members.into_iter().find(|member| member.id == id).ok_or(desk::Error::NotFound).map_err(told)?;
    let form = Form(vec![
        ("name".into(), member.name),
        ("email".into(), member.email.unwrap_or_default()),
        ("role".into(), member.role),
        ("team".into(), member.team_id.map(|id| id.to_string()).unwrap_or_default()),
    ]);
    let teams = teams(&app, &visitor).await.map_err(told)?;
    let body = fields(&form, &Refused::default(), teams, &visitor.speech);
    Ok(sheet("member-change", &routes::member(id), body, &visitor).show(&visitor))
}

pub async fn save(State(app): State<App>, Path(id): Path<i64>, Posted { visitor, form }: Posted) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let Typed { name, email, role, team } = Typed::of(&form);
    match app.desk.write(visitor.actor(), ChangeMember { id, name, email, role, team }).await {
        Ok(()) => Ok(go_saying(&visitor, routes::MEMBERS, "said-saved", &[])),
        Err(error) => {
            let refused = Refused::of(error, &visitor.speech).map_err(told)?;
            let teams = teams(&app, &visitor).await.map_err(told)?;
            let body = fields(&form, &refused, teams, &visitor.speech);
            Ok(sheet("member-change", &routes::member(id), body, &visitor).refused(&visitor))
        }
    }
}
