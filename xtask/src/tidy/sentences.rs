//! A sentence's key stands once in a language: a second one, even in another file, stops the product when it starts.

use std::collections::HashMap;

use super::Breach;
use crate::tree::Tree;

const LOCALES: &str = "crates/web/locales/";

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    let mut seen: HashMap<(&str, &str), (&str, usize)> = HashMap::new();
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| file.path.ends_with(".ftl")) {
        let Some((language, _)) = file.path.strip_prefix(LOCALES).and_then(|path| path.split_once('/'))
        else {
            continue;
        };
        for (line, key) in keys(&file.text) {
            if let Some((path, first)) = seen.insert((language, key), (&file.path, line)) {
                found.push(Breach::at(file, line, format!("`{key}` stands in {path}:{first} already")));
            }
        }
    }
    found
}

/// Messages and terms begin a line; what belongs to them is indented.
fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let begins = |line: &str| line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-');
    text.lines()
        .enumerate()
        .filter(move |(_, line)| begins(line))
        .filter_map(|(index, line)| Some((index + 1, line.split_once('=')?.0.trim_end())))
}
