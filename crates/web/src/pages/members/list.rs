//! The list of members; those put away stand below.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::member::{ListMembers, MemberListRow};
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::settings::frame::{conflict_strip, page};
use crate::routes;
use crate::ui::{Avatar, Button, Icon, MenuItem, Tone, avatar, chip, menu};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    list(&app, &visitor, None).await
}

/// The list, with why an act on one of its rows was not done.
pub async fn list(app: &App, visitor: &Visitor, conflict: Option<&str>) -> Answer {
    let rows = app.desk.read(visitor.actor(), ListMembers).await;
    let rows = rows.map_err(|error| Trouble::from(error).told(visitor))?;
    let (away, here): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.archived_at.is_some());
    let speech = &visitor.speech;
    let body = html! {
        @if let Some(words) = conflict { (conflict_strip(words)) }
        (table("members-title", &here, visitor))
        @if !away.is_empty() {
            h2.list-title { (speech.t("members-archived")) " " span.about { (speech.number(away.len() as i64)) } }
            (table("members-archived", &away, visitor))
        }
    };
    let mut page = page("members", &body, visitor);
    page.actions =
        html! { (Button::main(speech.t("member-new")).icon(Icon::Plus).opens(routes::new_member())) };
    let status = if conflict.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok((status, visitor.page(&page)).into_response())
}

fn table(name: &str, rows: &[&MemberListRow], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        div.list.folds.members {
            table aria-label=(speech.t(name)) {
                thead {
                    tr {
                        @for key in ["member-name", "field-email", "field-role", "field-team"] { th scope="col" { (speech.t(key)) } }
                        th.figures scope="col" { (speech.t("member-open-deals")) }
                        th scope="col" { span.unseen { (speech.t("member-acts")) } }
                    }
                }
                tbody { @for row in rows { (one(row, visitor)) } }
            }
        }
    }
}

fn one(row: &MemberListRow, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let is_here = row.archived_at.is_none();
    let team = row.team_name.as_deref().unwrap_or_default();
    html! {
        tr {
            td.name {
                span.member {
                    span aria-hidden="true" { (avatar(&Avatar::of(row.name.as_str()))) }
                    a href=(routes::member(row.id)) data-dialog="" { (row.name) }
                }
            }
            @match &row.email {
                Some(email) => td.clip title=(email) { (email) },
                None => td.clip.unset { (speech.t("member-no-email")) },
            }
            td { (speech.t(&format!("role-{}", row.role))) }
            td.clip title=(team) data-none[team.is_empty()] { (team) }
            td.figures data-none[row.open_deals == 0] data-label=(speech.t("member-open-deals")) {
                @if row.open_deals > 0 { (speech.number(row.open_deals)) }
            }
            td.row-end {
                div.acts {
                    @if is_here && row.email.is_some() && !row.can_sign_in {
                        (chip(Tone::Plain, Some(Icon::Key), &speech.t("member-no-way-in")))
                    }
                    (menu(&speech.t_with("member-acts-of", &[("name", row.name.as_str().into())]), &acts(row, visitor), &visitor.signed.csrf))
                }
            }
        }
    }
}

fn acts(row: &MemberListRow, visitor: &Visitor) -> Vec<MenuItem> {
    let post = |key: &str, act: &str, icon| MenuItem {
        icon: Some(icon),
        post: true,
        ..MenuItem::link(visitor.speech.t(key), routes::act(&routes::member(row.id), act))
    };
    if row.archived_at.is_some() {
        return vec![post("member-restore", "restore", Icon::Undo)];
    }
    let way_in = if row.can_sign_in { "member-reset" } else { "member-invite" };
    let way_in = row.email.is_some().then(|| post(way_in, "link", Icon::Key));
    way_in.into_iter().chain([post("member-archive", "archive", Icon::Bin)]).collect()
}
