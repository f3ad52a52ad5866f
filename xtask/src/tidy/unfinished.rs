//! What is not done is not there; nothing pretends.

use super::{Breach, code_with};
use crate::tree::Tree;

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    code_with(tree, &[], &["todo!", "unimplemented!"], "finish it or leave it out")
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn unfinished_code_is_a_breach() {
        let tree = tree_of("crates/desk/src/a.rs", "fn a() { todo!() }\nfn b() { unimplemented!(\"x\") }\n");
        assert_eq!(breaches(&tree).len(), 2);
    }

    #[test]
    fn speaking_of_it_is_not() {
        assert_eq!(breaches(&tree_of("crates/desk/src/a.rs", "// no todo!() here\n")), []);
    }
}
