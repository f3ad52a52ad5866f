//! Saving one's own settings.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::member::ChangeProfile;

use super::show::{Refused, page};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::go_saying;
use crate::posted::Posted;
use crate::words::{Lang, Speech};

/// The next page says it in the language chosen.
pub async fn create(State(app): State<App>, Posted { mut visitor, form }: Posted) -> Answer {
    let lang = if form.text("language") == "ru" { Lang::Ru } else { Lang::En };
    let act = ChangeProfile {
        name: form.text("name").into(),
        language: if lang == Lang::Ru { process::Lang::Ru } else { process::Lang::En },
        time_zone: form.owned("time_zone"),
        theme: form.text("theme").into(),
        single_keys: form.is_on("single_keys"),
    };
    match app.desk.write(visitor.actor(), act).await {
        Ok(()) => {
            visitor.speech = Speech { lang, ..visitor.speech };
            Ok(go_saying(&visitor, "/profile", "said-saved", &[]))
        }
        Err(error) => {
            let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(&visitor))?;
            let page = page(&app, Some(Refused::Look(&form, &faults)), &visitor).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, visitor.page(&page)).into_response())
        }
    }
}
