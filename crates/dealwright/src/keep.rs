//! Backup while serving, and restore that never overwrites.

use anyhow::Context;

use crate::cli::FileArgs;
use crate::{config, open};

pub async fn backup(args: FileArgs) -> anyhow::Result<()> {
    let (desk, _) = open::desk(&args.data).await?;
    let shown = args.file.display().to_string();
    let store = desk.store().clone();
    tokio::task::spawn_blocking(move || store.backup_to(&args.file))
        .await?
        .with_context(|| format!("backing up to {shown}"))?;
    println!("backed up to {shown}");
    Ok(())
}

pub async fn restore(args: FileArgs) -> anyhow::Result<()> {
    let config = config::read(&args.data)?;
    if config.database.is_none() {
        std::fs::create_dir_all(&config.data)
            .with_context(|| format!("can't make the data folder {}", config.data.display()))?;
    }
    let url = open::database_url(&config)?;
    let shown = args.file.display().to_string();
    tokio::task::spawn_blocking(move || store::restore(&args.file, &url))
        .await?
        .with_context(|| format!("restoring {shown}"))?;
    println!("restored {shown}");
    Ok(())
}
