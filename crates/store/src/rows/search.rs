//! The search index: one row a record with its folded words, bounded by the same reach as the record.

use sales::Owners;
use sales::fold::fold;

use super::clients::after_prefix;
use super::reach;
use crate::{Result, Sql, Tx, params};

/// Candidates looked at of each sort before they are ordered: a fragment that stands everywhere stays cheap.
const CANDIDATES: i64 = 200;
/// Entries of one statement.
const AT_ONCE: usize = 100;
/// Letters of a text that are looked at.
const LETTERS: usize = 200;
/// From so many digits on, a text of digits is a telephone number: its last ten tell, whatever is dialled before them.
const PHONE_LEAST: usize = 7;
const PHONE_TELLS: usize = 10;

/// Keeps what a record is found by: its title and further words.
pub fn put(tx: &mut Tx, kind: &str, record: i64, owner: Option<i64>, title: &str, words: &str) -> Result<()> {
    tx.later(
        "INSERT INTO search_entries (kind, record_id, owner_id, title, title_key, words) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (kind, record_id) DO UPDATE SET owner_id = excluded.owner_id, title = excluded.title, \
         title_key = excluded.title_key, words = excluded.words",
        params![kind, record, owner, title, fold(title), fold(words)],
    )
}

/// What a new record is found by.
#[derive(Clone, Debug)]
pub struct Entry {
    pub kind: &'static str,
    pub record: i64,
    pub owner: Option<i64>,
    pub title: String,
    pub words: String,
}

/// Keeps what many new records are found by, in few statements: after each one the index writes out what it holds.
pub fn put_new(tx: &mut Tx, entries: &[Entry]) -> Result<()> {
    for some in entries.chunks(AT_ONCE) {
        let mut sql = Sql::new(
            "INSERT INTO search_entries (kind, record_id, owner_id, title, title_key, words) VALUES ",
        );
        for (at, entry) in some.iter().enumerate() {
            sql = sql
                .text(if at == 0 { "(" } else { ", (" })
                .bind(entry.kind)
                .text(", ")
                .bind(entry.record)
                .text(", ");
            sql = sql.bind(entry.owner).text(", ").bind(entry.title.as_str()).text(", ");
            sql = sql.bind(fold(&entry.title)).text(", ").bind(fold(&entry.words)).text(")");
        }
        tx.later(sql.as_str(), sql.params())?;
    }
    Ok(())
}

/// Forgets a record that is archived or gone.
pub fn remove(tx: &mut Tx, kind: &str, record: i64) -> Result<()> {
    tx.later("DELETE FROM search_entries WHERE kind = $1 AND record_id = $2", params![kind, record])
}

crate::row! {
    /// A record found. The subtitle tells namesakes apart: a person's company, a company's address, a deal's client.
    pub struct Found {
        pub kind: String,
        pub record_id: i64,
        pub title: String,
        pub subtitle: Option<String>,
    }
}

/// Records that hold every word of the text: first those whose title begins with it, then those whose title holds
/// it, then the others. From three letters on any part of any word counts; one or two alone find titles that begin
/// with them.
pub fn list(tx: &mut Tx, reads: &Owners, text: &str, kind: Option<&str>, limit: i64) -> Result<Vec<Found>> {
    let asked = Asked::of(text);
    if asked.key.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new("SELECT f.kind, f.record_id, f.title, CASE f.kind ")
        .text("WHEN 'company' THEN (SELECT c.address FROM companies c WHERE c.id = f.record_id) ")
        .text("WHEN 'person' THEN (SELECT MIN(c.name) FROM person_companies pc ")
        .text("JOIN companies c ON c.id = pc.company_id WHERE pc.person_id = f.record_id");
    sql = reach::shared(sql, "c.owner_id", reads)
        .text(") WHEN 'deal' THEN (SELECT COALESCE(c.name, p.name) FROM deals d ")
        .text("LEFT JOIN companies c ON c.id = d.company_id LEFT JOIN people p ON p.id = d.person_id ")
        .text("WHERE d.id = f.record_id) END FROM (SELECT kind, record_id, title, title_key, CASE WHEN ");
    sql = asked.begins(sql, "u.title_key").text(" THEN 0 WHEN TRUE");
    sql = asked.holds(sql, "u.title_key", asked.words()).text(" THEN 1 ELSE 2 END AS place FROM (");
    sql =
        asked.candidates(tx, sql, reads, kind).text(") u ORDER BY place, title_key, kind, record_id LIMIT ");
    sql = sql.bind(limit).text(") f ORDER BY f.place, f.title_key, f.kind, f.record_id");
    tx.all(sql.as_str(), sql.params())
}

