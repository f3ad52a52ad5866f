//! Lock files name the public registries, never the mirror that someone happened to build behind.

use super::Breach;
use crate::tree::{File, Tree};

const NPM: &str = "https://registry.npmjs.org/";
const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    tree.files.iter().flat_map(breaches_of).collect()
}

fn breaches_of(file: &File) -> Vec<Breach> {
    let (opening, registry) = match file.path.rsplit('/').next() {
        Some("Cargo.lock") => ("source = \"", CRATES),
        Some("package-lock.json") => ("\"resolved\": \"", NPM),
        _ => return Vec::new(),
    };
    let lines = file.text.lines().enumerate();
    lines
        .filter_map(|(index, line)| Some((index + 1, line.trim().strip_prefix(opening)?)))
        .filter(|(_, source)| !source.starts_with(registry))
        .map(|(line, source)| {
            Breach::at(
                file,
                line,
                format!("{} is not the public registry", source.trim_end_matches(['"', ','])),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn a_mirror_in_an_npm_lock_is_a_breach() {
        let text = format!("\"resolved\": \"{NPM}a.tgz\",\n\"resolved\": \"http://mirror.example/a.tgz\",\n");
        assert_eq!(
            breaches(&tree_of("web/package-lock.json", &text)).iter().map(|b| b.line).collect::<Vec<_>>(),
            [2]
        );
    }

    #[test]
    fn a_git_source_in_a_cargo_lock_is_a_breach() {
        let text = format!("source = \"{CRATES}\"\nsource = \"git+https://example.org/a\"\n");
        assert_eq!(breaches(&tree_of("Cargo.lock", &text)).iter().map(|b| b.line).collect::<Vec<_>>(), [2]);
    }
}
