//! Imports under way: batch by batch, each of them in turn, so that none waits for another's end.

use std::time::Duration;

use desk::Desk;
use desk::import::{self, ImportsUnderWay};
use jiff::tz::TimeZone;
use sales::Actor;

/// How long it rests when there is nothing to do, and after a failure.
const REST: Duration = Duration::from_millis(500);

/// Goes on with whatever imports are running or being undone.
pub async fn run(desk: Desk) {
    loop {
        let system = Actor::system(TimeZone::UTC);
        let under_way = match desk.read(&system, ImportsUnderWay).await {
            Ok(under_way) => under_way,
            Err(error) => {
                tracing::warn!(%error, "can't look for imports");
                Vec::new()
            }
        };
        if under_way.is_empty() {
            tokio::time::sleep(REST).await;
        }
        for id in under_way {
            if let Err(error) = import::step(&desk, id).await {
                tracing::warn!(%error, import = id, "a batch failed; it is tried again");
                tokio::time::sleep(REST).await;
            }
        }
    }
}
