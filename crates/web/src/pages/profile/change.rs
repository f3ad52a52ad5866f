//! Saving one's own settings.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::member::ChangeProfile;

use super::show::page;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::go;
use crate::posted::Posted;

pub async fn create(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let act = ChangeProfile {
        name: form.text("name").into(),
        language: if form.text("language") == "ru" { process::Lang::Ru } else { process::Lang::En },
        time_zone: form.owned("time_zone"),
        theme: form.text("theme").into(),
        single_keys: form.is_on("single_keys"),
    };
    match app.desk.write(visitor.actor(), act).await {
        Ok(()) => Ok(go(&visitor, "/profile")),
        Err(error) => {
            let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(&visitor))?;
            let page = page(&form, &faults, &Faults::default(), &visitor);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, visitor.page(&page)).into_response())
        }
    }
}
