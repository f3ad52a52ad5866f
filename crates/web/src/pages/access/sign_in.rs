//! Signing in.

use axum::extract::{ConnectInfo, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use desk::access::{SignIn, sign_in};
use maud::{Markup, html};
use serde::Deserialize;
use std::net::SocketAddr;

use super::signed_in;
use crate::answer::{Answer, Trouble, status};
use crate::app::App;
use crate::posted::{Form, StrangersForm};
use crate::routes;
use crate::ui::{Button, Field};
use crate::visitor::{Visitor, bare, stranger_speech};
use crate::words::Speech;

#[derive(Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
}

pub async fn show(
    State(app): State<App>,
    Query(query): Query<Back>,
    headers: HeaderMap,
    visitor: Option<Visitor>,
) -> Answer {
    if visitor.is_some() {
        return Ok(Redirect::to(own_page(&query.back)).into_response());
    }
    let speech = stranger_speech(&app, &headers);
    let form = Form(vec![("back".into(), query.back)]);
    Ok(page(&form, None, &speech))
}

pub async fn create(
    State(app): State<App>,
    peer: Option<axum::Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    StrangersForm(form): StrangersForm,
) -> Answer {
    let speech = stranger_speech(&app, &headers);
    let address =
        peer.map(|axum::Extension(ConnectInfo(address))| address.ip().to_string()).unwrap_or_default();
    let attempt = SignIn { email: form.text("email").into(), password: raw(&form, "password"), address };
    match sign_in(&app.desk, attempt).await {
        Ok(session) => Ok(signed_in(&app, &session, own_page(form.text("back")))),
        Err(error @ (desk::Error::SignIn | desk::Error::TooManyAttempts { .. })) => {
            let words = match error {
                desk::Error::TooManyAttempts { seconds } => {
                    speech.t_with("sign-in-too-many", &[("minutes", ((seconds + 59) / 60).into())])
                }
                _ => speech.t("sign-in-wrong"),
            };
            Ok((status(&error), page(&form, Some(words), &speech)).into_response())
        }
        Err(error) => Err(Trouble::from(error)),
    }
}

/// A password keeps its spaces.
pub(super) fn raw(form: &Form, name: &str) -> String {
    form.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

fn own_page(back: &str) -> &str {
    routes::own(back).unwrap_or("/day")
}

fn page(form: &Form, wrong: Option<String>, speech: &Speech) -> Response {
    bare(&speech.t("sign-in"), &body(form, wrong, speech), speech)
}

fn body(form: &Form, wrong: Option<String>, speech: &Speech) -> Markup {
    html! {
        h1 { (speech.t("sign-in-title")) }
        form method="post" action="/sign-in" {
            input type="hidden" name="back" value=(form.text("back"));
            (Field::input("email", "email", speech.t("field-email")).value(form.text("email")).error(wrong)
                .attr("autocomplete", "username").attr("autofocus", "autofocus").required().show(speech))
            (Field::input("password", "password", speech.t("field-password"))
                .attr("autocomplete", "current-password").required().show(speech))
            div.acts { (Button::main(speech.t("sign-in")).submit()) }
        }
        p.hint { (speech.t("sign-in-forgot")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_in_leads_to_our_own_pages_only() {
        assert_eq!(own_page("/deals/4?x=1"), "/deals/4?x=1");
        for elsewhere in
            ["//evil.example", "https://evil.example", "", "/\\evil.example", "/\t/evil.example", "/\n"]
        {
            assert_eq!(own_page(elsewhere), "/day");
        }
    }
}
