//! Backup while serving, and restore that never overwrites.

use anyhow::Context;

use crate::cli::FileArgs;
use crate::{config, open};

pub async fn backup(args: FileArgs) -> anyhow::Result<()> {
    let (desk, _) = open::desk(&args.data).await?;
    desk.store()
        .backup_to(&args.file)
        .await
        .with_context(|| format!("backing up to {}", args.file.display()))?;
    println!("backed up to {}", args.file.display());
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
