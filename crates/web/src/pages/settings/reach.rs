//! How far each role reaches. The head of a team reaches the team and below whatever the role.

use axum::extract::State;
use desk::settings::{ChangeRoleReach, ListRoleReach, RoleReach};
use maud::{Markup, html};
use sales::{Fault, Reach, Role};

use super::show::after;
use crate::answer::Answer;
use crate::app::App;
use crate::posted::Posted;
use crate::ui::{Button, Field};
use crate::visitor::Visitor;

pub async fn save(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let read = || {
        Some(RoleReach {
            role: Role::parse(form.text("role"))?,
            reads: Reach::parse(form.text("reads"))?,
            writes: Reach::parse(form.text("writes"))?,
        })
    };
    let done = match read() {
        Some(reach) => app.desk.write(visitor.actor(), ChangeRoleReach { reach }).await,
        None => Err(desk::Error::field("role", Fault::Unknown { value: form.text("role").to_owned() })),
    };
    after(&app, &visitor, done).await
}

pub async fn panel(app: &App, visitor: &Visitor) -> desk::Result<Markup> {
    let rows = app.desk.read(visitor.actor(), ListRoleReach).await?;
    let speech = &visitor.speech;
    let options: Vec<(String, String)> =
        Reach::ALL.into_iter().map(|reach| (reach.key().to_owned(), speech.t(&format!("reach-{}", reach.key())))).collect();
    Ok(html! {
        ul.plain-list role="list" {
            @for row in &rows {
                @let role = row.role.key();
                li {
                    form.one-line method="post" action="/settings/reach" {
                        (visitor.token())
                        input type="hidden" name="role" value=(role);
                        b { (speech.t(&format!("role-{role}"))) }
                        (Field::select("reads", speech.t("settings-reads"), options.clone()).id(format!("reads-{role}")).value(row.reads.key()).show(speech))
                        (Field::select("writes", speech.t("settings-writes"), options.clone()).id(format!("writes-{role}")).value(row.writes.key()).show(speech))
                        (Button::quiet(speech.t("settings-save")).small().submit())
                    }
                }
            }
        }
    })
}
