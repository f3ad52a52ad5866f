//! `process check`: findings and stories of definitions, for people and for programs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use desk::process::CheckProcess;
use process::{Definition, Finding, ProcessSpec, Severity, StoryResult, Vocabulary};
use serde::Serialize;

use crate::cli::{CheckArgs, DataArgs, Format};
use crate::{actor, open};

mod sarif;

/// What was found in one file.
#[derive(Serialize)]
struct Checked {
    file: String,
    findings: Vec<Finding>,
    stories: Vec<StoryResult>,
}

/// Exit code 1 on a blocking finding, a failing story among them.
pub async fn run(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let mut files = Vec::new();
    for path in &args.paths {
        collect(path, &mut files)?;
    }
    anyhow::ensure!(!files.is_empty(), "there is no process.yaml in these folders");
    let installation = match &args.against {
        Some(data) => Some(open::desk(&data_of(data)).await?.0),
        None => None,
    };
    let mut texts = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
        texts.push(text);
    }
    let alone: Vec<Definition> =
        texts.iter().filter_map(|text| process::check(text, &Vocabulary::open()).0).collect();
    let specs = alone.iter().map(ProcessSpec::of).collect();
    let vocabulary = Vocabulary { processes: Some(specs), ..Vocabulary::open() };
    let mut circles = circles(&alone);
    let mut checked = Vec::new();
    for (file, text) in files.iter().zip(texts) {
        let (definition, mut findings) = process::check_with_stories(&text, &vocabulary);
        if let Some(definition) = &definition {
            findings.extend(circles.remove(&definition.key).unwrap_or_default());
        }
        if let Some(desk) = &installation {
            findings = desk.read_slowly(&actor::system(), CheckProcess { definition: text }).await?;
        }
        let stories = definition.as_ref().map(process::story::run).unwrap_or_default();
        checked.push(Checked { file: file.display().to_string(), findings, stories });
    }
    match args.format {
        Format::Json => println!("{}", serde_json::to_string_pretty(&checked)?),
        Format::Sarif => println!("{}", serde_json::to_string_pretty(&sarif::log(&checked))?),
        Format::Text => checked.iter().for_each(print),
    }
    let blocked = checked.iter().flat_map(|file| &file.findings).any(Finding::blocks);
    Ok(if blocked { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What the processes of all files do to each other, by process.
fn circles(definitions: &[Definition]) -> BTreeMap<String, Vec<Finding>> {
    let together: Vec<&Definition> = definitions.iter().collect();
    let mut found: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for (at, finding) in process::check_together(&together) {
        found.entry(together[at].key.clone()).or_default().push(finding);
    }
    found
}

/// Where an installation is: a folder, or a database by its URL.
fn data_of(against: &str) -> DataArgs {
    let is_url = against.contains("://") || against.starts_with("sqlite:");
    DataArgs {
        data: (!is_url).then(|| against.into()),
        database: is_url.then(|| against.to_owned()),
        as_member: None,
        config: None,
    }
}

/// A file itself, or every process.yaml below a folder, in the order of their names.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let entries = std::fs::read_dir(path).with_context(|| format!("can't read {}", path.display()))?;
    let mut below: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    below.sort();
    for entry in below {
        if entry.is_dir() {
            collect(&entry, files)?;
        } else if entry.file_name().is_some_and(|name| name == "process.yaml") {
            files.push(entry);
        }
    }
    Ok(())
}

fn print(checked: &Checked) {
    for finding in &checked.findings {
        let level = if finding.severity == Severity::Blocks { "blocks" } else { "warns" };
        println!(
            "{}:{}:{}: {} {level}: {}",
            checked.file, finding.line, finding.column, finding.code, finding.says.en
        );
        if !finding.hint.en.is_empty() {
            println!("    {}", finding.hint.en);
        }
    }
    for story in &checked.stories {
        println!("  {} {}", if story.passed { "ok" } else { "FAILS" }, story.name);
    }
    let passed = checked.stories.iter().filter(|story| story.passed).count();
    let blocks = checked.findings.iter().filter(|finding| finding.blocks()).count();
    println!(
        "{}: {} of {} stories pass, {blocks} blocking findings",
        checked.file,
        passed,
        checked.stories.len()
    );
}
