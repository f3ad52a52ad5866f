//! Time and chance are values that come in; only the binary and the tools around the product read them.

use super::{Breach, code_with};
use crate::tree::{File, Tree};

const MAY: [&str; 4] = ["crates/dealwright/", "testkit/", "xtask/", "bench/"];
const READINGS: [&str; 9] = [
    "SystemTime::now",
    "Timestamp::now",
    "Zoned::now",
    "rand::rng(",
    "rand::random",
    "thread_rng(",
    "OsRng",
    "from_os_rng(",
    "getrandom",
];
/// The same in the database's words, in capitals because SQL keywords are written so.
const SQL_READINGS: [&str; 4] = ["CURRENT_TIMESTAMP", "CURRENT_DATE", "NOW()", "RANDOM()"];

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    let mut found = code_with(tree, &MAY, &READINGS, "time and chance are passed in");
    found.extend(tree.files.iter().filter(|file| !file.is_under(&MAY)).flat_map(sql_breaches));
    found
}

fn sql_breaches(file: &File) -> Vec<Breach> {
    let lines: Vec<(usize, &str)> = match &file.rust {
        Some(rust) => rust.strings.iter().map(|(line, text)| (*line, text.as_str())).collect(),
        None if file.path.ends_with(".sql") => {
            file.text.lines().enumerate().map(|(at, text)| (at + 1, text)).collect()
        }
        None => Vec::new(),
    };
    let reading = |text: &str| SQL_READINGS.iter().find(|word| text.to_uppercase().contains(*word));
    lines
        .into_iter()
        .filter_map(|(line, text)| Some((line, reading(text)?)))
        .map(|(line, word)| Breach::at(file, line, format!("`{word}` in SQL: time and chance are passed in")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn reading_the_clock_in_the_desk_is_a_breach() {
        assert_eq!(breaches(&tree_of("crates/desk/src/a.rs", "let now = Timestamp::now();\n")).len(), 1);
    }

    #[test]
    fn making_randomness_in_the_store_is_a_breach() {
        assert_eq!(breaches(&tree_of("crates/store/src/a.rs", "let mut dice = rand::rng();\n")).len(), 1);
    }

    #[test]
    fn the_database_may_not_read_the_clock_either() {
        let tree =
            tree_of("crates/store/src/migrations/1.sql", "id bigint,\nat text DEFAULT CURRENT_TIMESTAMP\n");
        assert_eq!(breaches(&tree).iter().map(|breach| breach.line).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn the_binary_may() {
        assert_eq!(breaches(&tree_of("crates/dealwright/src/a.rs", "let now = Timestamp::now();\n")), []);
    }
}
