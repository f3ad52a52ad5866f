//! A file that nobody can hold in mind is two files.

use super::Breach;
use crate::tree::{File, Tree};

const MOST: usize = 500;
const LONG: usize = 300;
const CODE: [&str; 6] = [".rs", ".ts", ".js", ".mjs", ".css", ".sh"];

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    tree.files.iter().filter(|file| file.ends_with(&CODE)).filter_map(breach_of).collect()
}

fn breach_of(file: &File) -> Option<Breach> {
    match file.text.lines().count() {
        lines if lines > MOST => Some(Breach::at(file, 0, format!("{lines} lines; {MOST} are the most"))),
        lines if lines > LONG => Some(Breach::warning(file, 0, format!("{lines} lines; is it one thing?"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn more_than_five_hundred_lines_are_a_breach() {
        let found = breaches(&tree_of("crates/desk/src/a.rs", &"\n".repeat(501)));
        assert!(found.len() == 1 && !found[0].is_warning);
    }

    #[test]
    fn more_than_three_hundred_are_a_warning() {
        let found = breaches(&tree_of("web/src/a.ts", &"\n".repeat(301)));
        assert!(found.len() == 1 && found[0].is_warning);
    }

    #[test]
    fn words_and_data_may_be_long() {
        assert_eq!(breaches(&tree_of("docs/a.md", &"\n".repeat(900))), []);
    }
}
