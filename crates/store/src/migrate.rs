//! The schema, step by step: one text for both engines, each step in a transaction of its own.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::{Error, Result, Store, Tx};

/// One step of the schema. Its text holds words in `{{ }}` that each engine spells its own way, and, where the
/// engines need different things, lines between `--sqlite` or `--postgres` and `--end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Migration {
    /// Counts up from 1 without gaps.
    pub version: i64,
    /// What the step is for, in a few words.
    pub name: &'static str,
    /// The text.
    pub sql: &'static str,
}

/// Every step this program knows, in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, name: "foundation", sql: include_str!("migrations/0001_foundation.sql") },
    Migration { version: 2, name: "undo", sql: include_str!("migrations/0002_undo.sql") },
    Migration { version: 3, name: "api", sql: include_str!("migrations/0003_api.sql") },
    Migration { version: 4, name: "views", sql: include_str!("migrations/0004_views.sql") },
    Migration { version: 5, name: "reach", sql: include_str!("migrations/0005_reach.sql") },
    Migration {
        version: 6,
        name: "sums and orders",
        sql: include_str!("migrations/0006_sums_and_orders.sql"),
    },
    Migration { version: 7, name: "files", sql: include_str!("migrations/0007_files.sql") },
    Migration { version: 8, name: "lean indexes", sql: include_str!("migrations/0008_lean_indexes.sql") },
    Migration { version: 9, name: "token scopes", sql: include_str!("migrations/0009_token_scopes.sql") },
    Migration { version: 10, name: "search reach", sql: include_str!("migrations/0010_search_reach.sql") },
    Migration { version: 11, name: "resting moves", sql: include_str!("migrations/0011_resting_moves.sql") },
    Migration { version: 12, name: "documents", sql: include_str!("migrations/0012_documents.sql") },
    Migration { version: 13, name: "strands", sql: include_str!("migrations/0013_strands.sql") },
    Migration {
        version: 14,
        name: "companies' cases",
        sql: include_str!("migrations/0014_companies_cases.sql"),
    },
    Migration { version: 15, name: "contacts", sql: include_str!("migrations/0015_contacts.sql") },
];

/// Brings the database to the newest schema this program knows. Safe to run again, and from two processes at once.
///
/// # Errors
/// [`Error::TooNew`] when a newer program wrote it; [`Error::Migration`] with the database as it was before that step.
pub fn run(store: &Store) -> Result<()> {
    apply(store, MIGRATIONS)
}

/// [`run`] with steps of one's own: for tests.
///
/// # Errors
/// As [`run`].
pub fn apply(store: &Store, steps: &'static [Migration]) -> Result<()> {
    let known = steps.last().map_or(0, |step| step.version);
    let mut version = store.write_blocking(begin)?;
    while version < known {
        version = store.write_blocking(move |tx| advance(tx, steps))?;
    }
    if version > known { Err(Error::TooNew { found: version, known }) } else { Ok(()) }
}

/// Changes whenever a step does: tests name their template databases after it.
pub fn fingerprint(steps: &[Migration]) -> String {
    let mut hasher = DefaultHasher::new();
    steps.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The newest step the database has seen; 0 when it has no schema yet.
///
/// # Errors
/// What the engine says.
pub fn version(tx: &mut Tx) -> Result<i64> {
    tx.one::<(i64,)>("SELECT coalesce(max(version), 0) FROM schema_versions", crate::params![]).map(|(v,)| v)
}

fn begin(tx: &mut Tx) -> Result<i64> {
    tx.lock_schema()?;
    let table = tx.spell(
        "CREATE TABLE IF NOT EXISTS schema_versions (version {{int}} PRIMARY KEY, name {{text}} NOT NULL) {{strict}}",
    )?;
    tx.script(&table)?;
    version(tx)
}

/// Takes the next step, unless another process just did.
fn advance(tx: &mut Tx, steps: &[Migration]) -> Result<i64> {
    tx.lock_schema()?;
    let found = version(tx)?;
    let Some(step) = steps.iter().find(|step| step.version > found) else { return Ok(found) };
    take(tx, step).map_err(|error| Error::Migration {
        version: step.version,
        name: step.name.to_owned(),
        what: error.to_string(),
    })?;
    Ok(step.version)
}

fn take(tx: &mut Tx, step: &Migration) -> Result<()> {
    let sql = tx.spell(step.sql)?;
    tx.script(&sql)?;
    tx.run(
        "INSERT INTO schema_versions (version, name) VALUES ($1, $2)",
        crate::params![step.version, step.name],
    )?;
    Ok(())
}

/// Writes a migration out for one engine: its blocks kept, the others' dropped, words in `{{ }}` replaced.
pub(crate) fn spell(sql: &str, engine: &str, words: &[(&str, &str)]) -> Result<String> {
    let mut text = String::with_capacity(sql.len());
    let mut block: Option<bool> = None;
    for line in sql.lines() {
        match line.trim() {
            "--sqlite" => block = Some(engine == "sqlite"),
            "--postgres" => block = Some(engine == "postgres"),
            "--end" => block = None,
            _ if block == Some(false) => {}
            _ => {
                text.push_str(&fill(line, words)?);
                text.push('\n');
            }
        }
    }
    Ok(text)
}

fn fill(line: &str, words: &[(&str, &str)]) -> Result<String> {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        let unknown =
            || Error::Other { what: "an unknown word in {{ }} of a migration".into(), sql: line.into() };
        let (word, end) = after.split_once("}}").ok_or_else(unknown)?;
        let (_, spelt) = words.iter().find(|(known, _)| *known == word.trim()).ok_or_else(unknown)?;
        text.push_str(before);
        text.push_str(spelt);
        rest = end;
    }
    text.push_str(rest);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &[(&str, &str)] = &[("int", "BIGINT"), ("strict", "")];

    #[test]
    fn each_engine_gets_its_words_and_its_blocks() {
        let sql = "a {{int}} b {{ int }}\n--sqlite\nfts5\n--end\n  --postgres\ntrigram\n--end\nc{{strict}};";
        assert_eq!(spell(sql, "postgres", WORDS), Ok("a BIGINT b BIGINT\ntrigram\nc;\n".to_owned()));
    }

    #[test]
    fn an_unknown_word_is_refused() {
        assert!(spell("a {{integer}}", "postgres", WORDS).is_err());
        assert!(spell("a {{int", "postgres", WORDS).is_err());
    }
}
