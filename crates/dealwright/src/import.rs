//! `import`: files in by a mapping, with progress; and the undo of a whole import.

use std::io::{IsTerminal, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context;
use desk::Desk;
use desk::import::{self, CreateImport, Report, StartImport, StepOutcome, UndoImport};
use intake::Mapping;
use sales::Actor;

use crate::cli::{ImportRunArgs, UndoArgs};
use crate::{actor, open};

/// A file's name and content.
type File = (String, Vec<u8>);

pub async fn run(args: ImportRunArgs) -> anyhow::Result<()> {
    let path = args.mapping.as_ref().context("say how to read the files: --mapping FILE")?;
    anyhow::ensure!(!args.paths.is_empty(), "name the files, or the folder they are in");
    let mapping = mapping(path, &args.settings)?;
    let (used, ignored) = read_paths(&mapping, &args.paths)?;
    for name in &ignored {
        println!("{name}: ignored, the mapping does not name it");
    }
    let (desk, _) = open::desk(&args.data).await?;
    let by = actor::of(&desk, &args.data).await?;
    if args.dry_run {
        let report = import::dry_run(&desk, &by, &mapping, used).await?;
        println!("dry run, nothing is written:");
        print(&report);
        return Ok(());
    }
    let title = mapping.name.clone();
    let (id, _) = bring(&desk, &by, &title, &mapping.to_yaml()?, used).await?;
    println!("import {id}; take it back with: dealwright import undo {id}");
    Ok(())
}

/// Imports files to the end, saying how far it is, then what came of it.
pub async fn bring(
    desk: &Desk,
    by: &Actor,
    title: &str,
    mapping: &str,
    files: Vec<File>,
) -> anyhow::Result<(i64, Report)> {
    let new = CreateImport { title: title.to_owned(), mapping: mapping.to_owned(), files };
    let id = desk.write(by, new).await?;
    desk.write(by, StartImport { id }).await?;
    loop {
        match import::step(desk, id).await? {
            // Only where somebody watches.
            StepOutcome::More { done, total } if std::io::stderr().is_terminal() => {
                eprint!("\r{done} of {total} rows");
                std::io::stderr().flush()?;
            }
            StepOutcome::More { .. } => {}
            StepOutcome::Finished(report) => {
                if std::io::stderr().is_terminal() {
                    eprintln!();
                }
                print(&report);
                return Ok((id, report));
            }
        }
    }
}

pub async fn undo(args: UndoArgs) -> anyhow::Result<()> {
    let (desk, _) = open::desk(&args.data).await?;
    let by = actor::of(&desk, &args.data).await?;
    let undone = import::undo(&desk, &by, UndoImport { id: args.id, force: args.force }).await?;
    println!("import {}: {} records removed", args.id, undone.removed);
    for kept in &undone.kept {
        println!("kept, changed since: {kept}");
    }
    Ok(())
}

fn mapping(path: &Path, settings: &[String]) -> anyhow::Result<Mapping> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("can't read the mapping {}", path.display()))?;
    let mut mapping =
        Mapping::from_yaml(&text).with_context(|| format!("the mapping {} is at fault", path.display()))?;
    for setting in settings {
        let (key, value) =
            setting.split_once('=').with_context(|| format!("--set {setting}: write KEY=VALUE"))?;
        mapping.set(key, value).with_context(|| format!("--set {setting}"))?;
    }
    Ok(mapping)
}

/// Reads the files named, and of folders those that the mapping names.
fn read_paths(mapping: &Mapping, paths: &[PathBuf]) -> anyhow::Result<(Vec<File>, Vec<String>)> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries =
                std::fs::read_dir(path).with_context(|| format!("can't read {}", path.display()))?;
            let mut files: Vec<PathBuf> =
                entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
            files.retain(|file| file.is_file());
            files.sort();
            found.extend(files);
        } else {
            anyhow::ensure!(path.is_file(), "there is no file {}", path.display());
            found.push(path.clone());
        }
    }
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names: Vec<String> = found.iter().map(name).collect();
    let plan = mapping.plan(&names);
    anyhow::ensure!(!plan.taken.is_empty(), "the mapping names none of these files: {}", names.join(", "));
    let mut used = Vec::new();
    for &(_, at) in &plan.taken {
        let path = &found[at];
        let content = std::fs::read(path).with_context(|| format!("can't read {}", path.display()))?;
        used.push((names[at].clone(), content));
    }
    let ignored = plan.ignored.iter().map(|&at| names[at].clone()).collect();
    Ok((used, ignored))
}

/// A line a file; then `8800 rows: 7375 imported, 1425 to mend`, the deals' alone on its line.
fn print(report: &Report) {
    for file in &report.files {
        println!("{}: {}", file.name, file.line());
    }
    if let Some(deals) = &report.deals {
        println!("{}", deals.line());
    }
}