/// What is searched for, folded.
struct Asked {
    key: String,
    /// Words of three letters and more, by which the index finds.
    long: Vec<String>,
    /// Shorter ones, which only narrow what was found.
    short: Vec<String>,
}

impl Asked {
    fn of(text: &str) -> Asked {
        let key = fold(&text.chars().filter(|letter| *letter != '\0').take(LETTERS).collect::<String>());
        let words = match phone(&key) {
            Some(digits) => vec![digits],
            None => key.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        };
        let (long, short) = words.into_iter().partition(|word: &String| word.chars().count() >= 3);
        Asked { key, long, short }
    }

    fn words(&self) -> impl Iterator<Item = &String> {
        self.long.iter().chain(&self.short)
    }

    fn begins(&self, sql: Sql, column: &str) -> Sql {
        let sql = sql.text(column).text(" >= ").bind(self.key.as_str());
        sql.text(" AND ").text(column).text(" < ").bind(after_prefix(&self.key))
    }

    fn holds<'a>(&self, sql: Sql, column: &str, words: impl Iterator<Item = &'a String>) -> Sql {
        words.fold(sql, |sql, word| {
            sql.text(" AND ").text(column).text(" LIKE ").bind(containing(word)).text(" ESCAPE '\\'")
        })
    }

    /// Titles that begin with the text, and whatever else holds its words, so many of each.
    fn candidates(&self, tx: &Tx, sql: Sql, reads: &Owners, kind: Option<&str>) -> Sql {
        const COLUMNS: &str = "SELECT s.kind, s.record_id, s.title, s.title_key";
        let of_kind = |sql: Sql| {
            // Not the bare column: its index holds half of all entries and would be taken for the better way in.
            kind.map_or(sql.clone(), |kind| sql.text(" AND s.kind || '' = ").bind(kind))
        };
        let titles = sql.text("SELECT * FROM (").text(COLUMNS).text(" FROM search_entries s WHERE ");
        let titles = reach::shared(self.begins(titles, "s.title_key"), "s.owner_id", reads);
        let titles = of_kind(titles).text(" ORDER BY s.title_key LIMIT ");
        let titles = titles.bind(CANDIDATES).text(") t");
        if self.long.is_empty() {
            return titles;
        }
        let long: Vec<&str> = self.long.iter().map(String::as_str).collect();
        let others = tx.matching(titles.text(" UNION SELECT * FROM (").text(COLUMNS), &long, reads);
        of_kind(self.holds(others, "s.words", self.short.iter())).text(" LIMIT ").bind(CANDIDATES).text(") w")
    }
}

/// The digits that tell a telephone number, if the text is one.
fn phone(key: &str) -> Option<String> {
    let digits: String = key.chars().filter(char::is_ascii_digit).collect();
    let dialled = key.chars().all(|letter| letter.is_ascii_digit() || " +-()./".contains(letter));
    let from = digits.len().saturating_sub(PHONE_TELLS);
    (dialled && digits.len() >= PHONE_LEAST).then(|| digits[from..].to_owned())
}

/// A LIKE pattern of what holds the word, with a backslash before what LIKE would read as its own.
pub(crate) fn containing(word: &str) -> String {
    format!("%{}%", word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}

/// Deals and people whose entries tell a company's name: (kind, id), some thousand at most.
pub fn list_naming_company(tx: &mut Tx, company: i64) -> Result<Vec<(String, i64)>> {
    tx.all(
        "SELECT * FROM (SELECT 'deal', id FROM deals WHERE company_id = $1 AND archived_at IS NULL LIMIT 2000) d \
         UNION ALL SELECT * FROM (SELECT 'person', person_id FROM person_companies WHERE company_id = $1 LIMIT 2000) p",
        params![company],
    )
}

/// Deals whose entries tell a person's name, some thousand at most.
pub fn list_naming_person(tx: &mut Tx, person: i64) -> Result<Vec<(i64,)>> {
    tx.all("SELECT id FROM deals WHERE person_id = $1 AND archived_at IS NULL LIMIT 2000", params![person])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_by_its_last_ten_digits_however_it_is_dialled() {
        let told = Some("4951234567".to_owned());
        for written in ["8 (495) 123-45-67", "+7 495 123 45 67", "74951234567"] {
            assert_eq!(phone(written), told, "{written}");
        }
        assert_eq!(phone("2026"), None);
        assert_eq!(phone("deal 1234567"), None);
    }

    #[test]
    fn what_like_reads_as_its_own_is_taken_as_typed() {
        assert_eq!(containing(r"50%_\"), r"%50\%\_\\%");
    }
}
