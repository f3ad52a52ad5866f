//! An invitation or a password reset, by its one-time link.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use desk::member::{AcceptLink, accept_link};
use maud::{Markup, html};

use super::sign_in::raw;
use super::signed_in;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::posted::StrangersForm;
use crate::ui::{Button, Field};
use crate::visitor::{bare, stranger_speech};
use crate::words::Speech;

pub async fn show(State(app): State<App>, Path(secret): Path<String>, headers: HeaderMap) -> Answer {
    let speech = stranger_speech(&app, &headers);
    Ok(bare(&speech.t("join-title"), &body(&secret, &Faults::default(), &speech), &speech))
}

pub async fn accept(
    State(app): State<App>,
    Path(secret): Path<String>,
    headers: HeaderMap,
    StrangersForm(form): StrangersForm,
) -> Answer {
    let speech = stranger_speech(&app, &headers);
    let password = raw(&form, "password");
    match accept_link(&app.desk, AcceptLink { secret: secret.clone(), password }).await {
        Ok(session) => Ok(signed_in(&app, &session, "/day")),
        Err(error) => {
            let faults = Faults::of(error).map_err(Trouble::from)?;
            let page = bare(&speech.t("join-title"), &body(&secret, &faults, &speech), &speech);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn body(secret: &str, faults: &Faults, speech: &Speech) -> Markup {
    html! {
        h1 { (speech.t("join-title")) }
        p { (speech.t("join-about")) }
        form method="post" action=(format!("/join/{secret}")) {
            (Field::input("password", "password", speech.t("field-password")).hint(speech.t("password-hint"))
                .error(faults.at("password", speech)).attr("autocomplete", "new-password").required().show(speech))
            div.acts { (Button::main(speech.t("join-begin")).submit()) }
        }
    }
}
