//! `serve`: the pages, the API and the jobs, until told to stop.

use std::sync::Arc;

use anyhow::Context;
use desk::access::InitialLink;
use jiff::tz::TimeZone;
use sales::Actor;
use tokio::net::TcpListener;
use web::live::Live;
use web::{App, Settings, limits};

use crate::cli::ServeArgs;
use crate::config::{self, Config};
use crate::{connections, open};

const LISTEN: &str = "127.0.0.1:7373";
/// Requests a second of one caller over a longer time: far beyond a person, and a program with batches.
const RATE: u32 = 200;

pub async fn run(args: ServeArgs) -> anyhow::Result<()> {
    let config = config::read(&args.data)?;
    let file_megabytes = args.file_megabytes.or(config.file_megabytes);
    let (desk, config) = open::desk_of(Config { file_megabytes, ..config }).await?;
    let listen = args.listen.or(config.listen).unwrap_or_else(|| LISTEN.to_owned());
    let listener = TcpListener::bind(&listen)
        .await
        .with_context(|| format!("can't listen on {listen}; choose another address by --listen"))?;
    let address = listener.local_addr()?;
    let origin = args.origin.or(config.origin).map(|origin| origin.trim_end_matches('/').to_owned());
    let place = origin.clone().unwrap_or_else(|| format!("http://{address}"));
    println!("Dealwright is at {place}");
    // The link makes the first administrator; it goes to the one who started the server alone.
    if let Some(secret) = desk.write(&Actor::system(TimeZone::UTC), InitialLink).await? {
        println!("Become its first administrator: {place}/first/{secret}");
    }
    let jobs = tokio::spawn(worker::run(desk.clone()));
    let secure = origin.as_deref().is_some_and(|origin| origin.starts_with("https://"));
    let live = Live::default();
    let app = App { desk, settings: Arc::new(Settings { origin, secure }), live: live.clone() };
    let watcher = tokio::spawn(web::live::watch(app.clone()));
    let rate = args.rate.or(config.rate).unwrap_or(RATE);
    let router = limits::fairly(web::router(app.clone()), app, rate);
    let stop = async move {
        told_to_stop().await;
        live.close();
    };
    connections::serve(listener, router, stop).await;
    watcher.abort();
    jobs.abort();
    Ok(())
}

/// Ctrl+C, or SIGTERM from a service manager.
async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    let _ = interrupt.await;
}
