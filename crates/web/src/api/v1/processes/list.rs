//! The processes of the installation.

use axum::Json;
use desk::process::ListProcesses;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::shared::Words;
use crate::api::v1::{Answer, Caller};

/// The newest version of a process.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProcessEntry {
    pub process: String,
    pub version: i64,
    pub title: Words,
    /// New deals may start in it.
    pub active: bool,
    pub published_at: Timestamp,
}

/// Lists the newest version of each process, active ones first.
#[utoipa::path(get, path = "/processes", tag = "processes", responses((status = 200, body = Vec<ProcessEntry>)))]
pub async fn list_processes(caller: Caller) -> Answer<Vec<ProcessEntry>> {
    let rows = caller.read(ListProcesses).await?.into_iter();
    let entry = rows.map(|row| ProcessEntry {
        process: row.process,
        version: row.version,
        title: Words { en: row.title_en, ru: row.title_ru },
        active: row.active,
        published_at: row.published_at,
    });
    Ok(Json(entry.collect()))
}
