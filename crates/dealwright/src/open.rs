//! Opening the installation: folder, database, schema, what every installation starts with.

use std::sync::Arc;

use anyhow::Context;
use desk::Desk;
use desk::settings::Prepare;
use jiff::tz::TimeZone;
use sales::Actor;
use store::{DatabaseUrl, Store, StoreSettings, migrate};

use crate::cli::DataArgs;
use crate::config::{self, Config};
use crate::shipped::PublishShipped;
use crate::world::RealWorld;

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
    let config = config::read(args)?;
    make_folder(&config)?;
    let url = database_url(&config)?;
    let store = tokio::task::spawn_blocking(move || open(&url)).await??;
    let desk = Desk::new(store, Arc::new(RealWorld));
    let system = Actor::system(TimeZone::UTC);
    desk.write(&system, Prepare).await?;
    desk.write(&system, PublishShipped).await?;
    Ok((desk, config))
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
