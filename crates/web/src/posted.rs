//! A form that a signed-in member sent, its token checked. Every handler that changes something takes this.

use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form as RawForm;

use crate::answer::Trouble;
use crate::app::App;
use crate::limits::{self, Over};
use crate::security::{self, CSRF_FIELD};
use crate::visitor::Visitor;
use crate::words::Speech;

/// The member and what they typed.
#[derive(Clone, Debug)]
pub struct Posted {
    pub visitor: Visitor,
    pub form: Form,
}

/// Fields as they were sent, in order; what was typed stays to be shown again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(pub Vec<(String, String)>);

impl Form {
    /// The field trimmed, empty if it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// The field if something stands in it.
    pub fn filled(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    pub fn owned(&self, name: &str) -> Option<String> {
        self.filled(name).map(str::to_owned)
    }

    /// Every value of a field that may be sent more than once.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.trim()).collect()
    }

    /// A record's number; none when empty or no number.
    pub fn id(&self, name: &str) -> Option<i64> {
        self.text(name).parse().ok()
    }

    pub fn is_on(&self, name: &str) -> bool {
        self.filled(name).is_some_and(|value| value != "off" && value != "false")
    }
}

impl FromRequest<App> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Posted, Response> {
        let (mut parts, body) = request.into_parts();
        check_origin(&parts.headers, app).map_err(IntoResponse::into_response)?;
        let visitor = <Visitor as FromRequestParts<App>>::from_request_parts(&mut parts, app).await?;
        let headers = parts.headers.clone();
        let request = Request::from_parts(parts, body);
        let form = read(request, app, &visitor.speech).await?;
        let token = form.0.iter().find(|(key, _)| key == CSRF_FIELD).map(|(_, value)| value.as_str());
        security::check_token(&headers, token, &visitor.signed.csrf)
            .map_err(|_| Trouble::Forged.into_response())?;
        Ok(Posted { visitor, form })
    }
}

/// A form sent before signing in: only the site is checked.
#[derive(Clone, Debug)]
pub struct StrangersForm(pub Form);

impl FromRequest<App> for StrangersForm {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<StrangersForm, Response> {
        check_origin(request.headers(), app).map_err(IntoResponse::into_response)?;
        let (speech, mut request) = (limits::speech(request.headers()), request);
        DefaultBodyLimit::max(limits::STRANGERS_FORM_MOST).apply(&mut request);
        read(request, app, &speech).await.map(StrangersForm)
    }
}

/// Whether the request began on one of our own pages.
pub fn check_origin(headers: &HeaderMap, app: &App) -> Result<(), Trouble> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    let scheme = if app.settings.secure { "https" } else { "http" };
    let own = app.settings.origin.clone().unwrap_or_else(|| format!("{scheme}://{host}"));
    security::check_site(headers, &own).map_err(|_| Trouble::Forged)
}

async fn read(request: Request, app: &App, speech: &Speech) -> Result<Form, Response> {
    let sent = RawForm::<Vec<(String, String)>>::from_request(request, app).await;
    let RawForm(fields) = sent.map_err(|refused| match refused.into_response() {
        answer if answer.status() == StatusCode::PAYLOAD_TOO_LARGE => Over::Body.page(speech),
        answer => answer,
    })?;
    Ok(Form(fields))
}
