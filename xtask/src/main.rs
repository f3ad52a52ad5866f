//! The project's own checks: `cargo xtask tidy | dependencies | conformance [--check]`.

mod conformance;
mod dependencies;
mod rust_text;
mod tidy;
mod tree;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str =
    "cargo xtask tidy                   the walls between the rooms, and the manners of the text
cargo xtask dependencies           licences, banned crates and sources, by deny.toml
cargo xtask conformance            writes docs/conformance.md from docs/conformance.toml
cargo xtask conformance --check    fails where the written page or a proof is missing";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let clean = match words.as_slice() {
        ["tidy"] => tidy::run(&root()),
        ["dependencies"] => dependencies::run(&root()),
        ["conformance"] => conformance::write(&root()),
        ["conformance", "--check"] => conformance::check(&root()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match clean {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace, which holds this crate's folder.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
