//! Files on deals, companies and people.

mod attach;
mod describe;
mod list;
mod open;
mod panel;
mod remove;

use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, get, post};
use desk::file::Paper;
use desk::look::Of;
use sales::file::Kind;
use serde::Deserialize;

use crate::app::App;
use crate::routes;
use crate::routing::Routes;
use crate::words::Speech;

pub use panel::FilesPanel;

pub fn routes() -> Routes {
    Routes::new()
        .route("/deals/{id}/files", on_record(Of::Deal))
        .route("/companies/{id}/files", on_record(Of::Company))
        .route("/people/{id}/files", on_record(Of::Person))
        .route("/files/{id}", get(open::show))
        .route("/files/{id}/remove", post(remove::remove))
        .route("/files/{id}/describe", get(describe::show).post(describe::describe))
}

/// The paper that is wanted, as an address says it: what is attached next is offered as that.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    document: String,
    signed: String,
}

impl Wanted {
    pub fn paper(self) -> Paper {
        Paper { document: Some(self.document).filter(|key| !key.is_empty()), signed: self.signed == "true" }
    }
}

/// The files of a record, and attaching more. They are bounded one by one, as they come.
fn on_record(of: fn(i64) -> Of) -> MethodRouter<App> {
    let show = async move |app, visitor, path, query| list::show(of, app, visitor, path, query).await;
    let attach =
        async move |app, visitor, path, request| attach::attach(of, app, visitor, path, request).await;
    get(show).post(attach).layer(DefaultBodyLimit::disable())
}

/// The record's page.
fn home(of: Of) -> String {
    match of {
        Of::Deal(id) => routes::deal(id),
        Of::Company(id) => routes::company(id),
        Of::Person(id) => routes::person(id),
    }
}

/// "PDF, 1.2 MB".
pub fn in_brief(media: &str, size: i64, speech: &Speech) -> String {
    let kind = speech.t(&format!("file-kind-{}", Kind::of(media).key()));
    speech.t_with("file-about", &[("kind", kind.into()), ("size", speech.size(size).into())])
}
