//! Backup while serving, and restore that never overwrites.

use anyhow::Context;

use crate::cli::FileArgs;
use crate::{config, open};

/// Copies the database as it stands, of whatever version it is: it is what an upgrade can go back to.
pub async fn backup(args: FileArgs) -> anyhow::Result<()> {
    let url = open::database_url(&config::read(&args.data)?)?;
    let shown = args.file.display().to_string();
    tokio::task::spawn_blocking(move || store::backup(&url, &args.file))
        .await?
        .with_context(|| format!("backing up to {shown}"))?;
    println!("backed up to {shown}");
    Ok(())
}

pub async fn restore(args: FileArgs) -> anyhow::Result<()> {
    let config = config::read(&args.data)?;
    open::make_folder(&config)?;
    let url = open::database_url(&config)?;
    let shown = args.file.display().to_string();
    tokio::task::spawn_blocking(move || store::restore(&args.file, &url))
        .await?
        .with_context(|| format!("restoring {shown}"))?;
    println!("restored {shown}");
    Ok(())
}
