//! Statements whose text depends on what is asked: text and values grow together.

use std::ops::RangeInclusive;

use super::Param;

/// Lengths of lists that are made up to a power of two.
const SHARED: RangeInclusive<usize> = 9..=1_024;

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

    /// Adds `(v1, v2, ...)`; an empty list becomes `(NULL)`, which nothing equals. A longer list ends in repetitions of
    /// its last value, so that lists of about one length share one statement, which an engine has prepared already.
    #[must_use]
    pub fn bind_list<T: Into<Param>>(mut self, values: impl IntoIterator<Item = T>) -> Self {
        let mut values: Vec<Param> = values.into_iter().map(Into::into).collect();
        if let Some(last) = values.last().filter(|_| SHARED.contains(&values.len())).cloned() {
            values.resize(values.len().next_power_of_two(), last);
        }
        self.push("(");
        if values.is_empty() {
            self.push("NULL");
        }
        for (at, value) in values.into_iter().enumerate() {
            self.push(if at == 0 { "" } else { ", " });
            self.push_bind(value);
        }
        self.push(")");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_about_one_length_share_a_statement_and_nothing_is_added_to_them() {
        let of = |most: i64| Sql::new("id IN ").bind_list(1..=most);
        assert_eq!(of(3).as_str(), "id IN ($1, $2, $3)");
        assert_eq!(of(65).as_str(), of(120).as_str());
        assert_eq!(of(120).params().len(), 128);
        assert!(of(120).params()[120..].iter().all(|param| *param == Param::Int(120)));
        assert_eq!(of(2_000).params().len(), 2_000);
    }
}
