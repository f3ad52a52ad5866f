//! Instructions that the server carries out for one request, counted by valgrind: the same on every machine, so that a
//! regression shows. Kept, not judged.

use std::cell::Cell;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::bench::Bench;
use crate::cpu::{CREATE, MOVE, Reads, Writes, client};
use crate::frame::{Engine, Figure, Target};
use crate::product::{Place, Server};

/// Requests that are not counted: statements get prepared, pages read.
const WARM: usize = 8;
const COUNTED: usize = 12;

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("instructions are not counted: valgrind is not installed");
        return Ok(Vec::new());
    }
    let deals = bench.options.up_to(0);
    let fixture = bench.fixture(deals)?;
    let mut figures = Vec::new();
    let dumps = Dumps::new(bench, "reads");
    let server = dumps.start(bench, &fixture.place())?;
    for kind in Reads::all(&fixture)? {
        let mut client = client(&server, &fixture, kind.by)?;
        let each = dumps.count(server.id(), |turn| kind.ask(&mut client, turn))?;
        figures.push(figure((kind.id, kind.what), deals, each));
    }
    drop(server);
    let dumps = Dumps::new(bench, "writes");
    let mut writes = Writes::open(bench, &fixture, |place| dumps.start(bench, place))?;
    let server = writes.server.id();
    figures.push(figure(CREATE, deals, dumps.count(server, |_| writes.create())?));
    figures.push(figure(MOVE, deals, dumps.count(server, |_| writes.take_move())?));
    Ok(figures)
}

fn figure((id, what): (&str, &str), deals: u32, each: f64) -> Figure {
    let id = id.replacen("cpu", "instructions", 1);
    let thousands = [each / 1_000.0];
    Figure::absolute(&id, what, (Engine::Sqlite, deals), &thousands, ("thousand a request", Target::Watched))
}

/// Where a server under valgrind writes its counts, one file a dump.
struct Dumps {
    path: PathBuf,
    written: Cell<u32>,
}

impl Dumps {
    fn new(bench: &Bench, name: &str) -> Dumps {
        Dumps { path: bench.scratch().join(name), written: Cell::new(0) }
    }

    fn start(&self, bench: &Bench, place: &Place) -> Result<Server> {
        let mut command = Command::new("valgrind");
        command.args(["--quiet", "--tool=callgrind"]);
        command.arg(format!("--callgrind-out-file={}", self.path.display())).arg(&bench.product);
        Server::start_by(command, place)
    }

    /// Instructions a request, those for warming up left out.
    fn count(&self, server: u32, mut once: impl FnMut(usize) -> Result<()>) -> Result<f64> {
        (0..WARM).try_for_each(&mut once)?;
        self.dump(server)?;
        (WARM..WARM + COUNTED).try_for_each(&mut once)?;
        Ok(self.dump(server)? / COUNTED as f64)
    }

    /// Has the counts since the last dump written down, and reads them.
    fn dump(&self, server: u32) -> Result<f64> {
        self.written.set(self.written.get() + 1);
        let output = Command::new("callgrind_control").arg("--dump").arg(server.to_string()).output()?;
        ensure!(output.status.success(), "callgrind_control: {}", String::from_utf8_lossy(&output.stderr));
        let path = format!("{}.{}", self.path.display(), self.written.get());
        let text = std::fs::read_to_string(&path).with_context(|| format!("reading {path}"))?;
        let total =
            |word: &str| text.lines().rev().find_map(|line| line.strip_prefix(word)?.trim().parse().ok());
        total("summary:").or_else(|| total("totals:")).context("a dump without a total")
    }
}
