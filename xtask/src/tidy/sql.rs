//! SQL lives in the store and nowhere else.

use super::Breach;
use crate::tree::{File, Tree};

const MAY: [&str; 3] = ["crates/store/", "testkit/", "bench/"];
const STATEMENTS: [&str; 5] = ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE"];

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    tree.files.iter().filter(|file| !file.is_under(&MAY) && !is_test(file)).flat_map(breaches_of).collect()
}

/// Tests look at rows as a stranger would, not as the product says they are.
fn is_test(file: &File) -> bool {
    file.path.contains("/tests/") || file.path.ends_with("/tests.rs")
}

fn breaches_of(file: &File) -> Vec<Breach> {
    if file.path.ends_with(".sql") {
        return vec![Breach::at(file, 0, "SQL lives in crates/store")];
    }
    let strings = file.rust.iter().flat_map(|rust| &rust.strings);
    strings
        .filter(|(_, text)| is_statement(text))
        .map(|(line, _)| {
            Breach::at(file, *line, "SQL lives in crates/store; name what is wanted and ask the store")
        })
        .collect()
}

/// Whether a string begins as a statement does: the word in capitals, then a space or a new line.
fn is_statement(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\\');
    STATEMENTS
        .iter()
        .any(|word| text.strip_prefix(word).is_some_and(|rest| rest.starts_with(char::is_whitespace)))
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn a_statement_outside_the_store_is_a_breach() {
        let tree = tree_of("crates/desk/src/a.rs", "let a = \"\n    SELECT id FROM deal\";\n");
        assert_eq!(breaches(&tree).len(), 1);
    }

    #[test]
    fn a_test_may_look_at_rows() {
        assert_eq!(breaches(&tree_of("crates/desk/tests/all/a.rs", "let a = \"SELECT 1\";\n")), []);
    }

    #[test]
    fn the_store_may() {
        assert_eq!(breaches(&tree_of("crates/store/src/a.rs", "let a = \"SELECT 1\";\n")), []);
    }

    #[test]
    fn words_that_only_sound_alike_are_none() {
        assert_eq!(
            breaches(&tree_of("crates/web/src/a.rs", "let a = [\"Select a deal\", \"CREATED\"];\n")),
            []
        );
    }
}
