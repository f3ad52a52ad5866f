//! The tree of teams and who heads them.

use axum::extract::State;
use axum::response::Response;
use desk::member::{ArchiveTeam, ChangeTeam, CreateTeam, ListTeams, MemberChoices, RestoreTeam};
use maud::html;

use super::frame::{answer, others};
use super::typed::{Typed, act, form as form_of};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Field, Tone, chip};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    if let Some(why) = others(&visitor) {
        return Ok(why);
    }
    page(&app, &visitor, &Typed::default()).await
}

pub async fn change(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let done = carry_out(&app, &visitor, &form).await;
    match Typed::of(done, form, &visitor)? {
        None => Ok(go(&visitor, &routes::settings("teams"))),
        Some(typed) => page(&app, &visitor, &typed).await,
    }
}

async fn carry_out(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<()> {
    let by = visitor.actor();
    let id = form.id("form").unwrap_or_default();
    let (name, parent, head) = (form.text("name").to_owned(), form.id("parent"), form.id("head"));
    match form.text("act") {
        "archive" => app.desk.write(by, ArchiveTeam { id }).await,
        "restore" => app.desk.write(by, RestoreTeam { id }).await,
        "save" => app.desk.write(by, ChangeTeam { id, name, parent, head }).await,
        _ => app.desk.write(by, CreateTeam { name, parent, head }).await.map(drop),
    }
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed) -> Result<Response, Trouble> {
    let told = |error| Trouble::from(error).told(visitor);
    let teams = app.desk.read(visitor.actor(), ListTeams).await.map_err(told)?;
    let kept = teams.iter().filter_map(|team| team.row.head_id).collect();
    let members = app.desk.read(visitor.actor(), MemberChoices { kept }).await.map_err(told)?;
    let speech = &visitor.speech;
    let address = routes::settings("teams");
    let mut heads = vec![(String::new(), speech.t("settings-no-head"))];
    heads.extend(members.into_iter().map(|member| (member.id.to_string(), member.name)));
    let mut parents = vec![(String::new(), speech.t("settings-top"))];
    let depth = |team: &desk::member::Team| "\u{2003}".repeat(team.depth);
    parents.extend(teams.iter().map(|team| (team.row.id.to_string(), depth(team) + &team.row.name)));
    let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let inputs = |which: &str, name: &str, parent: &str, head: &str| {
        html! {
            (typed.put(which, "name", Field::text("name", speech.t("field-name")).required(), name, speech))
            (typed.put(which, "parent", Field::select("parent", speech.t("settings-above"), parents.clone()), parent, speech))
            (typed.put(which, "head", Field::select("head", speech.t("field-head"), heads.clone()), head, speech))
        }
    };
    let body = html! {
        @for team in &teams {
            @let which = team.row.id.to_string();
            (form_of(&which, &address, visitor, &html! {
                (inputs(&which, &team.row.name, &number(team.row.parent_id), &number(team.row.head_id)))
                (chip(Tone::Plain, None, &speech.t_with("settings-team-members", &[("count", team.row.members.into())])))
                (act("settings-save", "save", visitor))
                @if team.row.archived_at.is_some() { (act("settings-restore", "restore", visitor)) }
                @else { (act("settings-archive", "archive", visitor)) }
            }))
        }
        h2 { (speech.t("settings-new-team")) }
        (form_of("add", &address, visitor, &html! { (inputs("add", "", "", "")) (act("settings-add", "add", visitor)) }))
    };
    Ok(answer("teams", &speech.t("settings-teams"), typed, &body, visitor))
}
