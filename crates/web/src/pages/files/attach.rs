//! Attaching files: a form sends several, a script one at a time. Each is taken or refused by itself.

use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use desk::file::{AttachFile, MayAttach, Paper};
use desk::look::Of;
use maud::html;

use super::{FilesPanel, home};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::sentence;
use crate::pages::go_saying;
use crate::posted::check_origin;
use crate::receive::{Unreceived, receive};
use crate::routes;
use crate::security::{CSRF_FIELD, CSRF_HEADER, check_token};
use crate::ui::{Button, Crumb, Nav, Page, Toast, Width, toast};
use crate::visitor::Visitor;

/// Files that one form may bring.
const MOST: usize = 100;
/// The session's token is short.
const TOKEN_MOST: usize = 1024;

/// What came of the files of one form.
#[derive(Default)]
struct Came {
    attached: Vec<String>,
    /// Names, and what is wrong with each.
    refused: Vec<(String, String)>,
}

pub async fn attach(
    of: fn(i64) -> Of,
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    request: Request,
) -> Answer {
    let told = |trouble: Trouble| trouble.told(&visitor);
    let headers = request.headers().clone();
    check_origin(&headers, &app).map_err(told)?;
    let mut form = match Multipart::from_request(request, &app).await {
        Ok(form) => form,
        Err(refused) => return Ok(refused.into_response()),
    };
    check_form(&headers, &mut form, &visitor).await.map_err(told)?;
    let of = of(id);
    app.desk.read(visitor.actor(), MayAttach { of }).await.map_err(|error| told(error.into()))?;
    let came = take_all(&app, &visitor, of, form).await.map_err(|error| told(error.into()))?;
    answer(&app, &visitor, of, came).await.map_err(|error| told(error.into()))
}

/// The token comes by header, or before all files: nothing is taken of a form that did not come from our page.
async fn check_form(headers: &HeaderMap, form: &mut Multipart, visitor: &Visitor) -> Result<(), Trouble> {
    let known =
        |sent: Option<&str>| check_token(headers, sent, &visitor.signed.csrf).map_err(|_| Trouble::Forged);
    if headers.contains_key(CSRF_HEADER) {
        return known(None);
    }
    let Ok(Some(first)) = form.next_field().await else { return known(None) };
    let sent = if first.name() == Some(CSRF_FIELD) { short(first).await } else { None };
    known(sent.as_deref())
}

async fn short(mut field: Field<'_>) -> Option<String> {
    let mut bytes = Vec::new();
    while let Ok(Some(part)) = field.chunk().await {
        bytes.extend_from_slice(&part);
        if bytes.len() > TOKEN_MOST {
            return None;
        }
    }
    String::from_utf8(bytes).ok()
}

async fn take_all(app: &App, visitor: &Visitor, of: Of, mut form: Multipart) -> desk::Result<Came> {
    let speech = &visitor.speech;
    let (mut came, mut paper) = (Came::default(), Paper::default());
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(came),
            Err(_) => {
                came.refused.push((String::new(), speech.t("file-broken")));
                return Ok(came);
            }
        };
        // What the files are as papers comes before them.
        match field.name() {
            Some("document") => {
                paper.document = short(field).await.filter(|key| !key.is_empty());
                continue;
            }
            Some("signed") => {
                paper.signed = short(field).await.as_deref() == Some("true");
                continue;
            }
            _ => {}
        }
        // A control without a chosen file sends an empty name.
        let Some(name) = field.file_name().map(str::to_owned).filter(|name| !name.is_empty()) else {
            continue;
        };
        if came.attached.len() + came.refused.len() == MOST {
            let most = speech.t_with("file-too-many", &[("most", MOST.into())]);
            came.refused.push((String::new(), most));
            return Ok(came);
        }
        take(app, visitor, of, &paper, (name, field), &mut came).await?;
    }
}

/// Takes one file. What is wrong with it alone lets the others come.
async fn take(
    app: &App,
    visitor: &Visitor,
    of: Of,
    paper: &Paper,
    (name, field): (String, Field<'_>),
    came: &mut Came,
) -> desk::Result<()> {
    let attached = match receive(&app.desk, field).await {
        Ok(kept) => {
            let (name, paper) = (name.clone(), paper.clone());
            visitor.write(app, AttachFile { of, name, paper, kept }).await
        }
        Err(Unreceived::Desk(error)) => Err(error),
        Err(Unreceived::Broken) => {
            came.refused.push((name, visitor.speech.t("file-broken")));
            return Ok(());
        }
    };
    match attached {
        Ok(_) => came.attached.push(name),
        Err(desk::Error::Invalid(faults)) => {
            let words: Vec<String> = faults.iter().map(|fault| sentence(fault, &visitor.speech)).collect();
            came.refused.push((name, words.join(" ")));
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

async fn answer(app: &App, visitor: &Visitor, of: Of, came: Came) -> desk::Result<Response> {
    let speech = &visitor.speech;
    if !came.refused.is_empty() {
        return Ok(refused(visitor, of, &came));
    }
    let name = came.attached.first().cloned().unwrap_or_default();
    let words = [("count", came.attached.len().into()), ("name", name.into())];
    if !visitor.fragment {
        let back = format!("{}#files", home(of));
        return Ok(go_saying(visitor, &back, "said-files-attached", &words));
    }
    let said = Toast {
        words: speech.t_with("said-files-attached", &words),
        points: None,
        undo: visitor.did().map(routes::undo),
    };
    let panel = FilesPanel::load(app, visitor, of, None, &Paper::default()).await?;
    Ok(html! { (panel.show(visitor)) (toast(&said, &visitor.signed.csrf, speech)) }.into_response())
}

/// A script gets the words alone.
fn refused(visitor: &Visitor, of: Of, came: &Came) -> Response {
    let speech = &visitor.speech;
    if visitor.fragment {
        let words: Vec<&str> = came.refused.iter().map(|(_, words)| words.as_str()).collect();
        return (StatusCode::UNPROCESSABLE_ENTITY, html! { p { (words.join(" ")) } }).into_response();
    }
    let body = html! {
        p { (speech.t("files-refused-detail")) }
        ul.refused-files { @for (name, words) in &came.refused { li { @if !name.is_empty() { b { (name) } ": " } (words) } } }
        div.acts { (Button::main(speech.t("back")).href(home(of))) }
    };
    let mut page = Page::new(speech.t("files-refused"), Nav::Elsewhere, body);
    page.crumbs = vec![Crumb { label: speech.t("back"), href: home(of) }];
    page.width = Width::Narrow;
    (StatusCode::UNPROCESSABLE_ENTITY, visitor.page(&page)).into_response()
}
