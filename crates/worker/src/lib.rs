//! Jobs beside the requests: small, idempotent, resumed after a restart where they stopped.

pub mod imports;

use desk::Desk;

/// Runs every job until the task is dropped.
pub async fn run(desk: Desk) {
    imports::run(desk).await;
}
