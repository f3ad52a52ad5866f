//! The page around a client's form: a new one, one that is edited, and either shown again to be put right.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::Noun;
use crate::answer::{Trouble, status};
use crate::faults::Faults;
use crate::posted::Form;
use crate::routes;
use crate::ui::{Button, Crumb, Edge, Icon, Page, Tone, Width, strip};
use crate::visitor::Visitor;
use crate::words::Speech;

/// How a form is shown: for the first time, or again with why it was not taken.
#[derive(Debug, Default)]
pub(in crate::pages) struct Showing {
    status: StatusCode,
    pub faults: Faults,
    /// Somebody changed the record since the form was opened.
    pub is_stale: bool,
}

impl Showing {
    /// With a question that is to be answered first.
    pub(in crate::pages) fn asking() -> Showing {
        Showing { status: StatusCode::UNPROCESSABLE_ENTITY, ..Showing::default() }
    }

    /// Why the act was not done, if the form can mend it.
    ///
    /// # Errors
    /// Anything else.
    pub(in crate::pages) fn again(error: desk::Error, visitor: &Visitor) -> Result<Showing, Trouble> {
        let status = status(&error);
        if matches!(error, desk::Error::Stale) {
            return Ok(Showing { status, is_stale: true, faults: Faults::default() });
        }
        let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(visitor))?;
        Ok(Showing { status, faults, is_stale: false })
    }

    /// The form as the answer of the act.
    pub(in crate::pages) fn answer(&self, page: &Page, visitor: &Visitor) -> Response {
        (self.status, visitor.page(page)).into_response()
    }

    /// Above the form's own summary: somebody was faster, with a way to look at the record beside.
    pub(in crate::pages) fn stale(&self, record: &str, speech: &Speech) -> Markup {
        let acts = html! { a.button href=(record) target="_blank" rel="noopener" { (speech.t("client-stale-see")) } };
        let words = html! { b { (speech.t("stale")) } };
        html! {
            @if self.is_stale {
                div role="alert" tabindex="-1" data-focus="" {
                    (strip(Edge(Tone::Amber), Icon::Warning, &words, "", &acts))
                }
            }
        }
    }
}

/// The typed form, now over what stands there: saving again means it.
pub(in crate::pages) fn with_version(Form(fields): Form, version: i64) -> Form {
    let mut fields: Vec<_> = fields.into_iter().filter(|(name, _)| name != "version").collect();
    fields.push(("version".to_owned(), version.to_string()));
    Form(fields)
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
                @for name in ["version", "back"] {
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
