//! Maintained lists: activity types, deal types, sources, reasons. A word in use is retired, not deleted.

use jiff::Timestamp;
use process::{Term, Words};

use crate::{Result, Tx, params};

crate::row! {
    pub struct ChoiceRow {
        pub id: i64,
        /// `activity-type`, `deal-type`, `source`, `reason` or `document-kind`.
        pub list: String,
        pub key: String,
        pub title_en: String,
        pub title_ru: String,
        pub position: i64,
        pub import_id: Option<i64>,
        pub retired_at: Option<Timestamp>,
    }
}

impl ChoiceRow {
    pub fn words(&self) -> Words {
        Words::new(&self.title_en, &self.title_ru)
    }
}

/// A list in its order, retired words too.
pub fn list_of(tx: &mut Tx, list: &str) -> Result<Vec<ChoiceRow>> {
    let sql = format!("SELECT {} FROM choices WHERE list = $1 ORDER BY position, id", ChoiceRow::COLUMNS);
    tx.all(&sql, params![list])
}

/// All lists, each in its order, retired words too.
pub fn list_all(tx: &mut Tx) -> Result<Vec<ChoiceRow>> {
    let sql = format!("SELECT {} FROM choices ORDER BY list, position, id", ChoiceRow::COLUMNS);
    tx.all(&sql, params![])
}

/// The words of a list that are offered now, as a process names them.
pub fn list_terms(tx: &mut Tx, list: &str) -> Result<Vec<Term>> {
    let rows = list_of(tx, list)?.into_iter().filter(|row| row.retired_at.is_none());
    Ok(rows.map(|row| Term::new(&row.key, &row.title_en, &row.title_ru)).collect())
}

/// Whether the list offers this word now.
pub fn is_in_use(tx: &mut Tx, list: &str, key: &str) -> Result<bool> {
    let found: Option<(i64,)> = tx.opt(
        "SELECT id FROM choices WHERE list = $1 AND key = $2 AND retired_at IS NULL",
        params![list, key],
    )?;
    Ok(found.is_some())
}

/// The word, held until the commit.
pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<ChoiceRow> {
    tx.one_to_change(&format!("SELECT {} FROM choices WHERE id = $1", ChoiceRow::COLUMNS), params![id])
}

/// Adds a word at the end of its list; a key is known once a list: `choices_key_unique`.
pub fn insert(tx: &mut Tx, list: &str, key: &str, words: &Words, import: Option<i64>) -> Result<i64> {
    tx.insert(
        "INSERT INTO choices (list, key, title_en, title_ru, position, import_id) VALUES ($1, $2, $3, $4, \
         (SELECT COALESCE(MAX(position), 0) + 1 FROM choices WHERE list = $1), $5) RETURNING id",
        params![list, key, &words.en, &words.ru, import],
    )
}

/// The lists that hold any word, in use or retired.
pub fn list_used(tx: &mut Tx) -> Result<Vec<String>> {
    let lists: Vec<(String,)> = tx.all("SELECT DISTINCT list FROM choices", params![])?;
    Ok(lists.into_iter().map(|(list,)| list).collect())
}

/// Adds a word at a position unless the list has it.
pub fn insert_if_absent(tx: &mut Tx, list: &str, key: &str, words: &Words, position: i64) -> Result<()> {
    tx.run(
        "INSERT INTO choices (list, key, title_en, title_ru, position) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (list, key) DO NOTHING",
        params![list, key, &words.en, &words.ru, position],
    )?;
    Ok(())
}

/// Changes the titles; the key stays, for records and processes name it.
pub fn set_words(tx: &mut Tx, id: i64, words: &Words) -> Result<()> {
    let sql = "UPDATE choices SET title_en = $2, title_ru = $3 WHERE id = $1";
    tx.run(sql, params![id, &words.en, &words.ru])?;
    Ok(())
}

/// Retires a word, or offers it again.
pub fn set_retired(tx: &mut Tx, id: i64, at: Option<Timestamp>) -> Result<()> {
    tx.run("UPDATE choices SET retired_at = $2 WHERE id = $1", params![id, at])?;
    Ok(())
}

/// Places a word in its list.
pub fn set_position(tx: &mut Tx, id: i64, position: i64) -> Result<()> {
    tx.run("UPDATE choices SET position = $2 WHERE id = $1", params![id, position])?;
    Ok(())
}
