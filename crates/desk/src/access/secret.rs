//! Secrets: what their holder is given, and what is kept of them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// The secret as its holder gets it: 43 letters that fit a URL and a cookie.
pub(super) fn word(secret: &[u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(secret)
}

/// What is kept of a secret. It has 256 bits of chance, so a plain hash can't be guessed back.
pub(crate) fn hash_of(word: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(word.as_bytes()))
}

/// Another secret made of one, by purpose; it does not lead back.
pub(crate) fn derived(secret: &[u8; 32], purpose: &str) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(purpose.as_bytes());
    hasher.update([0]);
    hasher.update(secret);
    hasher.finalize().into()
}
