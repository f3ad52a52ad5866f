//! Statements kept prepared on one connection.

use std::collections::HashMap;

use tokio_postgres::Statement;

/// Statements kept; the one used longest ago goes first.
const MOST: usize = 256;

/// A cache by text.
#[derive(Default)]
pub(super) struct Prepared {
    statements: HashMap<String, (Statement, u64)>,
    uses: u64,
}

impl Prepared {
    /// The statement, if it is prepared already.
    pub fn get(&mut self, sql: &str) -> Option<Statement> {
        self.uses += 1;
        let (statement, used) = self.statements.get_mut(sql)?;
        *used = self.uses;
        Some(statement.clone())
    }

    /// Keeps a statement, and lets the stalest one go when there are too many.
    pub fn keep(&mut self, sql: &str, statement: Statement) {
        if self.statements.len() >= MOST {
            let stalest =
                self.statements.iter().min_by_key(|(_, (_, used))| *used).map(|(sql, _)| sql.clone());
            stalest.and_then(|sql| self.statements.remove(&sql));
        }
        self.statements.insert(sql.to_owned(), (statement, self.uses));
    }

    /// Forgets all: a migration has changed the tables.
    pub fn clear(&mut self) {
        self.statements.clear();
    }
}
