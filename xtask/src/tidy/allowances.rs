//! A lint is expected with its reason (`#[expect(.., reason = "..")]`), never allowed.

use super::{Breach, code_with};
use crate::tree::Tree;

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    code_with(tree, &[], &["#[allow(", "#![allow("], "use `#[expect(.., reason = \"..\")]` or mend it")
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn an_allowance_is_a_breach_for_an_item_and_for_a_file() {
        let tree = tree_of("crates/desk/src/a.rs", "#![allow(dead_code)]\n#[allow(unused)]\nfn a() {}\n");
        assert_eq!(breaches(&tree).len(), 2);
    }

    #[test]
    fn an_expectation_is_not() {
        assert_eq!(breaches(&tree_of("crates/desk/src/a.rs", "#[expect(unused, reason = \"why\")]\n")), []);
    }
}
