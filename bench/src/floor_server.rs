//! The floor of a page: a server that runs one raw query and answers with a static page of the same size. The query is
//! read to its last column and thrown away.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rusqlite::Connection;
use tokio::runtime::Runtime;

use crate::fixture::open;
use crate::product::{Client, Place};

/// A query by hand, and the size of the page that the product makes of it.
#[derive(Clone, Debug)]
pub struct Raw {
    pub sql: String,
    pub bytes: usize,
}

/// Ends when it is dropped.
pub struct FloorServer {
    address: SocketAddr,
    _runtime: Runtime,
}

#[derive(Clone)]
struct Shared {
    source: Arc<Source>,
    raws: Arc<Vec<Raw>>,
    pages: Arc<Vec<Bytes>>,
}

enum Source {
    /// One client asks, so one connection is enough, and nobody waits for it.
    Sqlite(Mutex<Connection>),
    Postgres(tokio_postgres::Client, Vec<tokio_postgres::Statement>),
}

impl FloorServer {
    pub fn start(place: &Place, raws: Vec<Raw>) -> Result<FloorServer> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let source = match place {
            Place::File(path) => Source::Sqlite(Mutex::new(open(path)?)),
            Place::Url(url) => runtime.block_on(connect(url, &raws))?,
        };
        let pages = raws.iter().map(|raw| Bytes::from(vec![b'x'; raw.bytes])).collect();
        let shared = Shared { source: Arc::new(source), raws: Arc::new(raws), pages: Arc::new(pages) };
        let router = Router::new().route("/{at}", get(answer)).with_state(shared);
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
        let address = listener.local_addr()?;
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(FloorServer { address, _runtime: runtime })
    }

    pub fn client(&self) -> Result<Client> {
        Client::connect(self.address)
    }
}

async fn connect(url: &str, raws: &[Raw]) -> Result<Source> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    let mut statements = Vec::new();
    for raw in raws {
        statements.push(client.prepare(&raw.sql).await.with_context(|| raw.sql.clone())?);
    }
    Ok(Source::Postgres(client, statements))
}

async fn answer(State(shared): State<Shared>, Path(at): Path<usize>) -> Response {
    let Some(page) = shared.pages.get(at) else { return StatusCode::NOT_FOUND.into_response() };
    match read(&shared.source, &shared.raws, at).await {
        Ok(_) => ([("content-type", "text/html; charset=utf-8")], page.clone()).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

async fn read(source: &Source, raws: &[Raw], at: usize) -> Result<usize> {
    match source {
        Source::Sqlite(connection) => {
            read_file(&connection.lock().unwrap_or_else(PoisonError::into_inner), &raws[at].sql)
        }
        Source::Postgres(client, statements) => {
            let rows = client.query(&statements[at], &[]).await?;
            Ok(std::hint::black_box(rows).len())
        }
    }
}

fn read_file(connection: &Connection, sql: &str) -> Result<usize> {
    let mut statement = connection.prepare_cached(sql)?;
    let width = statement.column_count();
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        for at in 0..width {
            std::hint::black_box(row.get_ref(at)?);
        }
        count += 1;
    }
    Ok(count)
}

/// The same queries without any server: a client of the database that does nothing else.
pub struct Direct {
    source: Source,
    raws: Vec<Raw>,
    runtime: Runtime,
}

impl Direct {
    pub fn open(place: &Place, raws: Vec<Raw>) -> Result<Direct> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let source = match place {
            Place::File(path) => Source::Sqlite(Mutex::new(open(path)?)),
            Place::Url(url) => runtime.block_on(connect(url, &raws))?,
        };
        Ok(Direct { source, raws, runtime })
    }

    /// How many rows one of them finds.
    pub fn rows(&self, at: usize) -> Result<usize> {
        self.runtime.block_on(read(&self.source, &self.raws, at))
    }
}

/// Asks the floor for one of its pages.
pub fn ask(client: &mut Client, at: usize, bytes: usize) -> Result<()> {
    let answer = client.get(&format!("/{at}"))?;
    ensure!(answer.body.len() == bytes, "the floor's page has another size");
    Ok(())
}
