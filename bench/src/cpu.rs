//! Processor time of the server for one request over HTTP, on SQLite.

use anyhow::{Context, Result, ensure};
use jiff::ToSpan;

use crate::addresses::{
    BOARD_CALL, BOARD_PAGE, dashboard_calls, list_calls, list_pages, palette_calls, search_calls,
};
use crate::bench::Bench;
use crate::fixture::{ADMINISTRATOR, Fixture, HEAD, PASSWORD};
use crate::frame::{Engine, Figure, Target};
use crate::p01_move::prospects::{self, Prospect};
use crate::p04_growth::records;
use crate::product::{Client, Place, Server, cpu_of, now, sign_in};

const DEALS: u32 = 100_000;

/// Whose eyes a request is made by.
#[derive(Clone, Copy)]
pub enum By {
    HeadsToken,
    HeadsSession,
    AdministratorsToken,
}

/// A kind of request that only reads. Where a request takes several calls, they are counted as one.
pub struct Reads {
    pub id: &'static str,
    pub what: &'static str,
    pub by: By,
    /// Milliseconds.
    bar: Target,
    /// Each asked in turn; what stands in one is asked together.
    asks: Vec<Vec<String>>,
}

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    let deals = bench.options.up_to(DEALS);
    let fixture = bench.fixture(deals)?;
    let server = Server::start(&bench.product, &fixture.place())?;
    let mut figures = Vec::new();
    for kind in Reads::all(&fixture)? {
        let mut client = client(&server, &fixture, kind.by)?;
        let once = |turn| kind.ask(&mut client, turn);
        figures.push(measure(bench, server.id(), (kind.id, kind.what, kind.bar), deals, once)?);
    }
    drop(server);
    figures.extend(writes(bench, &fixture)?);
    Ok(figures)
}

/// A client of its own for whoever asks.
pub fn client(server: &Server, fixture: &Fixture, by: By) -> Result<Client> {
    match by {
        By::HeadsSession => sign_in(server, HEAD, PASSWORD),
        By::HeadsToken | By::AdministratorsToken => {
            let email = if matches!(by, By::HeadsToken) { HEAD } else { ADMINISTRATOR };
            Ok(server.client()?.with("authorization", &format!("Bearer {}", fixture.token(email)?)))
        }
    }
}

impl Reads {
    pub fn all(fixture: &Fixture) -> Result<Vec<Reads>> {
        use By::{AdministratorsToken, HeadsSession, HeadsToken};
        let records = records(fixture)?;
        let calls = records
            .iter()
            .map(|id| vec![format!("/api/v1/deals/{id}"), format!("/api/v1/deals/{id}/timeline")]);
        let pages = records.iter().map(|id| vec![format!("/deals/{id}")]);
        let board = || alone(vec![BOARD_CALL.to_owned()]);
        let bar = Target::AtMost;
        let watched = Target::Watched;
        let reads = |id, what, by, bar, asks| Reads { id, what, by, bar, asks };
        Ok(vec![
            reads("cpu board", "board 6 x 20 with counts and sums, team", HeadsToken, bar(1.0), board()),
            reads("cpu board all", "the same, whole company", AdministratorsToken, bar(1.0), board()),
            reads("cpu list", "list of 50", HeadsToken, bar(0.7), alone(list_calls())),
            reads(
                "cpu open",
                "open a deal with its timeline, 2 calls",
                HeadsToken,
                bar(0.4),
                calls.collect(),
            ),
            reads("cpu search", "search by a fragment", HeadsToken, bar(2.0), alone(search_calls())),
            reads(
                "cpu search all",
                "the same, whole company",
                AdministratorsToken,
                bar(2.0),
                alone(search_calls()),
            ),
            reads("cpu sum", "sums by stage, month, owner", HeadsToken, bar(1.0), alone(dashboard_calls())),
            reads(
                "cpu sum all",
                "the same, whole company",
                AdministratorsToken,
                bar(1.0),
                alone(dashboard_calls()),
            ),
            reads(
                "cpu board page",
                "page of the board, 25 a column",
                HeadsSession,
                watched,
                alone(vec![BOARD_PAGE.into()]),
            ),
            reads("cpu list page", "page of the list", HeadsSession, watched, alone(list_pages())),
            reads("cpu open page", "page of a deal", HeadsSession, watched, pages.collect()),
            reads("cpu palette", "palette, as typed", HeadsSession, watched, alone(palette_calls())),
            reads(
                "cpu healthz",
                "nothing: the server's own part",
                HeadsToken,
                watched,
                alone(vec!["/healthz".into()]),
            ),
        ])
    }

