//! Jobs beside the requests: small, idempotent, resumed after a restart where they stopped.

pub mod files;
pub mod imports;

use desk::Desk;

/// Runs every job until the task is dropped.
pub async fn run(desk: Desk) {
    tokio::join!(imports::run(desk.clone()), files::run(desk));
}
