//! One's own API tokens: made, shown once, revoked.

use axum::extract::State;
use axum::response::Response;
use desk::access::{CreateToken, ListTokens, NewToken, RevokeToken, TokenRow};
use maud::{Markup, html};

use super::frame::answer;
use super::row::{Row, new_row, plain_row, rows};
use super::secret::secret_panel;
use super::token_scope;
use super::typed::{Done, Typed};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field, Tone, chip};
use crate::visitor::Visitor;

const WAY: &str = "tokens";

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    page(&app, &visitor, &Typed::default(), None).await
}

/// A new token answers with its secret, which no page shows again.
pub async fn change(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let by = visitor.actor();
    let done = if form.text("act") == "revoke" {
        let id = form.id("form").unwrap_or_default();
        let said = "settings-said-revoked";
        app.desk.write(by, RevokeToken { id }).await.map(|()| Done { row: None, said })
    } else {
        match create(&app, &visitor, &form).await {
            Ok(token) => return page(&app, &visitor, &Typed::default(), Some(&token.secret)).await,
            Err(error) => Err(error),
        }
    };
    match Typed::settle(done, form, WAY, &visitor)? {
        Ok(gone) => Ok(gone),
        Err(typed) => {
            let speech = &visitor.speech;
            let no_area = Some(speech.t("settings-token-no-area"));
            let typed = typed.explain("name", speech.t("field-token-name"), None, speech).explain(
                "area",
                speech.t("field-area"),
                no_area,
                speech,
            );
            page(&app, &visitor, &typed, None).await
        }
    }
}

async fn create(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<NewToken> {
    let act = CreateToken { name: form.text("name").to_owned(), scope: token_scope::chosen(form)? };
    app.desk.write(visitor.actor(), act).await
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
    let name = Field::text("name", speech.t("field-token-name"))
        .hint(speech.t("settings-token-name-hint"))
        .required();
    let fields = html! {
        (typed.put("add", "name", name, "", speech))
        (token_scope::fields(typed, visitor))
    };
    let mut lines = Vec::new();
    for token in &tokens {
        lines.push(line(token, visitor).map_err(|error| Trouble::from(error).told(visitor))?);
    }
    let all = html! {
        @for line in &lines { (line) }
        (new_row(&speech.t("settings-new-token"), &speech.t("settings-make-token"), &routes::settings(WAY), visitor, &fields))
    };
    let names = ["field-token-name", "settings-token-scope", "settings-token-made", "settings-token-used"];
    let names = names.map(|key| speech.t(key));
    let heads: &[String] = if tokens.is_empty() { &[] } else { &names };
    let body = html! {
        @if let Some(secret) = secret {
            (secret_panel(&speech.t("settings-token-new"), &speech.t("settings-token-once"), secret, speech))
        }
        (rows(&speech.t("settings-tokens"), None, &speech.t("settings-tokens-hint"), WAY, heads, &all))
        p { a href=(routes::API) { (speech.t("api-read")) } }
    };
    Ok(answer(WAY, typed, &body, visitor))
}

fn line(token: &TokenRow, visitor: &Visitor) -> desk::Result<Markup> {
    let speech = &visitor.speech;
    let scope = token_scope::told(&token.scope()?, speech);
    let put_away = token.revoked_at.is_some();
    let said = html! {
        b.row-name { (token.name) }
        span.row-note data-label=(speech.t("settings-token-scope")) { (scope) }
        time.row-note data-label=(speech.t("settings-token-made")) datetime=(token.created_at) title=(speech.when_full(token.created_at)) {
            (speech.day(speech.day_of(token.created_at)))
        }
        @match token.seen_at {
            Some(seen) => {
                time.row-note data-label=(speech.t("settings-token-used")) datetime=(seen) title=(speech.when_full(seen)) { (speech.when(seen)) }
            }
            None => span.row-note data-label=(speech.t("settings-token-used")) { (speech.t("settings-token-unused")) },
        }
    };
    let acts = html! {
        @if put_away { (chip(Tone::Plain, None, &speech.t("settings-token-revoked"))) }
        @else { (Button::quiet(speech.t("settings-revoke")).small().submit_as("act", "revoke")) }
    };
    let head = Row { which: &token.id.to_string(), name: &token.name, put_away };
    Ok(plain_row(&head, &routes::settings(WAY), visitor, &said, &acts))
}
