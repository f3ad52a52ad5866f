//! A one-time link for a member: an invitation, or a new password. It is shown once.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use desk::member::{InviteMember, ListMembers, ResetPassword};
use maud::html;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::settings::frame::page;
use crate::pages::settings::secret::secret_panel;
use crate::posted::Posted;
use crate::routes::MEMBERS;
use crate::ui::{Button, Crumb};

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
    let about = speech.t_with("member-link-about", &[("name", member.name.as_str().into())]);
    let link = format!("{origin}/join/{secret}");
    let body = html! {
        (secret_panel(&speech.t("member-link-title"), &format!("{about} {}", speech.t("member-link-once")), &link, speech))
        div.acts { (Button::plain(speech.t("member-link-done")).href(MEMBERS)) }
    };
    let mut page = page("members", &body, &visitor);
    page.crumbs.push(Crumb { label: page.title, href: MEMBERS.to_owned() });
    page.title = member.name;
    Ok(visitor.page(&page))
}
