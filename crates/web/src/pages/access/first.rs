//! The first administrator: by the one-time link that the server printed.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use desk::access::{BecomeAdministrator, become_administrator};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::sign_in::raw;
use super::signed_in;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::zones::zones;
use crate::posted::{Form, StrangersForm};
use crate::ui::{Button, Field};
use crate::visitor::{bare, stranger_speech};
use crate::words::{Lang, Speech};

pub async fn show(State(app): State<App>, Path(secret): Path<String>, headers: HeaderMap) -> Answer {
    let speech = stranger_speech(&app, &headers);
    let zone = TimeZone::system().iana_name().unwrap_or("UTC").to_owned();
    let currency = if speech.lang == Lang::Ru { "RUB" } else { "USD" };
    let start = Form(vec![("base_currency".into(), currency.into()), ("time_zone".into(), zone)]);
    Ok(bare(&speech.t("first-title"), &body(&secret, &start, &Faults::default(), &speech), &speech))
}

pub async fn create(
    State(app): State<App>,
    Path(secret): Path<String>,
    headers: HeaderMap,
    StrangersForm(form): StrangersForm,
) -> Answer {
    let speech = stranger_speech(&app, &headers);
    let wish = BecomeAdministrator {
        link: secret.clone(),
        name: form.text("name").into(),
        email: form.text("email").into(),
        password: raw(&form, "password"),
        company_name: form.text("company_name").into(),
        base_currency: form.text("base_currency").into(),
        time_zone: form.text("time_zone").into(),
        language: if speech.lang == Lang::Ru { process::Lang::Ru } else { process::Lang::En },
    };
    match become_administrator(&app.desk, wish).await {
        Ok(session) => Ok(signed_in(&app, &session, "/deals")),
        Err(error) => {
            let faults = Faults::of(error).map_err(Trouble::from)?;
            let page = bare(&speech.t("first-title"), &body(&secret, &form, &faults, &speech), &speech);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn body(secret: &str, form: &Form, faults: &Faults, speech: &Speech) -> Markup {
    let field = |kind: &'static str, name: &'static str, key: &str| {
        Field::input(kind, name, speech.t(key))
            .value(form.text(name))
            .error(faults.at(name, speech))
            .required()
    };
    let zone = form.text("time_zone");
    html! {
        h1 { (speech.t("first-title")) }
        p { (speech.t("first-about")) }
        (faults.summary(speech))
        form method="post" action=(format!("/first/{secret}")) {
            (field("text", "name", "field-name-own").attr("autocomplete", "name").show(speech))
            (field("email", "email", "field-email").attr("autocomplete", "username").show(speech))
            (field("password", "password", "field-password").value("").hint(speech.t("password-hint"))
                .attr("autocomplete", "new-password").show(speech))
            (field("text", "company_name", "field-company-name").attr("autocomplete", "organization").show(speech))
            (field("text", "base_currency", "field-base-currency").hint(speech.t("currency-hint"))
                .attr("maxlength", "3").show(speech))
            (Field::select("time_zone", speech.t("field-time-zone"), zones(zone)).value(zone)
                .error(faults.at("time_zone", speech)).show(speech))
            div.acts { (Button::main(speech.t("first-begin")).submit()) }
        }
    }
}
