//! Requests that may be sent again: `Idempotency-Key`, as draft-ietf-httpapi-idempotency-key-header has it.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use axum::http::StatusCode;
use axum::http::request::Parts;
use desk::RequestKey;

use super::Problem;

const HEADER: &str = "idempotency-key";
/// The longest key, in bytes.
pub const KEY_MOST: usize = 255;

/// Keys whose requests are being done by this process, by member.
static UNDER_WAY: LazyLock<Mutex<HashSet<(i64, String)>>> = LazyLock::new(Mutex::default);

/// A request that carries a key. Its body is told by whoever reads it.
#[derive(Clone, Debug)]
pub struct Repeat {
    key: String,
    asks: String,
    body: Arc<OnceLock<Vec<u8>>>,
}

impl Repeat {
    /// Nothing where the request has no key, or changes nothing.
    ///
    /// # Errors
    /// 400 for a key that is none.
    pub fn of(parts: &Parts) -> Result<Option<Repeat>, Problem> {
        let Some(value) = parts.headers.get(HEADER).filter(|_| !parts.method.is_safe()) else {
            return Ok(None);
        };
        let key = value.to_str().unwrap_or_default().trim();
        // The draft has it quoted; most programs send it bare.
        let key = key.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or(key);
        if key.is_empty() || key.len() > KEY_MOST || key.contains(['"', '\t']) {
            return Err(odd_key());
        }
        let asks = format!("{} {}", parts.method, parts.uri);
        Ok(Some(Repeat { key: key.to_owned(), asks, body: Arc::default() }))
    }

    /// The same for one row of many: each is kept by itself.
    #[must_use]
    pub fn of_row(&self, row: usize) -> Repeat {
        Repeat { key: format!("{}#{row}", self.key), ..self.clone() }
    }

    /// Says what the body is.
    pub fn tell_body(&self, bytes: &[u8]) {
        // A body is read once.
        let _ = self.body.set(bytes.to_vec());
    }

    /// The key with the digest of what is asked.
    pub fn request(&self) -> RequestKey {
        let body = self.body.get().map(Vec::as_slice).unwrap_or_default();
        RequestKey::new(self.key.clone(), &[self.asks.as_bytes(), body])
    }

    /// Holds the key until the answer is known.
    ///
    /// # Errors
    /// 409 while the same key is being done.
    pub fn turn(&self, member: i64) -> Result<Turn, Problem> {
        let held = (member, self.key.clone());
        let mut under_way = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
        if under_way.insert(held.clone()) { Ok(Turn(held)) } else { Err(in_flight()) }
    }
}

/// A key that is being done; dropped, it is free.
#[derive(Debug)]
pub struct Turn((i64, String));

impl Drop for Turn {
    fn drop(&mut self) {
        UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

fn odd_key() -> Problem {
    let detail = "Send 1 to 255 visible letters that nobody else makes, such as a UUID.";
    Problem::new(StatusCode::BAD_REQUEST, "odd-key", "This is no Idempotency-Key", detail)
}

fn in_flight() -> Problem {
    let detail = "Wait for its answer, or ask again in a moment with the same key.";
    Problem::new(StatusCode::CONFLICT, "in-flight", "The request with this key is being done", detail)
}
