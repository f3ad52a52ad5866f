//! The page of settings, panel by panel.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{company, holidays, lists, products, reach, teams, tokens};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::go;
use crate::ui::{Button, Nav, Page, panel};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    Ok(visitor.page(&page(&app, &visitor, &Faults::default()).await?))
}

/// After a form of the page: back to it, or the page with what is to be put right on top.
pub async fn after<T>(app: &App, visitor: &Visitor, done: desk::Result<T>) -> Result<Response, Trouble> {
    match done {
        Ok(_) => Ok(go(visitor, "/settings")),
        Err(error) => {
            let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(visitor))?;
            let page = page(app, visitor, &faults).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, visitor.page(&page)).into_response())
        }
    }
}

async fn page(app: &App, visitor: &Visitor, faults: &Faults) -> Result<Page, Trouble> {
    let told = |error: desk::Error| Trouble::from(error).told(visitor);
    let speech = &visitor.speech;
    let mut panels = vec![("settings-tokens", tokens::panel(app, visitor).await.map_err(told)?)];
    if visitor.actor().is_administrator() {
        panels.push(("settings-company", company::panel(app, visitor, faults).await.map_err(told)?));
        panels.push(("settings-holidays", holidays::panel(app, visitor).await.map_err(told)?));
        panels.push(("settings-teams", teams::panel(app, visitor).await.map_err(told)?));
        panels.push(("settings-products", products::panel(app, visitor).await.map_err(told)?));
        for list in desk::settings::LISTS {
            panels.push((lists::title(list), lists::panel(app, visitor, list).await.map_err(told)?));
        }
        panels.push(("settings-reach", reach::panel(app, visitor).await.map_err(told)?));
        panels.rotate_left(1);
    }
    let body = html! {
        (faults.summary(speech))
        div.settings {
            @for (title, body) in &panels { (panel(&speech.t(title), None, &Markup::default(), body)) }
            @if !visitor.actor().is_administrator() { p.hint { (speech.t("settings-administrators")) } }
        }
    };
    let mut page = Page::new(speech.t("nav-settings"), Nav::Settings, body);
    page.actions = html! {
        (Button::plain(speech.t("settings-archive")).href("/archive"))
        @if visitor.actor().is_administrator() { (Button::main(speech.t("members-title")).href("/members")) }
    };
    Ok(page)
}
