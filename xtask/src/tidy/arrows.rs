//! Imports run one way: `process <- sales <- store <- desk <- web`. ARCHITECTURE.md draws the arrows.

use super::Breach;
use crate::tree::{File, Tree};

/// Each room with the rooms that it may import.
const ROOMS: [(&str, &[&str]); 9] = [
    ("process", &[]),
    ("intake", &[]),
    ("sales", &["process"]),
    ("insight", &["process", "sales"]),
    ("store", &["process", "sales"]),
    ("desk", &["process", "sales", "insight", "intake", "store"]),
    ("worker", &["process", "sales", "store", "desk"]),
    ("web", &["process", "sales", "insight", "intake", "desk"]),
    ("dealwright", &["process", "sales", "insight", "intake", "store", "desk", "worker", "web"]),
];

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    let mut found = Vec::new();
    for (room, may) in ROOMS {
        let folder = format!("crates/{room}/");
        for file in tree.files.iter().filter(|file| file.path.starts_with(&folder)) {
            if file.path == format!("{folder}Cargo.toml") {
                found.extend(manifest_breaches(file, room, may));
            } else if !file.is_test() {
                found.extend(source_breaches(file, room, may));
            }
        }
    }
    found
}

fn manifest_breaches(file: &File, room: &str, may: &[&str]) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut section = "";
    for (index, line) in file.text.lines().enumerate() {
        if line.starts_with('[') {
            section = line.trim();
        }
        let name = line.split(['=', '.']).next().unwrap_or_default().trim();
        if section == "[dependencies]" && is_forbidden(name, room, may) {
            found.push(Breach::at(file, index + 1, format!("{room} may not depend on {name}")));
        }
    }
    found
}

fn source_breaches(file: &File, room: &str, may: &[&str]) -> Vec<Breach> {
    let Some(rust) = &file.rust else { return Vec::new() };
    let imported = |code: &str| -> Option<String> {
        let path = code.trim().trim_start_matches("pub ").strip_prefix("use ")?;
        let name = path.trim_start_matches("::").split([':', ';', ' ']).next()?;
        is_forbidden(name, room, may).then(|| name.to_owned())
    };
    rust.product_lines()
        .filter_map(|(line, code)| Some((line, imported(code)?)))
        .map(|(line, name)| Breach::at(file, line, format!("{room} may not import {name}")))
        .collect()
}

fn is_forbidden(name: &str, room: &str, may: &[&str]) -> bool {
    let is_room = ROOMS.iter().any(|(other, _)| *other == name) || name == "testkit";
    is_room && name != room && !may.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn web_may_not_depend_on_the_store() {
        let tree = tree_of(
            "crates/web/Cargo.toml",
            "[dependencies]\ndesk = { workspace = true }\nstore.workspace = true\n",
        );
        assert_eq!(breaches(&tree).iter().map(|breach| breach.line).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_development_dependency_is_no_arrow() {
        let tree = tree_of("crates/web/Cargo.toml", "[dev-dependencies]\ntestkit = { workspace = true }\n");
        assert_eq!(breaches(&tree), []);
    }

    #[test]
    fn sales_may_import_process_but_not_the_store() {
        let tree = tree_of("crates/sales/src/deal.rs", "use process::Stage;\nuse store::Tx;\n");
        assert_eq!(breaches(&tree).iter().map(|breach| breach.line).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn intake_imports_nothing_of_ours() {
        let tree = tree_of("crates/intake/src/row.rs", "use sales::Deal;\n");
        assert_eq!(breaches(&tree).len(), 1);
    }
}
