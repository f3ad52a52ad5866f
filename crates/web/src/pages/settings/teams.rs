//! The tree of teams and who heads them.

use axum::extract::State;
use axum::response::Response;
use desk::member::{ArchiveTeam, ChangeTeam, CreateTeam, ListTeams, MemberChoices, RestoreTeam, Team};
use maud::{Markup, html};

use super::frame::{answer, others};
use super::row::{Row, RowAct, more, new_row, row, rows, save};
use super::typed::{Done, Typed};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Field, Icon, Tone, chip};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    if let Some(why) = others(&visitor) {
        return Ok(why);
    }
    page(&app, &visitor, &Typed::default()).await
}

pub async fn change(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let done = carry_out(&app, &visitor, &form).await;
    match Typed::settle(done, form, "teams", &visitor)? {
        Ok(gone) => Ok(gone),
        Err(mut typed) => {
            let why = if typed.form.text("act") == "restore" { "team-above-archived" } else { "team-in-use" };
            typed.conflict = typed.conflict.map(|_| visitor.speech.t(why));
            page(&app, &visitor, &typed).await
        }
    }
}

async fn carry_out(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<Done> {
    let by = visitor.actor();
    let id = form.id("form").unwrap_or_default();
    let (name, parent, head) = (form.text("name").to_owned(), form.id("parent"), form.id("head"));
    match form.text("act") {
        "archive" => app.desk.write(by, ArchiveTeam { id }).await.map(|()| done(id, "team-said-archived")),
        "restore" => {
            app.desk.write(by, RestoreTeam { id }).await.map(|()| done(id, "settings-said-restored"))
        }
        "save" => {
            let change = ChangeTeam { id, name, parent, head };
            app.desk.write(by, change).await.map(|()| Done::saved(Some(id)))
        }
        _ => app.desk.write(by, CreateTeam { name, parent, head }).await.map(Done::added),
    }
}

fn done(row: i64, said: &'static str) -> Done {
    Done { row: Some(row), said }
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed) -> Result<Response, Trouble> {
    let told = |error| Trouble::from(error).told(visitor);
    let teams = app.desk.read(visitor.actor(), ListTeams).await.map_err(told)?;
    let kept = teams.iter().filter_map(|team| team.row.head_id).collect();
    let members = app.desk.read(visitor.actor(), MemberChoices { kept }).await.map_err(told)?;
    let speech = &visitor.speech;
    let mut heads = vec![(String::new(), speech.t("settings-no-head"))];
    heads.extend(members.into_iter().map(|member| (member.id.to_string(), member.name)));
    let list = List { teams: &teams, heads: &heads, typed, visitor };
    let names = ["field-name", "field-parent", "field-head", "settings-members"].map(|key| speech.t(key));
    let all = html! {
        @for team in &teams { (list.line(team)) }
        (new_row(&speech.t("settings-new-team"), &speech.t("settings-add"), &routes::settings("teams"), visitor, &list.fields("add", None)))
    };
    let body = rows(
        &speech.t("settings-teams"),
        Some(teams.len()),
        &speech.t("settings-teams-about"),
        "teams",
        &names,
        &all,
    );
    Ok(answer("teams", typed, &body, visitor))
}

struct List<'a> {
    teams: &'a [Team],
    /// Who may head a team, as a select offers them.
    heads: &'a [(String, String)],
    typed: &'a Typed,
    visitor: &'a Visitor,
}

impl List<'_> {
    fn line(&self, team: &Team) -> Markup {
        let speech = &self.visitor.speech;
        let which = team.row.id.to_string();
        let put_away = team.row.archived_at.is_some();
        let way = if put_away {
            RowAct { key: "settings-restore", act: "restore", icon: Icon::Undo }
        } else {
            RowAct { key: "settings-archive", act: "archive", icon: Icon::Bin }
        };
        let fields = html! {
            (self.fields(&which, Some(team)))
            span.row-note {
                @if put_away { (chip(Tone::Plain, None, &speech.t("settings-archived"))) }
                @else {
                    span aria-hidden="true" { (speech.number(team.row.members)) }
                    span.unseen { (speech.t_with("settings-team-members", &[("count", team.row.members.into())])) }
                }
            }
        };
        let acts = html! { (save(self.visitor)) (more(&[way], self.visitor)) };
        let head = Row { which: &which, name: &team.row.name, put_away };
        row(&head, &routes::settings("teams"), self.typed, self.visitor, &fields, &acts)
    }

    fn fields(&self, which: &str, team: Option<&Team>) -> Markup {
        let speech = &self.visitor.speech;
        let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
        let name = team.map(|team| team.row.name.as_str()).unwrap_or_default();
        let parent = number(team.and_then(|team| team.row.parent_id));
        let head = number(team.and_then(|team| team.row.head_id));
        let above = Field::select("parent", speech.t("field-parent"), self.above(team));
        let heads = Field::select("head", speech.t("field-head"), self.heads.to_vec());
        let depth = team.map(|team| team.depth.min(DEEPEST)).filter(|depth| *depth > 0);
        html! {
            div.branch data-depth=[depth] {
                (self.typed.cell(which, "name", Field::text("name", speech.t("field-name")).required(), name, speech))
            }
            (self.typed.cell(which, "parent", above, &parent, speech))
            (self.typed.cell(which, "head", heads, &head, speech))
        }
    }

    /// Teams that `team` can stand below: not itself, none below it, and none put away but the one it has.
    fn above(&self, team: Option<&Team>) -> Vec<(String, String)> {
        let may = |other: &&Team| match team {
            Some(team) if team.row.parent_id == Some(other.row.id) => true,
            Some(team) if other.row.path.starts_with(&team.row.path) => false,
            _ => other.row.archived_at.is_none(),
        };
        let option =
            |other: &Team| (other.row.id.to_string(), "\u{2003}".repeat(other.depth) + &other.row.name);
        let top = (String::new(), self.visitor.speech.t("settings-top"));
        std::iter::once(top).chain(self.teams.iter().filter(may).map(option)).collect()
    }
}

/// Teams deeper than this stand no further in.
const DEEPEST: usize = 5;
