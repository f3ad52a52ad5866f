//! The page around a client's form: a new one, one that is edited, and either shown again to be put right.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::Noun;
use crate::answer::{Trouble, status};
use crate::faults::Faults;
use crate::pages::merge::Asked;
use crate::posted::Form;
use crate::routes;
use crate::ui::{Button, Crumb, Page, Width};
use crate::visitor::Visitor;
use crate::words::Speech;

/// How often a form is saved while others keep saving.
pub(in crate::pages) const ATTEMPTS: usize = 3;

/// How a form is shown: for the first time, or again with why it was not taken.
#[derive(Default)]
pub(in crate::pages) struct Showing {
    status: StatusCode,
    pub faults: Faults,
    /// What somebody else has changed as well since the form was opened.
    asked: Option<Asked>,
}

impl Showing {
    /// With a question that is to be answered first.
    pub(in crate::pages) fn asking() -> Showing {
        Showing { status: StatusCode::UNPROCESSABLE_ENTITY, ..Showing::default() }
    }

    /// With what two have changed at once.
    pub(in crate::pages) fn of(asked: Asked) -> Showing {
        Showing { status: StatusCode::CONFLICT, asked: Some(asked), ..Showing::default() }
    }

    /// Why the act was not done, if the form can mend it.
    ///
    /// # Errors
    /// Anything else.
    pub(in crate::pages) fn again(error: desk::Error, visitor: &Visitor) -> Result<Showing, Trouble> {
        let status = status(&error);
        let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(visitor))?;
        Ok(Showing { status, faults, asked: None })
    }

    /// The form as the answer of the act.
    pub(in crate::pages) fn answer(&self, page: &Page, visitor: &Visitor) -> Response {
        (self.status, visitor.page(page)).into_response()
    }

    /// Above the form's own summary: what stands now beside what was typed.
    pub(in crate::pages) fn asked(&self, speech: &Speech) -> Markup {
        self.asked.as_ref().map(|asked| asked.show(speech)).unwrap_or_default()
    }
}

/// Owners that these forms name.
pub(in crate::pages) fn owners(forms: &[&Form]) -> Vec<i64> {
    forms.iter().filter_map(|form| form.id("owner")).collect()
}

pub(in crate::pages) struct FormPage<'a> {
    pub noun: Noun,
    /// The address of the record that is edited; none for a new one.
    pub record: Option<&'a str>,
    pub form: &'a Form,
    /// What is to be put right or answered first.
    pub above: Markup,
    pub fields: Markup,
    pub save: Button,
    /// Where giving up leads.
    pub back: &'a str,
}

impl FormPage<'_> {
    pub(in crate::pages) fn show(&self, visitor: &Visitor) -> Page {
        let (speech, noun) = (&visitor.speech, self.noun);
        let action = self.record.map_or_else(|| noun.list().to_owned(), |record| routes::act(record, "edit"));
        let body = html! {
            form.fields method="post" action=(action) novalidate data-kept="" {
                (visitor.token())
                @for name in ["version", "was", "back"] {
                    @if let Some(value) = self.form.filled(name) { input type="hidden" name=(name) value=(value); }
                }
                (self.above)
                (self.fields)
                div.acts { (self.save) (Button::quiet(speech.t("cancel")).href(self.back)) }
            }
        };
        let title = match self.record {
            Some(_) => noun.either("company-edit", "person-edit"),
            None => noun.either("company-new", "person-new"),
        };
        let mut page = Page::new(speech.t(title), noun.nav(), body);
        page.crumbs = vec![noun.crumb(speech)];
        page.crumbs.extend(
            self.record.map(|href| Crumb { label: self.form.text("name").to_owned(), href: href.to_owned() }),
        );
        page.width = Width::Narrow;
        page
    }
}
