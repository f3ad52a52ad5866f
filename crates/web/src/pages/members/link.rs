//! A one-time link for a member: an invitation, or a new password. It is shown once.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use desk::member::{InviteMember, ListMembers, ResetPassword};
use maud::html;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::posted::Posted;
use crate::ui::{Button, Nav, Page, Width};

pub async fn create(
    State(app): State<App>,
    Path(id): Path<i64>,
    headers: HeaderMap,
    Posted { visitor, .. }: Posted,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let members = app.desk.read(visitor.actor(), ListMembers).await.map_err(told)?;
    let member =
        members.into_iter().find(|member| member.id == id).ok_or(desk::Error::NotFound).map_err(told)?;
    let secret = if member.can_sign_in {
        app.desk.write(visitor.actor(), ResetPassword { id }).await
    } else {
        app.desk.write(visitor.actor(), InviteMember { id }).await
    };
    let secret = secret.map_err(told)?;
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    let scheme = if app.settings.secure { "https" } else { "http" };
    let origin = app.settings.origin.clone().unwrap_or_else(|| format!("{scheme}://{host}"));
    let speech = &visitor.speech;
    let body = html! {
        p { (speech.t_with("member-link-about", &[("name", member.name.as_str().into())])) }
        p.link-once { code { (format!("{origin}/join/{secret}")) } }
        p.hint { (speech.t("member-link-once")) }
        div.acts { (Button::main(speech.t("member-link-done")).href("/members")) }
    };
    let mut page = Page::new(speech.t("member-link-title"), Nav::Settings, body);
    page.width = Width::Narrow;
    Ok(visitor.page(&page))
}
