//! A definition as text: checked, and published as the next version when nothing blocks it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::process::{CheckProcess, PublishProcess};
use maud::html;
use process::Finding;

use super::file::file;
use super::findings::{counts, findings};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::{Form, Posted};
use crate::ui::{Button, Crumb, Field, Icon, Nav, Page, panel};
use crate::visitor::Visitor;

pub async fn show(visitor: Visitor) -> Answer {
    Ok(visitor.page(&page(&Form::default(), None, &visitor)))
}

pub async fn save(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let definition = form.text("definition").to_owned() + "\n";
    if form.text("act") != "publish" {
        let found = app.desk.read_slowly(visitor.actor(), CheckProcess { definition }).await.map_err(told)?;
        return Ok(visitor.page(&page(&form, Some(&found), &visitor)));
    }
    match app.desk.write(visitor.actor(), PublishProcess { definition, active: true }).await {
        Ok(_) => Ok(go(&visitor, "/process")),
        Err(desk::Error::Refused(found)) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, visitor.page(&page(&form, Some(&found), &visitor)))
                .into_response())
        }
        Err(error) => Err(told(error)),
    }
}

fn page(form: &Form, found: Option<&[Finding]>, visitor: &Visitor) -> Page {
    let speech = &visitor.speech;
    let body = html! {
        div.stack {
            @if let Some(found) = found {
                (panel(&speech.t("process-findings"), None, &counts(found, speech), &findings(found, "", speech)))
                (panel(&speech.t("process-checked-text"), None, &html! {}, &file(form.text("definition"))))
            }
            form.fields method="post" action="/process/draft" {
                (visitor.token())
                (Field::area("definition", speech.t("field-definition"), 24).hint(speech.t("process-definition-hint"))
                    .value(form.text("definition")).required().show(speech))
                div.acts {
                    (Button::plain(speech.t("process-check")).submit_as("act", "check"))
                    (Button::main(speech.t("process-publish")).icon(Icon::Check).submit_as("act", "publish"))
                }
            }
        }
    };
    let mut page = Page::new(speech.t("process-check-file"), Nav::Process, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-process"), href: "/process".to_owned() }];
    page
}
