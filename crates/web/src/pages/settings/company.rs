//! The company: name, currency, time zone, language.

use axum::extract::State;
use axum::response::Response;
use desk::settings::{ChangeInstallation, Installation};
use maud::{Markup, html};
use process::Lang as Tongue;

use super::frame::{answer, others};
use super::typed::{Done, Typed};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::zones::zones;
use crate::posted::Posted;
use crate::routes;
use crate::ui::{Button, Field, Icon, panel};
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
    let done = app.desk.write(visitor.actor(), act).await.map(|()| Done::saved(None));
    match Typed::settle(done, form, "", &visitor)? {
        Ok(gone) => Ok(gone),
        Err(typed) => page(&app, &visitor, &typed).await,
    }
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed) -> Result<Response, Trouble> {
    let house = app.desk.read(visitor.actor(), Installation).await;
    let house = house.map_err(|error| Trouble::from(error).told(visitor))?;
    let speech = &visitor.speech;
    let languages =
        Lang::ALL.into_iter().map(|lang| (lang.tag().to_owned(), lang.name().to_owned())).collect();
    let put = |name: &str, field: Field, stands: &str| typed.put("company", name, field, stands, speech);
    let name = Field::text("company_name", speech.t("field-company-name")).required();
    let currency = Field::text("base_currency", speech.t("field-base-currency"))
        .hint(speech.t("settings-currency-hint"))
        .attr("maxlength", "3")
        .required();
    let zone = Field::select("time_zone", speech.t("field-time-zone"), zones(&house.time_zone))
        .hint(speech.t("settings-zone-hint"));
    let language = Field::select("language", speech.t("settings-language"), languages);
    let fields = html! {
        form.form-grid method="post" action=(routes::settings("")) {
            (visitor.token())
            input type="hidden" name="form" value="company";
            (put("company_name", name, &house.company_name))
            (put("language", language, &house.language))
            (put("base_currency", currency, &house.base_currency))
            (put("time_zone", zone, &house.time_zone))
            div.acts.wide { (Button::main(speech.t("settings-save")).icon(Icon::Check).submit()) }
        }
    };
    let body = panel(&speech.t("settings-company-title"), None, &Markup::default(), &fields);
    Ok(answer("", typed, &body, visitor))
}
