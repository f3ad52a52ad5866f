//! `cargo xtask tidy`: holds the walls that ARCHITECTURE.md draws and the manners that STYLE.md asks.

mod allowances;
mod arrows;
mod clock;
mod engine;
mod html;
mod length;
mod machine_paths;
mod names;
#[cfg(test)]
mod planted;
mod registries;
mod sentences;
mod sql;
mod unfinished;

use std::path::Path;

use anyhow::Result;

use crate::tree::{File, Tree};

/// One place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Breach {
    pub path: String,
    /// From 1; 0 where the whole file is meant.
    pub line: usize,
    pub says: String,
    /// Only said, never red.
    pub is_warning: bool,
}

impl Breach {
    fn at(file: &File, line: usize, says: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, says: says.into(), is_warning: false }
    }

    fn warning(file: &File, line: usize, says: impl Into<String>) -> Self {
        Self { is_warning: true, ..Self::at(file, line, says) }
    }
}

/// A rule by name and the function that finds its breaches.
type Rule = (&'static str, fn(&Tree) -> Vec<Breach>);

const RULES: [Rule; 12] = [
    ("arrows", arrows::breaches),
    ("sql", sql::breaches),
    ("engine", engine::breaches),
    ("html", html::breaches),
    ("clock", clock::breaches),
    ("length", length::breaches),
    ("names", names::breaches),
    ("allowances", allowances::breaches),
    ("unfinished", unfinished::breaches),
    ("machine-paths", machine_paths::breaches),
    ("registries", registries::breaches),
    ("sentences", sentences::breaches),
];

/// Prints every breach; true if none of them is more than a warning.
pub fn run(root: &Path) -> Result<bool> {
    let tree = Tree::read(root)?;
    let mut red = 0;
    for (rule, breaches) in RULES {
        for breach in breaches(&tree) {
            let word = if breach.is_warning { "warning" } else { "breach" };
            println!("{word} [{rule}] {}:{}: {}", breach.path, breach.line, breach.says);
            red += usize::from(!breach.is_warning);
        }
    }
    println!("{} files, {} rules, {red} breaches", tree.files.len(), RULES.len());
    Ok(red == 0)
}

/// Lines of code outside `exempt` folders that hold one of `words`.
fn code_with(tree: &Tree, exempt: &[&str], words: &[&str], says: &str) -> Vec<Breach> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| !file.is_under(exempt)) {
        let Some(rust) = &file.rust else { continue };
        for (line, code) in rust.lines() {
            if let Some(word) = words.iter().find(|word| holds(code, word)) {
                found.push(Breach::at(file, line, format!("`{word}`: {says}")));
            }
        }
    }
    found
}

/// Whether `code` has `word` where no longer name ends in it.
fn holds(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        !code[..at].chars().next_back().is_some_and(|before| before.is_alphanumeric() || before == '_')
    })
}

#[cfg(test)]
fn tree_of(path: &str, text: &str) -> Tree {
    Tree { files: vec![File::new(path.to_owned(), text.to_owned())] }
}
