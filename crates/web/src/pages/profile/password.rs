//! Changing one's own password; every other session ends.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::member::{ChangePassword, change_password};

use super::show::page;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::go;
use crate::posted::{Form, Posted};

pub async fn create(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let wish = ChangePassword {
        old: raw(&form, "old"),
        new: raw(&form, "new"),
        session: Some(visitor.signed.session),
    };
    match change_password(&app.desk, visitor.actor(), wish).await {
        Ok(()) => Ok(go(&visitor, "/profile")),
        Err(error) => {
            let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(&visitor))?;
            let kept = Form(vec![("name".into(), visitor.signed.name.clone())]);
            let page = page(&kept, &Faults::default(), &faults, &visitor);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, visitor.page(&page)).into_response())
        }
    }
}

/// A password keeps its spaces.
fn raw(form: &Form, name: &str) -> String {
    form.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
}
