//! Backup while serving, and restore that never overwrites.

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::cli::FileArgs;
use crate::{config, open};

/// Copies the database as it stands, of whatever version it is: it is what an upgrade can go back to. The bytes of files
/// come after the rows that tell of them, so that none of those is missing.
pub async fn backup(args: FileArgs) -> anyhow::Result<()> {
    let config = config::read(&args.data)?;
    let (url, files) = (open::database_url(&config)?, open::files_folder(&config));
    let shown = args.file.display().to_string();
    let backup = move || {
        store::backup(&url, &args.file)?;
        store::copy_files(&files, &files_beside(&args.file))
    };
    tokio::task::spawn_blocking(backup).await?.with_context(|| format!("backing up to {shown}"))?;
    println!("backed up to {shown}");
    Ok(())
}

/// Brings the bytes of files before the rows that tell of them.
pub async fn restore(args: FileArgs) -> anyhow::Result<()> {
    let config = config::read(&args.data)?;
    open::make_folder(&config)?;
    let (url, files) = (open::database_url(&config)?, open::files_folder(&config));
    let shown = args.file.display().to_string();
    let restore = move || {
        store::copy_files(&files_beside(&args.file), &files)?;
        store::restore(&args.file, &url)
    };
    tokio::task::spawn_blocking(restore).await?.with_context(|| format!("restoring {shown}"))?;
    println!("restored {shown}");
    Ok(())
}

/// `backup.files` beside `backup`.
fn files_beside(backup: &Path) -> PathBuf {
    let mut name = backup.as_os_str().to_owned();
    name.push(".files");
    PathBuf::from(name)
}
