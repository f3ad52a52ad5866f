//! Whether what is named as a proof is there: a test function in its crate, or a story in its process.

use crate::tree::{File, Tree};

/// Whether `name` (`crate::path::test` or `story:process/name`) is in the tree.
pub fn exists(name: &str, tree: &Tree) -> bool {
    match name.strip_prefix("story:") {
        Some(story) => story.split_once('/').is_some_and(|(process, name)| story_exists(process, name, tree)),
        None => test_exists(name, tree),
    }
}

fn story_exists(process: &str, name: &str, tree: &Tree) -> bool {
    let told = |line: &str| line.trim().strip_prefix("- name:").map(unquoted) == Some(name.trim());
    tree.find(&format!("processes/{process}/process.yaml")).is_some_and(|file| file.text.lines().any(told))
}

/// A YAML scalar without its quotes or the remark behind it.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote) {
            return rest.split(quote).next().unwrap_or(rest);
        }
    }
    value.split(" #").next().unwrap_or(value).trim()
}

fn test_exists(name: &str, tree: &Tree) -> bool {
    let Some((room, function)) =
        name.split_once("::").and_then(|(room, rest)| Some((room, rest.rsplit("::").next()?)))
    else {
        return false;
    };
    let folders = [format!("crates/{room}/"), format!("{room}/")];
    let in_room = |file: &&File| folders.iter().any(|folder| file.path.starts_with(folder));
    tree.files
        .iter()
        .filter(in_room)
        .filter_map(|file| file.rust.as_ref())
        .any(|rust| declares(&rust.code, function))
}

/// Whether `code` has a test function of that name: a `#[..test..]` stands among the attributes above it.
fn declares(code: &str, function: &str) -> bool {
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    let opening = format!("fn {function}(");
    (0..lines.len()).filter(|at| lines[*at].contains(&opening)).any(|at| {
        let above = lines[..at].iter().rev().take_while(|line| line.starts_with("#[") || line.is_empty());
        let mut attributes = above.chain([&lines[at]]);
        attributes.any(|line| line.starts_with("#[") && line.contains("test"))
    }) || in_macro(code, &opening)
}

/// A property inside `proptest! { .. }`, or a sentence inside `on_both! { .. }`: the macro makes the tests.
fn in_macro(code: &str, opening: &str) -> bool {
    let macros = ["proptest! {", "on_both! {"];
    macros.iter().any(|word| code.split_once(word).is_some_and(|(_, inside)| inside.contains(opening)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(path: &str, text: &str) -> Tree {
        Tree { files: vec![File::new(path.to_owned(), text.to_owned())] }
    }

    #[test]
    fn a_test_in_its_crate_is_a_proof() {
        let tree = tree("crates/desk/src/deal.rs", "#[test]\nfn a_deal_needs_a_client() {}\n");
        assert!(exists("desk::deal::a_deal_needs_a_client", &tree));
        assert!(!exists("store::deal::a_deal_needs_a_client", &tree));
        assert!(!exists("desk::deal::a_deal_needs", &tree));
    }

    #[test]
    fn a_function_that_is_no_test_is_no_proof() {
        assert!(!exists("desk::deal::create", &tree("crates/desk/src/deal.rs", "pub fn create() {}\n")));
    }

    #[test]
    fn a_property_is_a_proof() {
        let tree = tree("crates/process/src/a.rs", "proptest! {\n    fn decide_is_total(x in 0..9) {}\n}\n");
        assert!(exists("process::a::decide_is_total", &tree));
    }

    #[test]
    fn a_sentence_on_both_databases_is_a_proof() {
        let tree =
            tree("crates/desk/tests/all/deal.rs", "on_both! {\n    async fn a_deal(room: &Room) {}\n}\n");
        assert!(exists("desk::deal::a_deal", &tree));
    }

    #[test]
    fn a_story_is_found_by_its_whole_name() {
        let text =
            "stories:\n  - name: silence never loses a deal    # 003.30\n  - name: \"it's lost: twice\"\n";
        let tree = tree("processes/funnel/process.yaml", text);
        assert!(exists("story:funnel/silence never loses a deal", &tree));
        assert!(exists("story:funnel/it's lost: twice", &tree));
        assert!(!exists("story:funnel/silence", &tree));
        assert!(!exists("story:other/silence never loses a deal", &tree));
    }
}
