//! Opening the installation: folder, database, schema, what every installation starts with.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use desk::Desk;
use desk::settings::Prepare;
use jiff::tz::TimeZone;
use sales::Actor;
use store::{DatabaseUrl, Files, Store, StoreSettings, migrate};

use crate::cli::DataArgs;
use crate::config::{self, Config};
use crate::shipped::PublishShipped;
use crate::world::RealWorld;

/// Megabytes that a file on a record may have where nobody says otherwise.
const FILE_MEGABYTES: u32 = 25;

/// The file of an installation on the embedded database.
pub const FILE: &str = "dealwright.sqlite";

/// Where the database is: the URL given, or the folder's own file.
pub fn database_url(config: &Config) -> anyhow::Result<DatabaseUrl> {
    let url = match &config.database {
        Some(url) => url.clone(),
        None => config.data.join(FILE).display().to_string(),
    };
    Ok(url.parse()?)
}

/// Opens the database, brings its schema up to date, and prepares an empty one.
pub async fn desk(args: &DataArgs) -> anyhow::Result<(Desk, Config)> {
    desk_of(config::read(args)?).await
}

/// The same where the configuration is read already.
pub async fn desk_of(config: Config) -> anyhow::Result<(Desk, Config)> {
    make_folder(&config)?;
    let url = database_url(&config)?;
    let store = tokio::task::spawn_blocking(move || open(&url)).await??;
    let most = u64::from(config.file_megabytes.unwrap_or(FILE_MEGABYTES)) << 20;
    let desk = Desk::new(store, Files::new(files_folder(&config), most), Arc::new(RealWorld));
    let system = Actor::system(TimeZone::UTC);
    desk.write(&system, Prepare).await?;
    desk.write(&system, PublishShipped).await?;
    Ok((desk, config))
}

/// Where the bytes of files on records lie, whichever database tells of them.
pub fn files_folder(config: &Config) -> PathBuf {
    config.data.join("files")
}

/// The folder of the data, where they lie in one.
pub fn make_folder(config: &Config) -> anyhow::Result<()> {
    if config.database.is_some() {
        return Ok(());
    }
    std::fs::create_dir_all(&config.data).with_context(|| {
        format!("can't make the data folder {}; choose another by --data", config.data.display())
    })
}

/// Opening waits for the database, so it stands on a thread that may wait.
fn open(url: &DatabaseUrl) -> anyhow::Result<Store> {
    let store = Store::open(url, StoreSettings::default()).context("opening the database")?;
    migrate::run(&store).context("bringing the database's schema up to date")?;
    Ok(store)
}
