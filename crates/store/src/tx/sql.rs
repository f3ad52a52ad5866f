//! Statements whose text depends on what is asked: text and values grow together.

use super::Param;

/// A statement under construction. Values never enter the text, they become `$n`.
///
/// ```
/// let mut sql = store::Sql::new("SELECT id FROM deals WHERE team_id = ").bind(7);
/// if let Some(stage) = Some("offer") {
///     sql = sql.text(" AND stage = ").bind(stage);
/// }
/// assert_eq!(sql.as_str(), "SELECT id FROM deals WHERE team_id = $1 AND stage = $2");
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sql {
    text: String,
    params: Vec<Param>,
}

impl Sql {
    /// Starts with fixed text.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), params: Vec::new() }
    }

    /// Adds text. It goes in as it is: column names and words of ours, never what a user typed.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.push(text);
        self
    }

    /// Adds a value as the next `$n`.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Param>) -> Self {
        self.push_bind(value);
        self
    }

    /// Adds `(v1, v2, ...)`; an empty list becomes `(NULL)`, which nothing equals.
    #[must_use]
    pub fn bind_list<T: Into<Param>>(mut self, values: impl IntoIterator<Item = T>) -> Self {
        self.push("(");
        let mut empty = true;
        for value in values {
            if !empty {
                self.push(", ");
            }
            empty = false;
            self.push_bind(value);
        }
        self.push(if empty { "NULL)" } else { ")" });
        self
    }

    /// Adds text in place, for loops.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds a value in place, for loops.
    pub fn push_bind(&mut self, value: impl Into<Param>) {
        self.params.push(value.into());
        self.text.push('$');
        self.text.push_str(&self.params.len().to_string());
    }

    /// The statement's text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The values of `$1`, `$2` ...
    pub fn params(&self) -> &[Param] {
        &self.params
    }
}
