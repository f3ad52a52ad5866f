//! The project's text files, read once, so that every rule looks at the same tree.

use std::path::Path;

use anyhow::{Context, Result};

use crate::rust_text::RustText;

/// What is made or fetched, never what is written here.
const MADE: [&str; 7] = [".git", "target", "node_modules", "dist", "data", "shots", "__pycache__"];

pub struct Tree {
    pub files: Vec<File>,
}

pub struct File {
    /// From the root of the workspace, with `/` on every system.
    pub path: String,
    pub text: String,
    /// Present for `.rs` files.
    pub rust: Option<RustText>,
}

impl Tree {
    /// Reads every UTF-8 file below `root`; pictures and fonts are passed over.
    pub fn read(root: &Path) -> Result<Self> {
        let mut files = Vec::new();
        read_folder(root, "", &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { files })
    }

    pub fn find(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl File {
    pub fn new(path: String, text: String) -> Self {
        let rust = path.ends_with(".rs").then(|| RustText::read(&text));
        Self { path, text, rust }
    }

    pub fn is_under(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    pub fn ends_with(&self, ends: &[&str]) -> bool {
        ends.iter().any(|end| self.path.ends_with(end))
    }

    /// Files that exist only for tests: a `tests` folder or a `tests.rs` beside its module.
    pub fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }
}

fn read_folder(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        // In a second worktree `.git` is a file.
        if MADE.contains(&name.as_str()) {
            continue;
        }
        if kind.is_dir() {
            read_folder(&entry.path(), &format!("{path}/"), files)?;
        } else if kind.is_file() {
            let bytes = std::fs::read(entry.path()).with_context(|| format!("cannot read {path}"))?;
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(File::new(path, text));
            }
        }
    }
    Ok(())
}
