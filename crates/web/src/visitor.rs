//! Who asks for a page: the member signed in, their language and zone, and how the page greets them.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use desk::Act;
use desk::access::{Signed, TouchSession};
use desk::look::Visit;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use sales::{Actor, Role};

use crate::answer::Trouble;
use crate::app::App;
use crate::did::Did;
use crate::said::{self, Said};
use crate::ui::{Avatar, Button, Counts, ErrorPage, Page, Shell, Theme, bare_layout, error_page, layout};
use crate::words::{Lang, Speech};

/// The cookie that holds the session's secret.
pub const COOKIE: &str = "dealwright_session";

/// A signed-in member looking at a page.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub signed: Signed,
    pub speech: Speech,
    pub counts: Counts,
    /// The script asked for a part of the page.
    pub fragment: bool,
    /// What the act before this page did.
    pub said: Option<Said>,
    did: Did,
}

impl Visitor {
    pub fn actor(&self) -> &Actor {
        &self.signed.actor
    }

    /// Does an act as this member; what is said of it then offers the way back.
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn write<A: Act>(&self, app: &App, act: A) -> desk::Result<A::Done> {
        self.did.write(&app.desk, self.actor(), act).await
    }

    /// The act that this request did, if it may be taken back.
    pub fn did(&self) -> Option<i64> {
        self.did.act()
    }

    /// The page in its frame; to a script that swaps the content alone, the same document.
    pub fn page(&self, page: &Page) -> Response {
        let answer = layout(page, &self.shell(), &self.speech).into_response();
        if self.said.is_some() { said::forget(answer) } else { answer }
    }

    /// What stands around the page.
    pub fn shell(&self) -> Shell {
        let theme = match self.signed.theme.as_str() {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        };
        Shell {
            member: Avatar::of(self.signed.name.as_str()),
            theme,
            csrf: self.signed.csrf.clone(),
            counts: self.counts,
            said: self.said.clone(),
            single_keys: self.signed.single_keys,
            manages: matches!(self.signed.actor.role, Role::Administrator | Role::Manager),
        }
    }

    /// The hidden field that every form of ours carries.
    pub fn token(&self) -> Markup {
        html! { input type="hidden" name=(crate::security::CSRF_FIELD) value=(self.signed.csrf); }
    }
}

/// The language and zone of a visitor that nobody knows yet.
pub fn stranger_speech(app: &App, headers: &HeaderMap) -> Speech {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    Speech::new(Lang::accepted(accepted), TimeZone::UTC, app.desk.now())
}

/// A page before signing in.
pub fn bare(title: &str, body: &Markup, speech: &Speech) -> Response {
    bare_layout(title, Theme::Auto, body, speech).into_response()
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Visitor, Response> {
        match find(parts, app).await {
            Ok(Some(visitor)) => Ok(visitor),
            Ok(None) => Err(sign_in_first(parts, app)),
            Err(error) => Err(Trouble::from(error).into_response()),
        }
    }
}

impl OptionalFromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Visitor>, Response> {
        find(parts, app).await.map_err(|error| Trouble::from(error).into_response())
    }
}

async fn find(parts: &Parts, app: &App) -> desk::Result<Option<Visitor>> {
    let Some(secret) =
        CookieJar::from_headers(&parts.headers).get(COOKIE).map(|cookie| cookie.value().to_owned())
    else {
        return Ok(None);
    };
    // A script that swaps the whole page asks for all of it.
    let whole = parts.headers.get("hx-request-type").is_some_and(|kind| kind == "full");
    let fragment = parts.headers.contains_key("hx-request") && !whole;
    let visit = Visit { secret: secret.clone(), framed: !fragment };
    let Some((signed, counts)) = app.desk.read(&desk::access::visitor(), visit).await? else {
        return Ok(None);
    };
    if signed.touch_due {
        app.desk.write(&signed.actor, TouchSession { secret }).await?;
    }
    let lang = match signed.actor.lang {
        process::Lang::Ru => Lang::Ru,
        process::Lang::En => Lang::En,
    };
    let speech = Speech::new(lang, signed.actor.zone.clone(), app.desk.now());
    let counts = Counts { overdue: counts.overdue, deals: counts.open_deals, unread: counts.unread };
    let said = if fragment { None } else { said::heard(&parts.headers) };
    Ok(Some(Visitor { signed, speech, counts, fragment, said, did: Did::default() }))
}

/// A page goes to the sign-in and comes back; a script and a sent form are told, so that nothing typed is lost.
fn sign_in_first(parts: &Parts, app: &App) -> Response {
    if parts.headers.contains_key("hx-request") {
        return (StatusCode::UNAUTHORIZED, "sign in").into_response();
    }
    if parts.method != Method::GET {
        return session_ended(parts, app);
    }
    let back = parts.uri.path_and_query().map_or("/", |uri| uri.as_str());
    Redirect::to(&sign_in(back)).into_response()
}

fn sign_in(back: &str) -> String {
    format!("/sign-in?back={}", crate::routes::encode(back))
}

/// A form came without a session: what was typed stays in the tab, and comes back with the form.
fn session_ended(parts: &Parts, app: &App) -> Response {
    let speech = stranger_speech(app, &parts.headers);
    let referer =
        parts.headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let form =
        referer.parse::<Uri>().ok().and_then(|uri| uri.path_and_query().map(|at| at.as_str().to_owned()));
    let page = ErrorPage {
        title: speech.t("session-ended"),
        detail: speech.t("session-ended-detail"),
        quote: None,
        acts: vec![Button::main(speech.t("sign-in")).href(sign_in(form.as_deref().unwrap_or("/")))],
    };
    let title = page.title.clone();
    (StatusCode::UNAUTHORIZED, bare(&title, &error_page(&page), &speech)).into_response()
}
