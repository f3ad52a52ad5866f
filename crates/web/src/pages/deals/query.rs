//! What a board or list is asked for, as its address says it; links change one word of it.

use desk::look::{BoardFilter, Cursor, ListFilter, Sort};
use sales::activity::NextStep;

use crate::posted::Form;
use crate::routes::encode;
use crate::visitor::Visitor;

/// Words of the address that filter; the others are order and place.
pub const FILTERS: [&str; 8] = ["q", "owner", "team", "type", "next", "status", "stage", "source"];

/// The query of a board or list.
#[derive(Clone, Debug, Default)]
pub struct DealQuery(pub Form);

impl DealQuery {
    pub fn text(&self, name: &str) -> &str {
        self.0.text(name)
    }

    /// Pairs that stay when one word changes; the place in the list is left behind.
    fn kept<'a>(&'a self, without: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        let pairs = self.0.0.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        pairs.filter(|(key, value)| !value.is_empty() && *key != "after" && !without.contains(key))
    }

    /// The same address with this word instead of what stands; an empty one is left out.
    pub fn with(&self, path: &str, name: &str, value: &str) -> String {
        self.with_all(path, &[(name, value)])
    }

    pub fn with_all(&self, path: &str, changed: &[(&str, &str)]) -> String {
        let names: Vec<&str> = changed.iter().map(|(name, _)| *name).collect();
        let kept = self.kept(&names).map(|(key, value)| (key.to_owned(), value.to_owned()));
        let new = changed.iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = kept
            .chain(new.map(|(key, value)| ((*key).to_owned(), (*value).to_owned())))
            .map(|(key, value)| format!("{key}={}", encode(&value)))
            .collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    /// The address itself, its place in the list left out.
    pub fn here(&self, path: &str) -> String {
        self.with_all(path, &[])
    }

    pub fn is_narrowed(&self) -> bool {
        FILTERS.iter().any(|name| !self.text(name).is_empty())
    }

    pub fn process(&self) -> Option<String> {
        self.0.owned("process")
    }

    pub fn next_step(&self) -> Option<NextStep> {
        NextStep::ALL.into_iter().find(|step| step.key() == self.text("next"))
    }

    /// `me` or a member's id.
    fn owners(&self, visitor: &Visitor) -> Option<Vec<i64>> {
        match self.text("owner") {
            "" => None,
            "me" => visitor.actor().member.map(|id| vec![id]),
            other => other.parse().ok().map(|id| vec![id]),
        }
    }

    fn all(&self, name: &str) -> Vec<String> {
        self.0.owned(name).into_iter().collect()
    }

    pub fn board_filter(&self, visitor: &Visitor) -> BoardFilter {
        BoardFilter {
            owners: self.owners(visitor),
            team: self.0.id("team"),
            types: self.all("type"),
            text: self.0.owned("q"),
            next_step: self.next_step(),
        }
    }

    /// Without a status the list shows open deals; `any` shows all.
    pub fn status(&self) -> &str {
        let status = self.text("status");
        if status.is_empty() { "open" } else { status }
    }

    pub fn list_filter(&self, visitor: &Visitor) -> ListFilter {
        let archived = self.status() == "archived";
        let every = archived || self.status() == "any";
        ListFilter {
            owners: self.owners(visitor),
            team: self.0.id("team"),
            process: self.process(),
            stages: self.all("stage"),
            statuses: if every { Vec::new() } else { vec![self.status().to_owned()] },
            types: self.all("type"),
            sources: self.all("source"),
            text: self.0.owned("q"),
            next_step: self.next_step(),
            company_id: self.0.id("company"),
            person_id: self.0.id("person"),
            archived,
        }
    }

    pub fn sort(&self) -> Sort {
        Sort::parse(self.text("sort")).unwrap_or(Sort::NextStep)
    }

    pub fn is_falling(&self) -> bool {
        self.text("desc") == "1"
    }

    pub fn after(&self) -> Option<Cursor> {
        self.0.owned("after").map(Cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_changes_one_word_and_leaves_the_place_behind() {
        let pairs = [("owner", "me"), ("q", "a b"), ("after", "xyz"), ("type", "")];
        let query = DealQuery(Form(pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).to_vec()));
        assert_eq!(query.with("/deals", "owner", "7"), "/deals?q=a%20b&owner=7");
        assert_eq!(query.with("/deals", "owner", ""), "/deals?q=a%20b");
        assert!(query.is_narrowed());
    }
}
