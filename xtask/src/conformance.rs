//! `cargo xtask conformance`: docs/conformance.md from docs/conformance.toml, with every proof looked up.

mod ledger;
mod page;
mod proof;

use std::path::Path;

use anyhow::{Context, Result};

use crate::tree::Tree;
use ledger::Ledger;

const SOURCE: &str = "docs/conformance.toml";
const PAGE: &str = "docs/conformance.md";

/// Writes the page; true if the ledger has no gap.
pub fn write(root: &Path) -> Result<bool> {
    let ledger = read(root)?;
    let clean = say(&gaps(root, &ledger)?, &ledger);
    std::fs::write(root.join(PAGE), page::of(&ledger)).with_context(|| format!("cannot write {PAGE}"))?;
    Ok(clean)
}

/// Changes nothing; true if the ledger has no gap and the page is what it gives.
pub fn check(root: &Path) -> Result<bool> {
    let ledger = read(root)?;
    let mut gaps = gaps(root, &ledger)?;
    if std::fs::read_to_string(root.join(PAGE)).unwrap_or_default() != page::of(&ledger) {
        gaps.push(format!("{PAGE} is out of date: run `cargo xtask conformance`"));
    }
    Ok(say(&gaps, &ledger))
}

fn read(root: &Path) -> Result<Ledger> {
    let text = std::fs::read_to_string(root.join(SOURCE)).with_context(|| format!("cannot read {SOURCE}"))?;
    toml::from_str(&text).with_context(|| format!("cannot understand {SOURCE}"))
}

fn gaps(root: &Path, ledger: &Ledger) -> Result<Vec<String>> {
    let tree = Tree::read(root)?;
    let mut gaps = ledger.gaps();
    for (id, statement) in &ledger.statements {
        for name in statement.proofs.iter().filter(|name| !proof::exists(name, &tree)) {
            gaps.push(format!("{id}: there is no `{name}`"));
        }
    }
    Ok(gaps)
}

fn say(gaps: &[String], ledger: &Ledger) -> bool {
    for gap in gaps {
        println!("gap [conformance] {gap}");
    }
    println!("{} statements, {} done, {} gaps", ledger.statements.len(), ledger.done(), gaps.len());
    gaps.is_empty()
}
