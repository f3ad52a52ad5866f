//! P9: from the start of the server on a large company to its first page, and the memory it takes when idle. The floor
//! is a program that opens the same file, reads a row and answers one page.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::addresses::{BOARD_PAGE, list_pages};
use crate::bench::Bench;
use crate::fixture::{HEAD, PASSWORD, open};
use crate::frame::{Engine, Figure, Target, number};
use crate::product::{Server, sign_in};

/// After this long without a request, a server is idle.
const REST: Duration = Duration::from_secs(2);

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    let deals = bench.options.largest();
    let fixture = bench.fixture(deals)?;
    let place = fixture.place();
    let mut times = Vec::new();
    let mut product = || {
        let started = Server::start(&bench.product, &place)?.started_in.as_secs_f64();
        times.push(started * 1_000.0);
        Ok(started)
    };
    let own = std::env::current_exe()?;
    let mut floor = || Ok(Server::start_by(Command::new(&own), &place)?.started_in.as_secs_f64());
    let paired = bench.pairs.run(&mut product, &mut floor)?;
    let (_, raw) = paired.medians();
    let at = (Engine::Sqlite, deals);
    let mut figures = vec![
        Figure::absolute("P9 start", "start to first page", at, &times, ("ms", Target::AtMost(100.0)))
            .with(format!("floor {} ms", number(raw * 1_000.0))),
        Figure::ratio("P9", "the same against its floor", at, &paired.ratios(), Target::Watched),
    ];
    let server = Server::start(&bench.product, &place)?;
    std::thread::sleep(REST);
    let fresh = server.resident()?;
    let mut client = sign_in(&server, HEAD, PASSWORD)?;
    for address in list_pages().iter().map(String::as_str).chain([BOARD_PAGE]) {
        client.get(address)?;
    }
    std::thread::sleep(REST);
    for (id, what, megabytes) in [
        ("P9 memory", "resident, idle after the start", fresh),
        ("P9 memory used", "resident, idle after use", server.resident()?),
    ] {
        figures.push(Figure::absolute(id, what, at, &[megabytes], ("MB", Target::AtMost(50.0))));
    }
    Ok(figures)
}

/// The floor as a program: says where it is, answers every request with one page.
pub fn serve(database: &str) -> Result<()> {
    let path = database.strip_prefix("sqlite:").context("this floor is SQLite's")?;
    let connection = open(Path::new(path))?;
    let name: String = connection.query_row("SELECT name FROM deals LIMIT 1", [], |row| row.get(0))?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let mut stream = BufReader::new(stream?);
        let mut line = String::new();
        while stream.read_line(&mut line)? > 2 {
            line.clear();
        }
        write!(stream.get_mut(), "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{name}", name.len())?;
    }
    Ok(())
}
