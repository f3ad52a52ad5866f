//! Editing a person; what somebody else changed meanwhile is not overwritten unseen.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::person::{EditPerson, PersonPage};
use maud::html;

use super::form;
use crate::answer::{Answer, Trouble, status};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::companies::stale::stale_strip;
use crate::pages::companies::with_version;
use crate::pages::go;
use crate::pages::known::Known;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Crumb, Nav, Page, Width};
use crate::visitor::Visitor;

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let seen = app.desk.read(visitor.actor(), PersonPage { id }).await.map_err(told)?;
    let form = form::typed(&seen);
    Ok(visitor.page(&page(&app, &visitor, id, &form, &Faults::default(), false).await?))
}

pub(super) async fn save(
    State(app): State<App>,
    Path(id): Path<i64>,
    Posted { visitor, form }: Posted,
) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    match write(&app, &visitor, id, &form).await {
        Ok(_) => Ok(go(&visitor, &routes::person(id))),
        Err(desk::Error::Stale) => {
            let seen = app.desk.read(visitor.actor(), PersonPage { id }).await.map_err(told)?;
            let form = with_version(form, seen.person.version);
            let page = page(&app, &visitor, id, &form, &Faults::default(), true).await?;
            Ok((StatusCode::CONFLICT, visitor.page(&page)).into_response())
        }
        Err(error) => {
            let code = status(&error);
            let faults = Faults::of(error).map_err(told)?;
            let page = page(&app, &visitor, id, &form, &faults, false).await?;
            Ok((code, visitor.page(&page)).into_response())
        }
    }
}

async fn write(app: &App, visitor: &Visitor, id: i64, form: &Form) -> desk::Result<i64> {
    let fields = form::read(app, visitor, form).await?;
    let version = form.id("version").unwrap_or_default();
    app.desk.write(visitor.actor(), EditPerson { id, version, fields }).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: i64,
    form: &Form,
    faults: &Faults,
    is_stale: bool,
) -> desk::Result<Page> {
    let speech = &visitor.speech;
    let known = Known::load(app, visitor, form.id("owner").into_iter().collect()).await?;
    let back = routes::person(id);
    let body = html! {
        form.fields method="post" action=(routes::act(&back, "edit")) novalidate data-kept="" {
            (visitor.token())
            input type="hidden" name="version" value=(form.text("version"));
            @if is_stale { (stale_strip(&back, speech)) }
            (form::summary(faults, speech))
            (form::fields(form, &known.members(), faults, speech))
            div.acts {
                (Button::main(speech.t("person-save")).submit())
                (Button::quiet(speech.t("cancel")).href(&back))
            }
        }
    };
    let mut page = Page::new(speech.t("person-edit"), Nav::People, body);
    page.crumbs = vec![
        Crumb { label: speech.t("nav-people"), href: routes::PEOPLE.to_owned() },
        Crumb { label: form.text("name").to_owned(), href: back },
    ];
    page.width = Width::Narrow;
    Ok(page)
}
