//! The bytes of a file, to be saved.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use desk::file;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::download::download;
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<i64>, asked: HeaderMap) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let (file, opened) = file::open(&app.desk, visitor.actor(), id).await.map_err(told)?;
    let broken = |error: std::io::Error| told(desk::Error::Broken(format!("file {id}: {error}")));
    download(&file, opened, &asked).await.map_err(broken)
}
