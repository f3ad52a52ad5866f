//! A form that opens as a dialog over the page, and is a page of its own without script.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::posted::Form;
use crate::routes;
use crate::ui::{Button, Crumb, Nav, Page, Width, dialog};
use crate::visitor::Visitor;

/// A form with one main act.
pub struct Sheet {
    /// Unique on the page; the form's id is made of it.
    pub id: &'static str,
    pub title: String,
    /// A grey word beside the title: whose form it is.
    pub about: Option<String>,
    pub action: String,
    /// Where giving up leads, and the act when it is done.
    pub back: String,
    pub active: Nav,
    pub body: Markup,
    /// The main act; none where there is nothing to send.
    pub send: Option<Button>,
    /// A grey word in the foot.
    pub hint: Option<String>,
}

impl Sheet {
    pub fn show(&self, visitor: &Visitor) -> Response {
        self.answer(visitor, StatusCode::OK)
    }

    /// The same form with what is to be put right.
    pub fn refused(&self, visitor: &Visitor) -> Response {
        self.answer(visitor, StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// The answer to a button of a row: a script puts the dialog over the page and leaves the row alone.
    pub fn refused_over(&self, visitor: &Visitor) -> Response {
        let over = [("HX-Retarget", "#dialogs"), ("HX-Reswap", "beforeend")];
        (over, self.refused(visitor)).into_response()
    }

    pub fn answer(&self, visitor: &Visitor, status: StatusCode) -> Response {
        if visitor.fragment {
            return (status, self.dialog(visitor)).into_response();
        }
        (status, visitor.page(&self.page(visitor))).into_response()
    }

    fn dialog(&self, visitor: &Visitor) -> Markup {
        let speech = &visitor.speech;
        let acts = html! {
            @if let Some(send) = self.send(visitor) { (send) }
            (Button::quiet(speech.t("cancel")).attr("data-close", ""))
            @if let Some(hint) = &self.hint { span.hint { (hint) } }
        };
        dialog(self.id, &self.title, self.about.as_deref(), &self.form(visitor), &acts, speech)
    }

    fn page(&self, visitor: &Visitor) -> Page {
        let speech = &visitor.speech;
        let body = html! {
            (self.form(visitor))
            div.acts.sheet-acts {
                @if let Some(send) = self.send(visitor) { (send) }
                (Button::quiet(speech.t("cancel")).href(&self.back))
                @if let Some(hint) = &self.hint { span.hint { (hint) } }
            }
        };
        let mut page = Page::new(&self.title, self.active, body);
        page.about.clone_from(&self.about);
        page.crumbs = vec![Crumb { label: speech.t("back"), href: self.back.clone() }];
        page.width = Width::Narrow;
        page
    }

    fn send(&self, visitor: &Visitor) -> Option<Button> {
        let send = self.send.clone()?.submit().attr("form", self.form_id());
        Some(if visitor.fragment { send.key("Ctrl ↵") } else { send })
    }

    fn form_id(&self) -> String {
        format!("{}-form", self.id)
    }

    /// A sheet with nothing to send is no form.
    fn form(&self, visitor: &Visitor) -> Markup {
        if self.send.is_none() {
            return html! { div.fields { (self.body) } };
        }
        let post = visitor.fragment.then_some(self.action.as_str());
        let target = post.map(|_| "closest dialog");
        let swap = post.map(|_| "outerHTML");
        html! {
            form.fields id=(self.form_id()) method="post" action=(self.action) novalidate data-kept="" data-ctrl-enter=""
                data-hx-post=[post] data-hx-target=[target] data-hx-swap=[swap] {
                (visitor.token())
                input type="hidden" name="back" value=(self.back);
                (self.body)
            }
        }
    }
}

/// Where to go back to: what the form or the link says if it is a page of ours.
pub fn back(form: &Form, otherwise: &str) -> String {
    routes::own(form.text("back")).unwrap_or(otherwise).to_owned()
}
