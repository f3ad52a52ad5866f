//! Plants a breach of every rule in a copy of the project and sees it red: a wall that nobody tests is a drawing.

use std::path::Path;

use super::RULES;
use crate::tree::Tree;

/// Copies the project, writes `more` at the end of `path` there, and says which rules the file newly breaks.
fn broken_by(path: &str, more: &str) -> Vec<&'static str> {
    let copy = tempfile::tempdir().unwrap();
    for file in Tree::read(&crate::root()).unwrap().files {
        write(&copy.path().join(&file.path), &file.text);
    }
    let before = breaches_in(copy.path(), path);
    let planted = copy.path().join(path);
    let text = std::fs::read_to_string(&planted).unwrap_or_default();
    write(&planted, &format!("{text}{more}"));
    let after = breaches_in(copy.path(), path);
    RULES
        .iter()
        .zip(before.iter().zip(&after))
        .filter(|(_, (was, is))| is > was)
        .map(|((rule, _), _)| *rule)
        .collect()
}

/// How many breaches, warnings left out, each rule finds in the file at `path`.
fn breaches_in(root: &Path, path: &str) -> Vec<usize> {
    let tree = Tree::read(root).unwrap();
    let red =
        |breaches: Vec<super::Breach>| breaches.iter().filter(|b| b.path == path && !b.is_warning).count();
    RULES.iter().map(|(_, breaches)| red(breaches(&tree))).collect()
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

#[test]
fn a_dependency_against_the_arrows_is_red() {
    let more = "\n[dependencies]\nstore = { workspace = true }\n";
    assert_eq!(broken_by("crates/web/Cargo.toml", more), ["arrows"]);
}

#[test]
fn an_import_against_the_arrows_is_red() {
    assert_eq!(broken_by("crates/process/src/planted.rs", "use sales::deal::Deal;\n"), ["arrows"]);
}

#[test]
fn sql_outside_the_store_is_red() {
    assert_eq!(broken_by("crates/desk/src/planted.rs", "const A: &str = \"DELETE FROM deal\";\n"), ["sql"]);
}

#[test]
fn asking_which_database_it_is_is_red() {
    assert_eq!(
        broken_by("crates/store/src/rows/planted.rs", "fn a(e: Engine) -> bool { e == Engine::Sqlite }\n"),
        ["engine"]
    );
}

#[test]
fn markup_outside_the_web_is_red() {
    assert_eq!(broken_by("crates/worker/src/planted.rs", "fn a() { html! { p {} } }\n"), ["html"]);
}

#[test]
fn reading_the_clock_is_red() {
    assert_eq!(broken_by("crates/sales/src/planted.rs", "fn a() { jiff::Timestamp::now(); }\n"), ["clock"]);
}

#[test]
fn rolling_dice_is_red() {
    assert_eq!(broken_by("crates/desk/src/planted.rs", "fn a() { rand::rng(); }\n"), ["clock"]);
}

#[test]
fn a_file_too_long_is_red() {
    assert_eq!(broken_by("crates/web/src/planted.rs", &"// a line\n".repeat(501)), ["length"]);
}

#[test]
fn an_empty_name_is_red() {
    assert_eq!(broken_by("crates/desk/src/planted.rs", "pub struct DealManager;\n"), ["names"]);
}

#[test]
fn an_allowance_is_red() {
    assert_eq!(broken_by("crates/desk/src/planted.rs", "#[allow(dead_code)]\nfn a() {}\n"), ["allowances"]);
}

#[test]
fn unfinished_code_is_red() {
    assert_eq!(broken_by("crates/desk/src/planted.rs", "fn a() { todo!() }\n"), ["unfinished"]);
}

#[test]
fn a_path_of_a_machine_is_red() {
    assert_eq!(broken_by("docs/planted.md", &format!("see /{}/a\n", "root")), ["machine-paths"]);
}

#[test]
fn a_foreign_registry_is_red() {
    assert_eq!(broken_by("Cargo.lock", "source = \"git+https://example.org/a\"\n"), ["registries"]);
}

#[test]
fn a_sentence_under_a_key_of_another_file_is_red() {
    assert_eq!(broken_by("crates/web/locales/en/planted.ftl", "undo = Undo\n"), ["sentences"]);
}
