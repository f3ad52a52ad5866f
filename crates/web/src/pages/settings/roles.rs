//! How far each role sees and changes.

use axum::extract::State;
use axum::response::Response;
use desk::settings::{ChangeRoleReach, ListRoleReach, RoleReach};
use maud::html;
use sales::{Fault, Reach, Role};

use super::frame::{answer, others};
use super::typed::{Typed, act, form as form_of};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::Field;
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    if let Some(why) = others(&visitor) {
        return Ok(why);
    }
    page(&app, &visitor, &Typed::default()).await
}

pub async fn change(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let done = match reach(&form) {
        Ok(reach) => app.desk.write(visitor.actor(), ChangeRoleReach { reach }).await,
        Err(error) => Err(error),
    };
    match Typed::of(done, form, &visitor)? {
        None => Ok(go(&visitor, &routes::settings("roles"))),
        Some(typed) => page(&app, &visitor, &typed).await,
    }
}

fn reach(form: &Form) -> desk::Result<RoleReach> {
    let odd = |field: &str| desk::Error::field(field, Fault::Unknown { value: form.text(field).to_owned() });
    Ok(RoleReach {
        role: Role::parse(form.text("form")).ok_or_else(|| odd("form"))?,
        reads: Reach::parse(form.text("reads")).ok_or_else(|| odd("reads"))?,
        writes: Reach::parse(form.text("writes")).ok_or_else(|| odd("writes"))?,
    })
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed) -> Result<Response, Trouble> {
    let rows = app.desk.read(visitor.actor(), ListRoleReach).await;
    let rows = rows.map_err(|error| Trouble::from(error).told(visitor))?;
    let speech = &visitor.speech;
    let named = |reach: Reach| (reach.key().to_owned(), speech.t(&format!("reach-{}", reach.key())));
    let reaches: Vec<(String, String)> = Reach::ALL.into_iter().map(named).collect();
    let body = html! {
        p.hint { (speech.t("settings-roles-hint")) }
        @for row in &rows {
            @let which = row.role.key();
            h2 { (speech.t(&format!("role-{which}"))) }
            @if row.role == Role::Administrator { p { (speech.t("settings-role-all")) } }
            @else {
                (form_of(which, &routes::settings("roles"), visitor, &html! {
                    (typed.put(which, "reads", Field::select("reads", speech.t("field-reads"), reaches.clone()), row.reads.key(), speech))
                    (typed.put(which, "writes", Field::select("writes", speech.t("field-writes"), reaches.clone()), row.writes.key(), speech))
                    (act("settings-save", "save", visitor))
                }))
            }
        }
    };
    Ok(answer("roles", &speech.t("settings-roles"), typed, &body, visitor))
}
