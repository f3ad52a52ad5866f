//! Files that nobody can bring back any more, and bytes that no row tells of, are swept.

use std::time::Duration;

use desk::{Desk, file};

/// What is swept is days old: an hour sooner or later does not matter.
const REST: Duration = Duration::from_secs(60 * 60);

/// Sweeps at the start and then every hour.
pub async fn run(desk: Desk) {
    loop {
        match file::sweep(&desk).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "files were swept"),
            Err(error) => tracing::warn!(%error, "files could not be swept; it is tried again in an hour"),
        }
        tokio::time::sleep(REST).await;
    }
}
