//! The visibility rule as SQL: every list, count and search carries it.

use sales::Owners;

use crate::Sql;

/// Adds `AND column IN (..)` for records that always have an owner.
#[must_use]
pub fn owned(sql: Sql, column: &str, owners: &Owners) -> Sql {
    match owners {
        Owners::Everyone => sql,
        Owners::Only(owners) => sql.text(" AND ").text(column).text(" IN ").bind_list(owners.iter().copied()),
    }
}

/// The same where a record without an owner is shared by all who see anything.
#[must_use]
pub fn shared(sql: Sql, column: &str, owners: &Owners) -> Sql {
    match owners {
        Owners::Everyone => sql,
        Owners::Only(owners) if owners.is_empty() => sql.text(" AND FALSE"),
        Owners::Only(owners) => sql
            .text(" AND (")
            .text(column)
            .text(" IS NULL OR ")
            .text(column)
            .text(" IN ")
            .bind_list(owners.iter().copied())
            .text(")"),
    }
}
