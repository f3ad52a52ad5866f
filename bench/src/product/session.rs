//! Signing in as a browser does.

use anyhow::{Context, Result, ensure};

use super::{Client, Server};

/// A client that carries the session of a member.
pub fn sign_in(server: &Server, email: &str, password: &str) -> Result<Client> {
    let form = format!("email={}&password={}", email.replace('@', "%40"), password.replace(' ', "+"));
    let answer = server.client()?.post("/sign-in", "application/x-www-form-urlencoded", &form)?;
    ensure!(answer.status == 303, "signing in as {email} answered {}", answer.status);
    let cookie = answer.header("set-cookie").context("signing in gave no cookie")?;
    let session = cookie.split(';').next().unwrap_or_default();
    Ok(server.client()?.with("cookie", session))
}
