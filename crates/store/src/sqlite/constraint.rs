//! Names of unique constraints: SQLite names the columns, PostgreSQL the constraint.

use rusqlite::Connection;

/// The unique index behind `deals.team_id, deals.name` or `index 'deals_folded'`, by the name PostgreSQL gives it.
pub(super) fn unique(connection: &Connection, columns: &str) -> String {
    if let Some(index) = columns.strip_prefix("index '") {
        return index.trim_end_matches('\'').to_owned();
    }
    let pairs: Vec<_> = columns.split(", ").filter_map(|column| column.split_once('.')).collect();
    let Some((table, _)) = pairs.first().copied() else { return columns.to_owned() };
    let wanted: Vec<_> = pairs.iter().map(|(_, column)| *column).collect();
    find(connection, table, &wanted).ok().flatten().unwrap_or_else(|| format!("{table}_pkey"))
}

/// None when no index carries these columns: then they are the rowid itself.
fn find(connection: &Connection, table: &str, wanted: &[&str]) -> rusqlite::Result<Option<String>> {
    let mut indexes = connection
        .prepare_cached("SELECT name, origin FROM pragma_index_list($1) WHERE \"unique\" ORDER BY name")?;
    let mut columns = connection.prepare_cached("SELECT name FROM pragma_index_info($1) ORDER BY seqno")?;
    let found: Vec<(String, String)> =
        indexes.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (index, origin) in found {
        let names: Vec<Option<String>> =
            columns.query_map([&index], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        if names.iter().map(Option::as_deref).eq(wanted.iter().copied().map(Some)) {
            return Ok(Some(match origin.as_str() {
                "pk" => format!("{table}_pkey"),
                "u" => format!("{table}_{}_key", wanted.join("_")),
                _ => index,
            }));
        }
    }
    Ok(None)
}
