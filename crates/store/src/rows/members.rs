//! Members: whoever owns records, signs in, or both.

use jiff::Timestamp;

use crate::{Result, Sql, Tx, params};

crate::row! {
    /// A member. `password_hash` stays in its own question: see [`find_password`].
    pub struct MemberRow {
        pub id: i64,
        pub name: String,
        pub email: Option<String>,
        pub role: String,
        pub team_id: Option<i64>,
        pub language: String,
        pub time_zone: Option<String>,
        pub theme: String,
        pub single_keys: bool,
        pub import_id: Option<i64>,
        pub created_at: Timestamp,
        pub archived_at: Option<Timestamp>,
    }
}

crate::row! {
    /// A member as the list of members shows it.
    pub struct MemberListRow {
        pub id: i64,
        pub name: String,
        pub email: Option<String>,
        pub role: String,
        pub team_id: Option<i64>,
        pub team_name: Option<String>,
        pub can_sign_in: bool,
        pub open_deals: i64,
        pub archived_at: Option<Timestamp>,
    }
}

crate::row! {
    /// A member as a select offers it.
    pub struct MemberName {
        pub id: i64,
        pub name: String,
    }
}

/// A member to be made.
#[derive(Clone, Debug)]
pub struct NewMember<'a> {
    pub name: &'a str,
    pub email: Option<&'a str>,
    pub role: &'a str,
    pub team_id: Option<i64>,
    pub language: &'a str,
    pub time_zone: Option<&'a str>,
    pub import_id: Option<i64>,
}

/// The new member's id. An e-mail is known once: `members_email_unique`.
pub fn insert(tx: &mut Tx, member: &NewMember<'_>, now: Timestamp) -> Result<i64> {
    tx.insert(
        "INSERT INTO members (name, name_key, email, role, team_id, language, time_zone, single_keys, import_id, \
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
        params![
            member.name,
            sales::fold::fold(member.name),
            member.email,
            member.role,
            member.team_id,
            member.language,
            member.time_zone,
            true,
            member.import_id,
            now
        ],
    )
}

/// The member, archived or not.
pub fn find(tx: &mut Tx, id: i64) -> Result<Option<MemberRow>> {
    find_who(tx, Who::Member(id))
}

/// A member as a request names them: by what it carries, before anybody has looked whose it is.
#[derive(Clone, Copy, Debug)]
pub enum Who<'a> {
    Member(i64),
    /// The hash of a session's secret.
    Session(&'a str),
    /// The hash of a token's secret.
    Token(&'a str),
}

impl Who<'_> {
    /// Adds the member's id.
    pub(super) fn id(self, sql: Sql) -> Sql {
        match self {
            Who::Member(id) => sql.bind(id),
            Who::Session(hash) => {
                sql.text("(SELECT member_id FROM sessions WHERE secret_hash = ").bind(hash).text(")")
            }
            Who::Token(hash) => {
                sql.text("(SELECT member_id FROM tokens WHERE secret_hash = ").bind(hash).text(")")
            }
        }
    }
}

/// The member, put away or not, however named. Whether a secret is still good is asked of [`super::access`].
pub fn find_who(tx: &mut Tx, who: Who<'_>) -> Result<Option<MemberRow>> {
    let sql = who.id(Sql::new("SELECT ").text(MemberRow::COLUMNS).text(" FROM members WHERE id = "));
    tx.opt(sql.as_str(), sql.params())
}

/// The member, held until the commit.
pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<MemberRow> {
    tx.one_to_change(&format!("SELECT {} FROM members WHERE id = $1", MemberRow::COLUMNS), params![id])
}

/// The member who signs in with this address, archived or not.
pub fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<MemberRow>> {
    tx.opt(&format!("SELECT {} FROM members WHERE email = $1", MemberRow::COLUMNS), params![email])
}

