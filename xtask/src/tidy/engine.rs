//! Only the rooms made for it ask which database it is.

use super::{Breach, holds};
use crate::tree::Tree;

const MAY: [&str; 6] = [
    "crates/store/src/sqlite/",
    "crates/store/src/postgres/",
    "crates/store/src/tx/",
    "crates/store/src/migrate",
    "testkit/",
    "bench/",
];
const QUESTIONS: [&str; 3] = ["Engine::", "is_postgres", "is_sqlite"];

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| !file.is_under(&MAY) && !file.is_test()) {
        let Some(rust) = &file.rust else { continue };
        for (line, code) in rust.product_lines() {
            if let Some(question) = QUESTIONS.iter().find(|question| holds(code, question)) {
                let says = format!("`{question}`: put what differs into store/sqlite and store/postgres");
                found.push(Breach::at(file, line, says));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn a_row_file_may_not_ask_which_database_it_is() {
        let tree = tree_of("crates/store/src/rows/deals.rs", "if tx.engine() == Engine::Sqlite {}\n");
        assert_eq!(breaches(&tree).len(), 1);
    }

    #[test]
    fn the_named_rooms_may() {
        assert_eq!(breaches(&tree_of("crates/store/src/tx/sql.rs", "let a = Engine::Sqlite;\n")), []);
    }

    #[test]
    fn a_longer_name_is_another_thing() {
        assert_eq!(breaches(&tree_of("crates/web/src/a.rs", "SearchEngine::new();\n")), []);
    }
}
