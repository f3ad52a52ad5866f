//! A type is named after a thing of the field, not after the fact that it does something.

use super::Breach;
use crate::tree::Tree;

const EMPTY: [&str; 6] = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service"];
const KINDS: [&str; 4] = ["struct ", "enum ", "trait ", "type "];

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    let mut found = Vec::new();
    for file in &tree.files {
        let Some(rust) = &file.rust else { continue };
        for (line, code) in rust.lines() {
            if let Some(name) = named(code).filter(|name| EMPTY.iter().any(|ending| name.ends_with(ending))) {
                found.push(Breach::at(file, line, format!("`{name}` says nothing: name the thing")));
            }
        }
    }
    found
}

/// The name of the type that a line of code declares.
fn named(code: &str) -> Option<&str> {
    let code = code.trim();
    let code = match code.strip_prefix("pub") {
        Some(rest) => rest.trim_start_matches(|c: char| c != ' ').trim_start(),
        None => code,
    };
    let name = KINDS.iter().find_map(|kind| code.strip_prefix(kind))?;
    Some(name.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn empty_endings_are_breaches() {
        let tree = tree_of(
            "crates/desk/src/a.rs",
            "pub(crate) struct DealManager;\nenum TextUtils {}\nstruct Deal;\n",
        );
        assert_eq!(breaches(&tree).iter().map(|breach| breach.line).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn a_variant_is_no_type() {
        assert_eq!(breaches(&tree_of("crates/sales/src/access.rs", "enum Role {\n    Manager,\n}\n")), []);
    }
}
