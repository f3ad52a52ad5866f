//! How long people who look had to wait, and how long acts waited for a lock of the database.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::house::Server;

/// Between two looks of one person.
const PAUSE: Duration = Duration::from_millis(5);

/// Times of one kind, shortest first.
pub struct Pace(Vec<Duration>);

impl Pace {
    pub fn of(mut times: Vec<Duration>) -> Pace {
        times.sort_unstable();
        Pace(times)
    }

    /// Zero of none.
    fn percentile(&self, percent: usize) -> Duration {
        let at = (self.0.len() * percent / 100).min(self.0.len().saturating_sub(1));
        self.0.get(at).copied().unwrap_or_default()
    }

    /// Its slowest hundredth beside the other's.
    pub fn beside(&self, other: &Pace) -> String {
        format!("{:.2}", self.percentile(99).as_secs_f64() / other.percentile(99).as_secs_f64())
    }
}

impl fmt::Display for Pace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (half, most) = (self.percentile(50), self.percentile(99));
        write!(out, "{} times, p50 {half:.2?}, p99 {most:.2?}", self.0.len())
    }
}

/// Asks for an address again and again until told to stop; every answer must be one.
pub fn look(path: &str, server: &Server, stop: &AtomicBool) -> Pace {
    let mut client = server.client();
    let mut times = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let asked = Instant::now();
        let answer = client.get(path).unwrap();
        times.push(asked.elapsed());
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        thread::sleep(PAUSE);
    }
    Pace::of(times)
}
