//! Files on records: a row tells of bytes that lie by their hash in [`Files`](crate::Files).

use jiff::Timestamp;
use sales::Owners;

use super::activities::Subject;
use super::events::Of;
use super::reach;
use crate::{Result, Sql, Tx, params};

crate::row! {
    /// `kind` is the media type that the bytes tell, `size` their number, `hash` their SHA-256 in hexadecimals.
    pub struct FileRow {
        pub id: i64,
        pub name: String,
        pub kind: String,
        pub size: i64,
        pub hash: String,
        /// Which paper it is; empty for any other file.
        pub document: String,
        pub signed: bool,
        pub deal_id: Option<i64>,
        pub company_id: Option<i64>,
        pub person_id: Option<i64>,
        pub created_at: Timestamp,
        pub created_by: Option<i64>,
        pub removed_at: Option<Timestamp>,
    }
}

crate::row! {
    /// A file with the name of who attached it.
    pub struct ListedFile {
        pub id: i64,
        pub name: String,
        pub kind: String,
        pub size: i64,
        pub hash: String,
        pub document: String,
        pub signed: bool,
        pub created_at: Timestamp,
        pub created_by: Option<i64>,
        pub member_name: Option<String>,
    }
}

impl FileRow {
    /// The record it is on.
    pub fn subject(&self) -> Subject {
        Subject { deal_id: self.deal_id, company_id: self.company_id, person_id: self.person_id }
    }
}

/// A file to be told of; its bytes are kept already.
#[derive(Clone, Copy, Debug)]
pub struct NewFile<'a> {
    pub name: &'a str,
    pub kind: &'a str,
    pub size: i64,
    pub hash: &'a str,
    pub document: &'a str,
    pub signed: bool,
    pub subject: Subject,
}

pub fn insert(tx: &mut Tx, file: &NewFile<'_>, now: Timestamp, by: Option<i64>) -> Result<i64> {
    let Subject { deal_id, company_id, person_id } = file.subject;
    tx.insert(
        "INSERT INTO files (name, kind, size, hash, deal_id, company_id, person_id, created_at, created_by, \
         document, signed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
        params![
            file.name,
            file.kind,
            file.size,
            file.hash,
            deal_id,
            company_id,
            person_id,
            now,
            by,
            file.document,
            file.signed
        ],
    )
}

/// Says which paper a file is, and whether it is signed.
pub fn set_document(tx: &mut Tx, id: i64, document: &str, signed: bool) -> Result<()> {
    tx.run("UPDATE files SET document = $2, signed = $3 WHERE id = $1", params![id, document, signed])?;
    Ok(())
}

pub fn find(tx: &mut Tx, id: i64) -> Result<Option<FileRow>> {
    tx.opt(&format!("SELECT {} FROM files WHERE id = $1", FileRow::COLUMNS), params![id])
}

pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<FileRow> {
    tx.one_to_change(&format!("SELECT {} FROM files WHERE id = $1", FileRow::COLUMNS), params![id])
}

/// Takes a file away, or brings it back. Its bytes stay.
pub fn set_removed(tx: &mut Tx, id: i64, at: Option<Timestamp>) -> Result<()> {
    tx.run("UPDATE files SET removed_at = $2 WHERE id = $1", params![id, at])?;
    Ok(())
}

/// Files of a record within reach, the newest first, those behind `after`.
pub fn list(tx: &mut Tx, of: Of, reads: &Owners, after: Option<i64>, limit: i64) -> Result<Vec<ListedFile>> {
    let (record, column, id) = match of {
        Of::Deal(id) => ("deals", "deal_id", id),
        Of::Company(id) => ("companies", "company_id", id),
        Of::Person(id) => ("people", "person_id", id),
    };
    let sql = Sql::new(
        "SELECT f.id, f.name, f.kind, f.size, f.hash, f.document, f.signed, f.created_at, f.created_by, m.name FROM files f ",
    )
    .text(&format!("JOIN {record} r ON r.id = f.{column} LEFT JOIN members m ON m.id = f.created_by"))
    .text(&format!(" WHERE f.removed_at IS NULL AND f.{column} = "))
    .bind(id);
    let sql = match of {
        Of::Deal(_) => reach::owned(sql, "r.owner_id", reads),
        Of::Company(_) | Of::Person(_) => reach::shared(sql, "r.owner_id", reads),
    };
    let sql = match after {
        Some(after) => sql.text(" AND f.id < ").bind(after),
        None => sql,
    };
    let sql = sql.text(" ORDER BY f.id DESC LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}

/// Hashes among these that a row tells of, in use or removed.
pub fn list_told(tx: &mut Tx, hashes: &[String]) -> Result<Vec<(String,)>> {
    let sql = Sql::new("SELECT DISTINCT hash FROM files WHERE hash IN ").bind_list(hashes.iter().cloned());
    tx.all(sql.as_str(), sql.params())
}

/// Forgets files that were removed before an instant; answers how many.
pub fn delete_removed_before(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    tx.run("DELETE FROM files WHERE removed_at < $1", params![before])
}

/// All rows behind `after`, in order, for the audit: `(id, hash, size)`.
pub fn list_all(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<(i64, String, i64)>> {
    tx.all("SELECT id, hash, size FROM files WHERE id > $1 ORDER BY id LIMIT $2", params![after, limit])
}
