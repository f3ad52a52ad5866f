//! Ways in: sessions, tokens, one-time links, attempts to sign in; and how far each role reaches.
//! Secrets are kept as their hash alone.

use jiff::Timestamp;
use sales::{Area, Level, Reach, Role, Scope};

use crate::{Error, Result, Tx, params};

crate::row! {
    /// An open session.
    pub struct SessionRow {
        pub id: i64,
        pub member_id: i64,
        pub csrf: String,
        pub created_at: Timestamp,
        pub seen_at: Timestamp,
        pub expires_at: Timestamp,
    }
}

/// A session that has not run out, of a member who is not put away.
pub fn find_session(tx: &mut Tx, secret_hash: &str, now: Timestamp) -> Result<Option<SessionRow>> {
    let sql = format!(
        "SELECT {} FROM sessions s JOIN members m ON m.id = s.member_id \
         WHERE s.secret_hash = $1 AND s.expires_at > $2 AND m.archived_at IS NULL",
        SessionRow::columns("s")
    );
    tx.opt(&sql, params![secret_hash, now])
}

/// Opens a session.
pub fn insert_session(
    tx: &mut Tx,
    secret_hash: &str,
    member: i64,
    csrf: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<i64> {
    tx.insert(
        "INSERT INTO sessions (secret_hash, member_id, csrf, created_at, seen_at, expires_at) \
         VALUES ($1, $2, $3, $4, $4, $5) RETURNING id",
        params![secret_hash, member, csrf, now, expires_at],
    )
}

/// Notes that a session was used.
pub fn touch_session(tx: &mut Tx, id: i64, now: Timestamp, expires_at: Timestamp) -> Result<()> {
    let sql = "UPDATE sessions SET seen_at = $2, expires_at = $3 WHERE id = $1";
    tx.run(sql, params![id, now, expires_at])?;
    Ok(())
}

/// Ends one session.
pub fn delete_session(tx: &mut Tx, secret_hash: &str) -> Result<()> {
    tx.run("DELETE FROM sessions WHERE secret_hash = $1", params![secret_hash])?;
    Ok(())
}

/// Ends all sessions of a member but `kept`.
pub fn delete_sessions_of(tx: &mut Tx, member: i64, kept: Option<i64>) -> Result<()> {
    tx.run("DELETE FROM sessions WHERE member_id = $1 AND id <> $2", params![member, kept.unwrap_or(0)])?;
    Ok(())
}

/// Forgets sessions that ran out.
pub fn delete_stale_sessions(tx: &mut Tx, now: Timestamp) -> Result<()> {
    tx.run("DELETE FROM sessions WHERE expires_at <= $1", params![now])?;
    Ok(())
}

crate::row! {
    /// A one-time link; `kind` is first, invite or reset.
    pub struct LinkRow {
        pub id: i64,
        pub kind: String,
        pub member_id: Option<i64>,
        pub expires_at: Timestamp,
        pub used_at: Option<Timestamp>,
    }
}

/// Makes a link.
pub fn insert_link(
    tx: &mut Tx,
    secret_hash: &str,
    kind: &str,
    member: Option<i64>,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<i64> {
    tx.insert(
        "INSERT INTO links (secret_hash, kind, member_id, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5) RETURNING id",
        params![secret_hash, kind, member, now, expires_at],
    )
}

/// A link that is neither used nor out of time.
pub fn find_link(tx: &mut Tx, secret_hash: &str, now: Timestamp) -> Result<Option<LinkRow>> {
    let sql = format!(
        "SELECT {} FROM links WHERE secret_hash = $1 AND used_at IS NULL AND expires_at > $2",
        LinkRow::COLUMNS
    );
    tx.opt(&sql, params![secret_hash, now])
}

/// Uses a link up: true for the one who did.
pub fn claim_link(tx: &mut Tx, id: i64, now: Timestamp) -> Result<bool> {
    Ok(tx.run("UPDATE links SET used_at = $2 WHERE id = $1 AND used_at IS NULL", params![id, now])? == 1)
}

/// Makes the unused links of a member (none: those of the first administrator) worthless.
pub fn spend_links_of(tx: &mut Tx, member: Option<i64>, now: Timestamp) -> Result<()> {
    match member {
        Some(id) => tx.run(
            "UPDATE links SET used_at = $2 WHERE member_id = $1 AND used_at IS NULL",
            params![id, now],
        )?,
        None => {
            tx.run("UPDATE links SET used_at = $1 WHERE kind = 'first' AND used_at IS NULL", params![now])?
        }
    };
    Ok(())
}

crate::row! {
    pub struct TokenRow {
        pub id: i64,
        pub member_id: i64,
        pub name: String,
        level: String,
        areas: String,
        pub created_at: Timestamp,
        pub seen_at: Option<Timestamp>,
        pub revoked_at: Option<Timestamp>,
    }
}

impl TokenRow {
    /// What the token covers.
    ///
    /// # Errors
    /// [`Error::WrongType`] for words that no program of ours wrote: nothing is guessed where access hangs on it.
    pub fn scope(&self) -> Result<Scope> {
        let odd = |word: &str| Error::WrongType { what: format!("{word} is no scope of a token") };
        let level = Level::parse(&self.level).ok_or_else(|| odd(&self.level))?;
        let areas = self.areas.split_whitespace().map(|word| Area::parse(word).ok_or_else(|| odd(word)));
        Ok(Scope::new(level, areas.collect::<Result<Vec<Area>>>()?))
    }
}

/// Makes a token.
pub fn insert_token(
    tx: &mut Tx,
    member: i64,
    name: &str,
    secret_hash: &str,
    scope: &Scope,
    now: Timestamp,
) -> Result<i64> {
    let areas: Vec<&str> = scope.areas().iter().map(|area| area.key()).collect();
    tx.insert(
        "INSERT INTO tokens (member_id, name, secret_hash, created_at, level, areas) \
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        params![member, name, secret_hash, now, scope.level.key(), areas.join(" ")],
    )
}

/// A token that is not revoked, of a member who is not put away.
pub fn find_token(tx: &mut Tx, secret_hash: &str) -> Result<Option<TokenRow>> {
    let sql = format!(
        "SELECT {} FROM tokens t JOIN members m ON m.id = t.member_id \
         WHERE t.secret_hash = $1 AND t.revoked_at IS NULL AND m.archived_at IS NULL",
        TokenRow::columns("t")
    );
    tx.opt(&sql, params![secret_hash])
}

/// The token, held until the commit.
pub fn get_token_to_change(tx: &mut Tx, id: i64) -> Result<TokenRow> {
    tx.one_to_change(&format!("SELECT {} FROM tokens WHERE id = $1", TokenRow::COLUMNS), params![id])
}

/// A member's tokens, newest first, revoked ones too.
pub fn list_tokens(tx: &mut Tx, member: i64) -> Result<Vec<TokenRow>> {
    let sql = format!("SELECT {} FROM tokens WHERE member_id = $1 ORDER BY id DESC", TokenRow::COLUMNS);
    tx.all(&sql, params![member])
}

/// Notes that a token was used.
pub fn touch_token(tx: &mut Tx, id: i64, now: Timestamp) -> Result<()> {
    tx.run("UPDATE tokens SET seen_at = $2 WHERE id = $1", params![id, now])?;
    Ok(())
}

/// Revokes a token for good.
pub fn revoke_token(tx: &mut Tx, id: i64, now: Timestamp) -> Result<()> {
    tx.run("UPDATE tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", params![id, now])?;
    Ok(())
}

/// Notes an attempt to sign in and answers its id.
pub fn insert_attempt(tx: &mut Tx, email: &str, address: &str, now: Timestamp) -> Result<i64> {
    let sql = "INSERT INTO sign_in_attempts (email, address, at) VALUES ($1, $2, $3) RETURNING id";
    tx.insert(sql, params![email, address, now])
}

/// Attempts with this e-mail since then: the times of the newest `limit`, newest first.
pub fn list_attempts_of_email(
    tx: &mut Tx,
    email: &str,
    since: Timestamp,
    limit: i64,
) -> Result<Vec<Timestamp>> {
    let sql = "SELECT at FROM sign_in_attempts WHERE email = $1 AND at > $2 ORDER BY at DESC LIMIT $3";
    Ok(times(tx.all(sql, params![email, since, limit])?))
}

/// The same from this network address.
pub fn list_attempts_from(
    tx: &mut Tx,
    address: &str,
    since: Timestamp,
    limit: i64,
) -> Result<Vec<Timestamp>> {
    let sql = "SELECT at FROM sign_in_attempts WHERE address = $1 AND at > $2 ORDER BY at DESC LIMIT $3";
    Ok(times(tx.all(sql, params![address, since, limit])?))
}

fn times(rows: Vec<(Timestamp,)>) -> Vec<Timestamp> {
    rows.into_iter().map(|(at,)| at).collect()
}

/// Forgets the attempts with an e-mail: it signed in.
pub fn delete_attempts_of(tx: &mut Tx, email: &str) -> Result<()> {
    tx.run("DELETE FROM sign_in_attempts WHERE email = $1", params![email])?;
    Ok(())
}

/// Forgets attempts that no longer count.
pub fn delete_attempts_before(tx: &mut Tx, then: Timestamp) -> Result<()> {
    tx.run("DELETE FROM sign_in_attempts WHERE at <= $1", params![then])?;
    Ok(())
}

/// What each role reaches: reads and writes, where it was set.
pub fn list_reach(tx: &mut Tx) -> Result<Vec<(Role, Reach, Reach)>> {
    let rows: Vec<(String, String, String)> =
        tx.all("SELECT role, reads, writes FROM role_reach", params![])?;
    let odd = |key: &str| Error::WrongType { what: format!("{key} is no reach of a role") };
    let parse = |key: &str| Reach::parse(key).ok_or_else(|| odd(key));
    let read = |(role, reads, writes): (String, String, String)| {
        Ok((Role::parse(&role).ok_or_else(|| odd(&role))?, parse(&reads)?, parse(&writes)?))
    };
    rows.into_iter().map(read).collect()
}

/// What a role reaches: (reads, writes).
pub fn get_reach(tx: &mut Tx, role: Role) -> Result<(Reach, Reach)> {
    let set = list_reach(tx)?.into_iter().find(|(of, ..)| *of == role);
    Ok(set.map_or_else(|| role.default_reach(), |(_, reads, writes)| (reads, writes)))
}

/// Sets what a role reaches; `only_new` leaves what is set already.
pub fn set_reach(tx: &mut Tx, role: Role, reads: Reach, writes: Reach, only_new: bool) -> Result<()> {
    let clash = if only_new { "NOTHING" } else { "UPDATE SET reads = $2, writes = $3" };
    tx.run(
        &format!(
            "INSERT INTO role_reach (role, reads, writes) VALUES ($1, $2, $3) ON CONFLICT (role) DO {clash}"
        ),
        params![role.key(), reads.key(), writes.key()],
    )?;
    Ok(())
}
