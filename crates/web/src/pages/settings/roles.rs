//! How far each role sees and changes.

use axum::extract::State;
use axum::response::Response;
use desk::settings::{ChangeRoleReach, ListRoleReach, RoleReach};
use maud::{Markup, html};
use sales::{Fault, Reach, Role};

use super::frame::{answer, others};
use super::row::{Row, row, rows, save};
use super::typed::{Done, Typed};
use crate::answer::{Answer, Trouble};
use crate::app::App;
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
    match Typed::settle(done.map(|()| Done::saved(None)), form, "roles", &visitor)? {
        Ok(gone) => Ok(gone),
        Err(typed) => {
            let speech = &visitor.speech;
            let wider = Some(speech.t("role-changes-wider"));
            let typed = typed.explain("writes", speech.t("field-writes"), wider, speech);
            page(&app, &visitor, &typed).await
        }
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
    let found = app.desk.read(visitor.actor(), ListRoleReach).await;
    let found = found.map_err(|error| Trouble::from(error).told(visitor))?;
    let speech = &visitor.speech;
    let names = ["field-role", "field-reads", "field-writes"].map(|key| speech.t(key));
    let all = html! { @for one in &found { (line(one, typed, visitor)) } };
    let body =
        rows(&speech.t("settings-roles"), None, &speech.t("settings-roles-hint"), "roles", &names, &all);
    Ok(answer("roles", typed, &body, visitor))
}

fn line(one: &RoleReach, typed: &Typed, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let which = one.role.key();
    let name = speech.t(&format!("role-{which}"));
    let words = html! {
        div.row-name { b { (name) } small { (speech.t(&format!("role-about-{which}"))) } }
    };
    if one.role == Role::Administrator {
        return html! { div.row { (words) p.row-note { (speech.t("settings-role-all")) } } };
    }
    let named = |reach: Reach| (reach.key().to_owned(), speech.t(&format!("reach-{}", reach.key())));
    let reaches: Vec<(String, String)> = Reach::ALL.into_iter().map(named).collect();
    let reads = Field::select("reads", speech.t("field-reads"), reaches.clone());
    let writes = Field::select("writes", speech.t("field-writes"), reaches);
    let fields = html! {
        (words)
        (typed.cell(which, "reads", reads, one.reads.key(), speech))
        (typed.cell(which, "writes", writes, one.writes.key(), speech))
    };
    let head = Row { which, name: &name, put_away: false };
    row(&head, &routes::settings("roles"), typed, visitor, &fields, &save(visitor))
}
