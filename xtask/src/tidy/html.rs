//! Markup is written in the web room alone.

use super::{Breach, code_with};
use crate::tree::Tree;

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    code_with(tree, &["crates/web/"], &["html!"], "HTML is written in crates/web")
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn markup_in_the_desk_is_a_breach() {
        assert_eq!(breaches(&tree_of("crates/desk/src/a.rs", "let a = html! { p {} };\n")).len(), 1);
    }

    #[test]
    fn markup_in_the_web_is_not() {
        assert_eq!(breaches(&tree_of("crates/web/src/a.rs", "let a = html! { p {} };\n")), []);
    }
}