    pub fn ask(&self, client: &mut Client, turn: usize) -> Result<()> {
        self.asks[turn % self.asks.len()].iter().try_for_each(|address| client.get(address).map(drop))
    }
}

fn alone(addresses: Vec<String>) -> Vec<Vec<String>> {
    addresses.into_iter().map(|address| vec![address]).collect()
}

/// A company in which every deal is a prospect, to be written to by its administrator.
pub struct Writes {
    pub server: Server,
    client: Client,
    prospects: Vec<Prospect>,
    companies: Vec<i64>,
    created: usize,
    moved: usize,
}

impl Writes {
    /// Over a copy, with a server started by `start`.
    pub fn open(
        bench: &Bench,
        fixture: &Fixture,
        start: impl FnOnce(&Place) -> Result<Server>,
    ) -> Result<Writes> {
        let place = bench.copy(Engine::Sqlite, fixture.deals, "writes")?;
        let prospects = prospects::all(bench, &place)?;
        let companies: Vec<i64> = prospects.iter().filter_map(|prospect| prospect.company).collect();
        ensure!(!companies.is_empty(), "no deal has a company");
        let server = start(&place)?;
        let client = client(&server, fixture, By::AdministratorsToken)?;
        Ok(Writes { server, client, prospects, companies, created: 0, moved: 0 })
    }

    pub fn create(&mut self) -> Result<()> {
        self.created += 1;
        let (number, company) = (self.created, self.companies[self.created % self.companies.len()]);
        let body = format!(
            r#"{{"name":"Firewall for site {number}","company_id":{company},"amount":120000,"currency":"GBP","source":"web","type":"project"}}"#
        );
        self.client.post("/api/v1/deals", "application/json", &body).map(drop)
    }

    /// Books a first appointment of the next prospect.
    pub fn take_move(&mut self) -> Result<()> {
        let deal = self.prospects.get(self.moved).context("there are too few deals to move")?.deal;
        self.moved += 1;
        let starts_at = now().saturating_add((20 + deal % 30).hours())?;
        let ends_at = starts_at.saturating_add(1.hours())?;
        let body = format!(
            r#"{{"move":"book","accepts":["fresh-note"],"next_steps":[{{"type":"first-appointment","starts_at":"{starts_at}","ends_at":"{ends_at}"}}]}}"#
        );
        self.client.post(&format!("/api/v1/deals/{deal}/moves"), "application/json", &body).map(drop)
    }
}

pub const CREATE: (&str, &str) = ("cpu create", "create a deal");
pub const MOVE: (&str, &str) = ("cpu move", "move a deal, its next step planned");

fn writes(bench: &Bench, fixture: &Fixture) -> Result<Vec<Figure>> {
    let mut writes = Writes::open(bench, fixture, |place| Server::start(&bench.product, place))?;
    let (server, bar) = (writes.server.id(), Target::AtMost(0.4));
    let created = measure(bench, server, (CREATE.0, CREATE.1, bar), fixture.deals, |_| writes.create())?;
    let moved = measure(bench, server, (MOVE.0, MOVE.1, bar), fixture.deals, |_| writes.take_move())?;
    Ok(vec![created, moved])
}

/// Milliseconds of processor time for one request, block by block after one for warming up.
fn measure(
    bench: &Bench,
    server: u32,
    (id, what, bar): (&str, &str, Target),
    deals: u32,
    mut once: impl FnMut(usize) -> Result<()>,
) -> Result<Figure> {
    let (mut samples, mut times, mut asked) = (Vec::new(), Vec::new(), 0);
    for block in 0..=bench.pairs.count {
        let before = (cpu_of(server)?, asked);
        let timing = bench.pairs.block(|_| {
            asked += 1;
            once(asked - 1)
        })?;
        let spent = (cpu_of(server)? - before.0).as_secs_f64() * 1_000.0;
        if block > 0 {
            samples.push(spent / (asked - before.1) as f64);
            times.push(timing.mean() * 1_000.0);
        }
    }
    let figure = Figure::absolute(id, what, (Engine::Sqlite, deals), &samples, ("ms CPU", bar));
    Ok(figure
        .with(format!("answered in {} ms", crate::frame::number(crate::frame::percentile(&times, 50.0)))))
}
