//! A connection as this store wants it.

use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{Client, Config, NoTls, SimpleQueryMessage};

use super::{errors::explain, session::Session};
use crate::{Error, Result};

/// The oldest server this schema runs on.
const OLDEST: u32 = 14;

/// What a session of ours sets; options in the URL stand after it and win. Plans are made for a database that lies in
/// memory or on a fast disk, where looking up fifty rows is cheaper than reading a table, and compiled for no statement,
/// since all are short.
const OWN: &str = "-c timezone=UTC -c client_encoding=UTF8 -c random_page_cost=1.1 -c jit=off";

/// Reads the URL and adds what every session of ours sets.
pub(super) fn config(url: &str, lock_wait: Duration) -> Result<Config> {
    let mut config: Config = url.parse().map_err(|error| Error::Url { what: format!("{error}") })?;
    let own = format!("-c lock_timeout={} {OWN}", lock_wait.as_millis());
    let options = config.get_options().map_or(own.clone(), |given| format!("{own} {given}"));
    config.options(options);
    if config.get_application_name().is_none() {
        config.application_name("dealwright");
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    Ok(config)
}

/// Connects, with a runtime that only the calling lane drives.
pub(super) fn connect(config: &Config) -> Result<Session> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Error::Unavailable { what: format!("can't start a runtime: {error}") })?;
    let client =
        runtime.block_on(reach(config)).map_err(|error| Error::Unavailable { what: words(&error) })?;
    check_age(&runtime, &client)?;
    Ok(Session::new(runtime, client))
}

async fn reach(config: &Config) -> Result<Client, tokio_postgres::Error> {
    let (client, connection) = config.connect(NoTls).await?;
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::warn!(%error, "a connection to PostgreSQL ended");
        }
    });
    Ok(client)
}

fn check_age(runtime: &Runtime, client: &Client) -> Result<()> {
    let sql = "SHOW server_version_num";
    let answer = runtime.block_on(client.simple_query(sql)).map_err(|error| explain(&error, sql))?;
    let number = answer.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.get(0).and_then(|text| text.parse::<u32>().ok()),
        _ => None,
    });
    match number.map(|number| number / 10_000) {
        Some(version) if version < OLDEST => Err(Error::Unavailable {
            what: format!("the server is PostgreSQL {version}; Dealwright needs {OLDEST} or newer"),
        }),
        _ => Ok(()),
    }
}

/// The error with its causes: tokio-postgres itself says only "error connecting to server".
fn words(error: &tokio_postgres::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        let more = deeper.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        cause = deeper.source();
    }
    text
}
