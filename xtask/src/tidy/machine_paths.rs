//! Nothing committed knows the folders of the machine it was written on.

use super::Breach;
use crate::tree::Tree;

/// First folders of absolute paths, without their slashes so that this file does not break its own rule.
const FOLDERS: [&str; 3] = ["work", "root", "tmp"];

pub fn breaches(tree: &Tree) -> Vec<Breach> {
    let mut found = Vec::new();
    for file in &tree.files {
        for (index, line) in file.text.lines().enumerate() {
            if let Some(folder) = FOLDERS.iter().find(|folder| starts_a_path(line, folder)) {
                found.push(Breach::at(
                    file,
                    index + 1,
                    format!("a path of one machine (/{folder}): take it from outside"),
                ));
            }
        }
    }
    found
}

/// Whether `/folder/` stands in the line where a path begins, and not in the middle of one.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(&format!("/{folder}/")).any(|(at, _)| {
        !line[..at]
            .chars()
            .next_back()
            .is_some_and(|before| before.is_alphanumeric() || "._-/}*)".contains(before))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tree_of;
    use super::*;

    #[test]
    fn an_absolute_path_of_a_machine_is_a_breach() {
        for folder in FOLDERS {
            assert_eq!(breaches(&tree_of("docs/a.md", &format!("see `/{folder}/a`\n"))).len(), 1);
        }
    }

    #[test]
    fn a_folder_inside_another_path_is_not() {
        assert_eq!(breaches(&tree_of("docs/a.md", "https://example.org/work/a and data/tmp/b\n")), []);
    }
}
