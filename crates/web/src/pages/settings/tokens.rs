//! One's own API tokens: made, shown once, revoked.

use axum::extract::State;
use axum::response::Response;
use desk::access::{CreateToken, ListTokens, RevokeToken};
use maud::html;

use super::frame::answer;
use super::typed::{Typed, act, form as form_of};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::Posted;
use crate::routes;
use crate::ui::{Field, Tone, chip};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    page(&app, &visitor, &Typed::default(), None).await
}

/// A new token answers with its secret, which no page shows again.
pub async fn change(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    if form.text("act") == "revoke" {
        let id = form.id("form").unwrap_or_default();
        let done = app.desk.write(visitor.actor(), RevokeToken { id }).await;
        done.map_err(|error| Trouble::from(error).told(&visitor))?;
        return Ok(go(&visitor, &routes::settings("tokens")));
    }
    match app.desk.write(visitor.actor(), CreateToken { name: form.text("name").to_owned() }).await {
        Ok(token) => page(&app, &visitor, &Typed::default(), Some(&token.secret)).await,
        Err(error) => match Typed::of::<()>(Err(error), form, &visitor)? {
            Some(typed) => page(&app, &visitor, &typed, None).await,
            None => Ok(go(&visitor, &routes::settings("tokens"))),
        },
    }
}

async fn page(
    app: &App,
    visitor: &Visitor,
    typed: &Typed,
    secret: Option<&str>,
) -> Result<Response, Trouble> {
    let tokens = app.desk.read(visitor.actor(), ListTokens::default()).await;
    let tokens = tokens.map_err(|error| Trouble::from(error).told(visitor))?;
    let speech = &visitor.speech;
    let address = routes::settings("tokens");
    let body = html! {
        @if let Some(secret) = secret {
            section.panel role="status" {
                div.panel-body {
                    p.link-once { code { (secret) } }
                    p.hint { (speech.t("settings-token-once")) }
                }
            }
        }
        p.hint { (speech.t("settings-tokens-hint")) }
        @for token in &tokens {
            (form_of(&token.id.to_string(), &address, visitor, &html! {
                p {
                    b { (token.name) } " · " (speech.when(token.created_at))
                    @if let Some(seen) = token.seen_at { " · " (speech.t_with("settings-token-seen", &[("when", speech.when(seen).into())])) }
                }
                @if token.revoked_at.is_some() { (chip(Tone::Plain, None, &speech.t("settings-token-revoked"))) }
                @else { (act("settings-revoke", "revoke", visitor)) }
            }))
        }
        h2 { (speech.t("settings-new-token")) }
        (form_of("add", &address, visitor, &html! {
            (typed.put("add", "name", Field::text("name", speech.t("field-token-name")).required(), "", speech))
            (act("settings-make-token", "add", visitor))
        }))
    };
    Ok(answer("tokens", &speech.t("settings-tokens"), typed, &body, visitor))
}
