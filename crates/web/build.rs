//! Builds the styles and scripts of `web/` into `OUT_DIR/assets`.
//!
//! `DEALWRIGHT_ASSETS=<dir>` takes ready ones instead, so that a machine without Node can build.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io, process};

fn main() {
    if let Err(problem) = build() {
        eprintln!("error: {problem}");
        process::exit(1);
    }
}

fn build() -> Result<(), String> {
    let web = folder("CARGO_MANIFEST_DIR")?.join("../../web");
    let out = folder("OUT_DIR")?.join("assets");
    println!("cargo::rerun-if-env-changed=DEALWRIGHT_ASSETS");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    clear(&out).map_err(|problem| format!("{}: {problem}", out.display()))?;
    match env::var_os("DEALWRIGHT_ASSETS") {
        Some(ready) => copy(Path::new(&ready), &out),
        None => bundle(&web, &out),
    }
}

/// `npm ci` when the lock has changed, then esbuild.
fn bundle(web: &Path, out: &Path) -> Result<(), String> {
    for source in ["src", "css", "static", "build.mjs", "package.json", "package-lock.json"] {
        println!("cargo::rerun-if-changed={}", web.join(source).display());
    }
    if installed(web) != fs::read_to_string(web.join("package-lock.json")).ok() {
        run(
            Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]),
            web,
        )?;
        let stamp = fs::copy(web.join("package-lock.json"), stamp(web));
        stamp.map_err(|problem| format!("web/node_modules: {problem}"))?;
    }
    run(Command::new("node").arg("build.mjs").arg(out), web)
}

/// The lock that `node_modules` was installed from.
fn installed(web: &Path) -> Option<String> {
    fs::read_to_string(stamp(web)).ok()
}

fn stamp(web: &Path) -> PathBuf {
    web.join("node_modules/.installed-lock.json")
}

fn run(command: &mut Command, within: &Path) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.current_dir(within).output().map_err(|problem| match problem.kind() {
        io::ErrorKind::NotFound => format!(
            "{name} is not installed: install Node 20 or newer, or set DEALWRIGHT_ASSETS to a folder of built assets"
        ),
        _ => format!("{name}: {problem}"),
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{name} failed in web/: {}", said.trim()))
}

fn copy(ready: &Path, out: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", ready.display());
    let problem = |problem: io::Error| format!("DEALWRIGHT_ASSETS={}: {problem}", ready.display());
    for entry in fs::read_dir(ready).map_err(problem)? {
        let entry = entry.map_err(problem)?;
        fs::copy(entry.path(), out.join(entry.file_name())).map_err(problem)?;
    }
    Ok(())
}

fn clear(out: &Path) -> io::Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)
}

fn folder(variable: &str) -> Result<PathBuf, String> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| format!("{variable} is not set: build with cargo"))
}
