//! `bench/latest.json`: `[{id, database, deals, ratio, low, high, commit}]`, and what the ratio is made of.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use super::{Engine, Figure};

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    database: Engine,
    deals: u32,
    ratio: f64,
    low: f64,
    high: f64,
    commit: &'a str,
    what: &'a str,
    target: String,
    verdict: &'a str,
    beside: &'a str,
}

pub fn write(path: &Path, figures: &[Figure], commit: &str) -> Result<()> {
    let entries: Vec<Entry<'_>> = figures
        .iter()
        .map(|figure| Entry {
            id: &figure.id,
            database: figure.engine,
            deals: figure.deals,
            ratio: figure.ratio.middle,
            low: figure.ratio.low,
            high: figure.ratio.high,
            commit,
            what: &figure.what,
            target: figure.target.to_string(),
            verdict: figure.verdict(),
            beside: &figure.beside,
        })
        .collect();
    let text = serde_json::to_string_pretty(&entries)?;
    std::fs::write(path, text + "\n").with_context(|| format!("writing {}", path.display()))
}
