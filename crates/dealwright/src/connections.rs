//! Connections: so many at once, none that dawdles over its head, and those under way end well when the server stops.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// Connections at once: below the 1,024 files that most systems let a program hold. Others wait outside.
const MOST: usize = 900;
/// The longest a head may take to arrive, and a kept connection to say something again.
const HEAD_TIME: Duration = Duration::from_secs(30);
/// What a head may fill.
const HEAD_BYTES: usize = 64 * 1024;
/// What requests under way are given when the server stops.
const LAST: Duration = Duration::from_secs(20);
/// A rest after the system has refused a connection, for want of files as a rule.
const REST: Duration = Duration::from_millis(100);

/// Serves until told to stop, and then what is under way.
pub async fn serve(listener: TcpListener, router: Router, told_to_stop: impl Future<Output = ()>) {
    let (places, under_way) = (Arc::new(Semaphore::new(MOST)), GracefulShutdown::new());
    let mut told_to_stop = std::pin::pin!(told_to_stop);
    let next = async || {
        let place = Arc::clone(&places).acquire_owned().await.ok();
        (listener.accept().await, place)
    };
    loop {
        let (accepted, place) = tokio::select! {
            accepted = next() => accepted,
            () = &mut told_to_stop => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let talk = talk(stream, peer, router.clone(), under_way.watcher());
                tokio::spawn(async move {
                    talk.await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(REST).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(LAST, under_way.shutdown()).await.is_err() {
        tracing::warn!("requests were still under way when the server stopped");
    }
}

/// Answers what comes over one connection.
async fn talk(stream: TcpStream, peer: SocketAddr, router: Router, watcher: Watcher) {
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request.map(Body::new))
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(HEAD_BYTES);
    if let Err(error) = watcher.watch(http.serve_connection(TokioIo::new(stream), service)).await {
        tracing::debug!(%error, "a connection ended early");
    }
}
