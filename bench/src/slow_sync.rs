//! A disk whose flush takes a millisecond: the bench starts itself anew under a small library that can slow it down.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

/// Where the mark of slowness lies; set once the library is loaded.
const MARK: &str = "DEALWRIGHT_SLOW_SYNC";

/// Runs this program again under the library, unless it does already. Returns where there is no C compiler.
pub fn load(data: &Path) -> Result<()> {
    if std::env::var_os(MARK).is_some() || !cfg!(target_os = "linux") {
        return Ok(());
    }
    let data = data.canonicalize()?;
    let library = data.join("slow_sync.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("slow_sync.c");
    let compiler = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
    let mut compile = Command::new(compiler);
    compile.args(["-O2", "-shared", "-fPIC", "-o"]).arg(&library).arg(source).arg("-ldl");
    if !compile.status().is_ok_and(|status| status.success()) {
        eprintln!("slowed flushes are left out: no C compiler");
        return Ok(());
    }
    let mut again = Command::new(std::env::current_exe()?);
    again.args(std::env::args_os().skip(1)).env("LD_PRELOAD", library).env(MARK, data.join("slow-sync"));
    // Comes back only if it could not be started.
    Err(again.exec().into())
}

/// Flushes are slow for as long as this is kept.
pub struct Slow(PathBuf);

impl Slow {
    /// None where the library is not loaded.
    pub fn begin() -> Result<Option<Slow>> {
        let Some(mark) = std::env::var_os(MARK).map(PathBuf::from) else { return Ok(None) };
        std::fs::write(&mark, "")?;
        Ok(Some(Slow(mark)))
    }

    /// Removes a mark that a run before has left.
    pub fn end_all() {
        if let Some(mark) = std::env::var_os(MARK) {
            drop(Slow(PathBuf::from(mark)));
        }
    }
}

impl Drop for Slow {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}
