//! Passwords: argon2id with 19 MiB and two passes, computed outside of transactions and a few at a time.

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use sales::{Fault, FieldError};
use tokio::sync::Semaphore;

use super::secret;
use crate::{Desk, Error, Result};

/// The shortest password, in characters.
pub const PASSWORD_LEAST: usize = 10;
/// The longest, in characters: hashing takes time by length.
const PASSWORD_MOST: usize = 200;
/// Memory in KiB, passes and lanes.
const COST: (u32, u32, u32) = (19_456, 2, 1);

/// Hashing takes 19 MiB and a core each: a crowd at the door waits instead of starving the rest.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// Verified for an e-mail nobody has, so that the answer takes as long.
static NOBODYS: LazyLock<Option<String>> =
    LazyLock::new(|| hash(b"nobody's password", b"nobody's salt 16").ok());

/// Checks the length.
pub(crate) fn check_password(faults: &mut Vec<FieldError>, field: &str, password: &str) {
    let length = password.chars().count();
    if length < PASSWORD_LEAST {
        faults.push(FieldError::new(field, Fault::TooShort { least: PASSWORD_LEAST }));
    } else if length > PASSWORD_MOST {
        faults.push(FieldError::new(field, Fault::TooLong { most: PASSWORD_MOST }));
    }
}

/// The hash to keep, in PHC form.
///
/// # Errors
/// [`Error::Broken`] when the machine has no memory for it.
pub(crate) async fn hash_password(desk: &Desk, password: String) -> Result<String> {
    let salt = secret::derived(&desk.secret(), "salt");
    aside(move || hash(password.as_bytes(), &salt[..16])).await?
}

/// Whether the password is the one kept; with none kept it takes as long and is not.
///
/// # Errors
/// [`Error::Broken`] when the machine has no memory for it.
pub(crate) async fn verify_password(kept: Option<String>, password: String) -> Result<bool> {
    if password.chars().count() > PASSWORD_MOST {
        return Ok(false);
    }
    aside(move || match (&kept, &*NOBODYS) {
        (Some(kept), _) => matches(kept, &password),
        (None, Some(nobodys)) => matches(nobodys, &password) && kept.is_some(),
        (None, None) => false,
    })
    .await
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _turn = AT_ONCE.acquire().await.map_err(|error| Error::Broken(error.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Broken(error.to_string()))
}

fn matches(kept: &str, password: &str) -> bool {
    // The parameters are those of the kept hash.
    Argon2::default().verify_password(password.as_bytes(), kept).is_ok()
}

fn hash(password: &[u8], salt: &[u8]) -> Result<String> {
    let broken = |error: &dyn std::fmt::Display| Error::Broken(format!("hashing a password: {error}"));
    let params = Params::new(COST.0, COST.1, COST.2, None).map_err(|error| broken(&error))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon2.hash_password_with_salt(password, salt).map_err(|error| broken(&error))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_hash_names_its_cost_and_matches_its_password_alone() {
        let kept = hash("a long password".as_bytes(), b"0123456789abcdef").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(matches(&kept, "a long password") && !matches(&kept, "another password"));
    }
}
