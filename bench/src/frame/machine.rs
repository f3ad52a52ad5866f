//! What the figures were measured on.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use super::percentile;

/// The machine, the commit and the day, as they stand above a table.
pub struct Machine {
    pub commit: String,
    pub day: String,
    pub processor: String,
    pub cores: usize,
    /// Seconds of one fdatasync after four kilobytes, where the data lie.
    pub sync: f64,
}

impl Machine {
    pub fn look(folder: &Path) -> Result<Machine> {
        let processors = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let named = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        Ok(Machine {
            commit: commit(),
            day: today(),
            processor: named.map_or_else(|| "unknown processor".to_owned(), |(_, name)| name.to_owned()),
            cores: std::thread::available_parallelism().map_or(1, Into::into),
            sync: sync_time(folder)?,
        })
    }

    pub fn line(&self) -> String {
        let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let load = load.split(' ').next().unwrap_or("unknown");
        format!(
            "{}, commit {}, {} cores of {}, fdatasync {:.3} ms, load {load}",
            self.day,
            self.commit,
            self.cores,
            self.processor,
            self.sync * 1_000.0
        )
    }
}

#[expect(clippy::disallowed_methods, reason = "a table of figures carries its date")]
fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
}

/// The commit that is checked out, with a plus when the tree differs from it.
fn commit() -> String {
    let git = |words: &[&str]| {
        let output = Command::new("git").args(words).output().ok().filter(|output| output.status.success());
        output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let Some(commit) = git(&["rev-parse", "--short", "HEAD"]) else { return "unknown".to_owned() };
    let changed = git(&["status", "--porcelain", "--untracked-files=no"]).unwrap_or_default();
    if changed.is_empty() { commit } else { format!("{commit}+") }
}

/// The median time of a durable write of one page.
fn sync_time(folder: &Path) -> Result<f64> {
    let path = folder.join("sync-time");
    let mut file = OpenOptions::new().create(true).append(true).open(&path).context("measuring fdatasync")?;
    let mut times = Vec::new();
    for _ in 0..100 {
        file.write_all(&[7; 4_096])?;
        let started = Instant::now();
        file.sync_data()?;
        times.push(started.elapsed().as_secs_f64());
    }
    std::fs::remove_file(&path)?;
    Ok(percentile(&times, 50.0))
}
