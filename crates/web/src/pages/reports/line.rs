//! A line of a report: a group by name, in an order that can be read, leading to its deals.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use desk::look::{Amount, Group};
use process::Words;

use crate::pages::known::{Known, said};
use crate::routes;
use crate::words::Speech;

/// Statuses as deals come to them.
const LIVES: [&str; 4] = ["open", "won", "lost", "closed"];

pub struct Line {
    pub name: String,
    /// The deals have the property; they do not where it is not set.
    pub is_set: bool,
    /// The key of a status or stage.
    pub key: String,
    pub count: i64,
    pub amounts: Vec<Amount>,
    /// The list of these deals, where it can be asked for them.
    pub href: Option<String>,
}

/// What names groups and leads to their deals.
pub struct Naming<'a> {
    /// What the deals are gathered by.
    pub by: &'a str,
    /// Of deals with this status, or `all`.
    pub status: &'a str,
    pub known: &'a Known,
    pub stages: &'a BTreeMap<String, Words>,
    pub speech: &'a Speech,
}

/// The groups as lines, named and in order.
pub fn lines(groups: Vec<Group>, naming: &Naming<'_>) -> Vec<Line> {
    ordered(naming.by, groups.into_iter().map(|group| naming.line(group)).collect())
}

/// Stages in the order of the process, statuses in the order of their lives, months and quarters in time, others by count.
/// Deals without the property come last.
fn ordered(by: &str, mut lines: Vec<Line>) -> Vec<Line> {
    match by {
        "stage" => {}
        "status" => lines.sort_by_key(|line| LIVES.iter().position(|key| *key == line.key)),
        "month" | "quarter" => lines.sort_by(|one, other| one.key.cmp(&other.key)),
        _ => lines.sort_by_key(|line| Reverse(line.count)),
    }
    lines.sort_by_key(|line| !line.is_set);
    lines
}

impl Naming<'_> {
    fn line(&self, group: Group) -> Line {
        let key = group.key.unwrap_or_default();
        let is_set = !key.is_empty();
        let name = if is_set { self.name(&key) } else { self.speech.t(self.unset()) };
        let href = if is_set { self.href(&key) } else { None };
        Line { name, is_set, href, key, count: group.count, amounts: group.amounts }
    }

    fn unset(&self) -> &'static str {
        if matches!(self.by, "month" | "quarter") { "report-not-closed" } else { "not-set" }
    }

    fn name(&self, key: &str) -> String {
        match self.by {
            "status" => self.speech.t(&format!("report-status-{key}")),
            "type" => self.known.title("deal-type", key),
            "stage" => self.stages.get(key).map_or_else(|| key.to_owned(), |title| said(title, self.speech)),
            "month" => self.month(key),
            "quarter" => self.quarter(key),
            _ => key.to_owned(),
        }
    }

    /// `2026-03` as people say it.
    fn month(&self, key: &str) -> String {
        let said = key.split_once('-').and_then(|(year, month)| self.speech.month(year, month.parse().ok()?));
        said.unwrap_or_else(|| key.to_owned())
    }

    /// `2026-Q3` as people say it.
    fn quarter(&self, key: &str) -> String {
        let Some((year, quarter)) = key.split_once("-Q") else { return key.to_owned() };
        self.speech.t_with("report-quarter", &[("quarter", quarter.into()), ("year", year.into())])
    }

    /// The list has no filter for products, months and quarters.
    fn href(&self, key: &str) -> Option<String> {
        let status = if self.status == "all" { "any" } else { self.status };
        let owner = if self.by == "owner" { self.owner(key)? } else { String::new() };
        let asked = match self.by {
            "stage" => [("status", status), ("stage", key)],
            "status" => [("status", key), ("", "")],
            "type" => [("status", status), ("type", key)],
            "owner" => [("status", status), ("owner", owner.as_str())],
            _ => return None,
        };
        Some(routes::query(&routes::deal_list(), &asked))
    }

    /// The id of the one member of this name.
    fn owner(&self, name: &str) -> Option<String> {
        let mut named = self.known.members().into_iter().filter(|(_, known)| known == name);
        let first = named.next().map(|(id, _)| id);
        if named.next().is_some() { None } else { first }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(by: &str, lines: &[(&str, i64)]) -> Vec<String> {
        let line = |(key, count): &(&str, i64)| Line {
            name: String::new(),
            is_set: !key.is_empty(),
            key: (*key).to_owned(),
            count: *count,
            amounts: Vec::new(),
            href: None,
        };
        ordered(by, lines.iter().map(line).collect()).into_iter().map(|line| line.key).collect()
    }

    #[test]
    fn quarters_read_in_time_and_what_is_not_closed_comes_last() {
        let lines = [("", 9), ("2026-Q4", 1), ("2025-Q4", 5), ("2026-Q1", 2)];
        assert_eq!(keys("quarter", &lines), ["2025-Q4", "2026-Q1", "2026-Q4", ""]);
    }

    #[test]
    fn statuses_read_as_deals_come_to_them_and_names_by_count() {
        assert_eq!(keys("status", &[("closed", 1), ("lost", 2), ("open", 3), ("won", 4)]), LIVES);
        assert_eq!(keys("owner", &[("Ann", 1), ("", 7), ("Bob", 3)]), ["Bob", "Ann", ""]);
    }
}