/// Everyone, by name; those put away come last.
pub fn list_all(tx: &mut Tx) -> Result<Vec<MemberListRow>> {
    tx.all(
        "SELECT m.id, m.name, m.email, m.role, m.team_id, t.name, \
         m.password_hash IS NOT NULL AND m.archived_at IS NULL, COALESCE(d.deals, 0), m.archived_at \
         FROM members m LEFT JOIN teams t ON t.id = m.team_id \
         LEFT JOIN (SELECT owner_id, CAST(COUNT(*) AS BIGINT) AS deals FROM deals \
         WHERE status = 'open' AND archived_at IS NULL GROUP BY owner_id) d ON d.owner_id = m.id \
         ORDER BY CASE WHEN m.archived_at IS NULL THEN 0 ELSE 1 END, m.name_key, m.id",
        params![],
    )
}

/// Members that a select offers, by name: those not put away, and `kept` whatever became of them.
pub fn list_names(tx: &mut Tx, kept: &[i64]) -> Result<Vec<MemberName>> {
    let sql = Sql::new("SELECT id, name FROM members WHERE archived_at IS NULL OR id IN ")
        .bind_list(kept.iter().copied())
        .text(" ORDER BY name_key, id");
    tx.all(sql.as_str(), sql.params())
}

/// What an administrator changes of a member.
#[derive(Clone, Debug)]
pub struct MemberChange<'a> {
    pub name: &'a str,
    pub email: Option<&'a str>,
    pub role: &'a str,
    pub team_id: Option<i64>,
}

/// Changes name, e-mail, role and team.
pub fn update(tx: &mut Tx, id: i64, change: &MemberChange<'_>) -> Result<()> {
    tx.run(
        "UPDATE members SET name = $2, name_key = $3, email = $4, role = $5, team_id = $6 WHERE id = $1",
        params![id, change.name, sales::fold::fold(change.name), change.email, change.role, change.team_id],
    )?;
    Ok(())
}

/// What members change of themselves.
#[derive(Clone, Debug)]
pub struct ProfileChange<'a> {
    pub name: &'a str,
    pub language: &'a str,
    pub time_zone: Option<&'a str>,
    pub theme: &'a str,
    pub single_keys: bool,
}

/// Changes a member's own settings.
pub fn update_profile(tx: &mut Tx, id: i64, change: &ProfileChange<'_>) -> Result<()> {
    tx.run(
        "UPDATE members SET name = $2, name_key = $3, language = $4, time_zone = $5, theme = $6, single_keys = $7 \
         WHERE id = $1",
        params![
            id,
            change.name,
            sales::fold::fold(change.name),
            change.language,
            change.time_zone,
            change.theme,
            change.single_keys
        ],
    )?;
    Ok(())
}

/// Puts a member away, or takes them back.
pub fn set_archived(tx: &mut Tx, id: i64, at: Option<Timestamp>) -> Result<()> {
    tx.run("UPDATE members SET archived_at = $2 WHERE id = $1", params![id, at])?;
    Ok(())
}

/// The hash of the member's password in PHC form, if they have one.
pub fn find_password(tx: &mut Tx, id: i64) -> Result<Option<String>> {
    let found: Option<(Option<String>,)> =
        tx.opt("SELECT password_hash FROM members WHERE id = $1", params![id])?;
    Ok(found.and_then(|(hash,)| hash))
}

/// Sets the password's hash (PHC form).
pub fn set_password(tx: &mut Tx, id: i64, hash: &str) -> Result<()> {
    tx.run("UPDATE members SET password_hash = $2 WHERE id = $1", params![id, hash])?;
    Ok(())
}

/// Administrators who can sign in. Two of them can't leave at once: see [`installation::hold`](super::installation::hold).
pub fn list_administrators(tx: &mut Tx) -> Result<Vec<i64>> {
    let found: Vec<(i64,)> = tx.all(
        "SELECT id FROM members WHERE role = 'administrator' AND archived_at IS NULL AND password_hash IS NOT NULL \
         ORDER BY id",
        params![],
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Whether anybody can sign in as administrator.
pub fn has_administrator(tx: &mut Tx) -> Result<bool> {
    let found: Option<(i64,)> = tx.opt(
        "SELECT id FROM members WHERE role = 'administrator' AND archived_at IS NULL AND password_hash IS NOT NULL \
         ORDER BY id LIMIT 1",
        params![],
    )?;
    Ok(found.is_some())
}
