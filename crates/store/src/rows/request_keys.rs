//! What requests with a key have come to: kept so that the same request, sent again, is answered and not done again.

use jiff::Timestamp;

use crate::{Result, Tx, params};

crate::row! {
    /// A request that was done.
    pub struct KeptRequest {
        pub fingerprint: String,
        /// What its act answered, as JSON.
        pub done: Option<String>,
    }
}

/// Takes the key: true for the one who did. Whoever comes while another's transaction holds it waits for its end.
pub fn claim(tx: &mut Tx, member: i64, key: &str, fingerprint: &str, now: Timestamp) -> Result<bool> {
    let sql = "INSERT INTO request_keys (member_id, key, fingerprint, made_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (member_id, key) DO NOTHING";
    Ok(tx.run(sql, params![member, key, fingerprint, now])? == 1)
}

pub fn get(tx: &mut Tx, member: i64, key: &str) -> Result<KeptRequest> {
    let sql = format!("SELECT {} FROM request_keys WHERE member_id = $1 AND key = $2", KeptRequest::COLUMNS);
    tx.one(&sql, params![member, key])
}

/// Keeps what the request's act answered.
pub fn keep(tx: &mut Tx, member: i64, key: &str, done: &str) -> Result<()> {
    let sql = "UPDATE request_keys SET done = $3 WHERE member_id = $1 AND key = $2";
    tx.later(sql, params![member, key, done])
}

/// Forgets requests that are too old to be sent again.
pub fn delete_before(tx: &mut Tx, then: Timestamp) -> Result<()> {
    tx.run("DELETE FROM request_keys WHERE made_at <= $1", params![then])?;
    Ok(())
}
