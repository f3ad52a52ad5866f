//! A clock that stands still until a test moves it.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// A settable clock; clones show the same time.
#[derive(Debug, Clone)]
pub struct Clock {
    now: Arc<Mutex<Timestamp>>,
}

impl Clock {
    /// A clock at an instant such as `2026-11-23T09:00:00Z`.
    ///
    /// # Panics
    /// When the text is no instant.
    #[must_use]
    pub fn at(instant: &str) -> Self {
        let now = instant.parse().unwrap_or_else(|error| panic!("{instant} is no instant: {error}"));
        Self { now: Arc::new(Mutex::new(now)) }
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Moves it on, or back with a negative duration, and says what it shows then.
    pub fn advance(&self, by: SignedDuration) -> Timestamp {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        *now += by;
        *now
    }

    /// Sets it.
    pub fn set(&self, instant: Timestamp) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = instant;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_show_the_same_time() {
        let clock = Clock::at("2026-11-23T09:00:00Z");
        let copy = clock.clone();
        clock.advance(SignedDuration::from_mins(90));
        assert_eq!(copy.now().to_string(), "2026-11-23T10:30:00Z");
    }
}
