//! The company: name, currency, time zone, language.

use axum::extract::State;
use axum::response::Response;
use desk::settings::{ChangeInstallation, Installation};
use maud::html;
use process::Lang as Tongue;

use super::frame::{answer, others};
use super::typed::Typed;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::pages::profile::ZONES;
use crate::posted::Posted;
use crate::routes;
use crate::ui::{Button, Field, Icon};
use crate::visitor::Visitor;
use crate::words::Lang;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    if let Some(why) = others(&visitor) {
        return Ok(why);
    }
    page(&app, &visitor, &Typed::default()).await
}

pub async fn change(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let house = app.desk.read(visitor.actor(), Installation).await;
    let house = house.map_err(|error| Trouble::from(error).told(&visitor))?;
    let act = ChangeInstallation {
        company_name: form.text("company_name").to_owned(),
        base_currency: form.text("base_currency").to_owned(),
        time_zone: form.text("time_zone").to_owned(),
        language: if form.text("language") == "ru" { Tongue::Ru } else { Tongue::En },
        working_hours: house.working_hours.0,
    };
    let done = app.desk.write(visitor.actor(), act).await;
    match Typed::of(done, form, &visitor)? {
        None => Ok(go(&visitor, &routes::settings(""))),
        Some(typed) => page(&app, &visitor, &typed).await,
    }
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed) -> Result<Response, Trouble> {
    let house = app.desk.read(visitor.actor(), Installation).await;
    let house = house.map_err(|error| Trouble::from(error).told(visitor))?;
    let speech = &visitor.speech;
    let mut zones: Vec<(String, String)> =
        ZONES.iter().map(|zone| ((*zone).into(), (*zone).into())).collect();
    if !ZONES.contains(&house.time_zone.as_str()) {
        zones.insert(0, (house.time_zone.clone(), house.time_zone.clone()));
    }
    let languages =
        Lang::ALL.into_iter().map(|lang| (lang.tag().to_owned(), lang.name().to_owned())).collect();
    let put = |name: &str, field: Field, stands: &str| typed.put("company", name, field, stands, speech);
    let body = html! {
        form.fields method="post" action=(routes::settings("")) {
            (visitor.token())
            input type="hidden" name="form" value="company";
            (put("company_name", Field::text("company_name", speech.t("field-company-name")).required(), &house.company_name))
            (put("base_currency", Field::text("base_currency", speech.t("field-base-currency")).hint(speech.t("currency-hint")).attr("maxlength", "3").required(), &house.base_currency))
            (put("time_zone", Field::select("time_zone", speech.t("field-time-zone"), zones), &house.time_zone))
            (put("language", Field::select("language", speech.t("settings-language"), languages), &house.language))
            div.acts { (Button::main(speech.t("settings-save")).icon(Icon::Check).submit()) }
        }
    };
    Ok(answer("", &speech.t("settings-company"), typed, &body, visitor))
}
