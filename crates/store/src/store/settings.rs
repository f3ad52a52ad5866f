//! How a store is run.

use std::time::Duration;

/// Sizes and limits of a store; the defaults suit a server of a few cores.
#[derive(Debug, Clone, PartialEq)]
pub struct StoreSettings {
    /// SQLite: threads that read. As many as cores.
    pub readers: usize,
    /// PostgreSQL: threads with a connection each that write, and as many that read.
    pub lanes: usize,
    /// SQLite: the most acts that share one commit.
    pub group: usize,
    /// How long a write waits for another process or transaction before it gives up.
    pub lock_wait: Duration,
    /// The longest one statement of `Store::read` may take.
    pub read_limit: Duration,
    /// The longest one statement of `Store::slow_read` may take.
    pub report_limit: Duration,
}

impl Default for StoreSettings {
    fn default() -> Self {
        Self {
            readers: std::thread::available_parallelism().map_or(2, Into::into),
            lanes: 4,
            group: 256,
            lock_wait: Duration::from_secs(10),
            read_limit: Duration::from_secs(10),
            report_limit: Duration::from_secs(300),
        }
    }
}
