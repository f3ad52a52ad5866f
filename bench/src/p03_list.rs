//! P3: a page of 50 deals, filtered, sorted, bounded by what a head of a team may see. The floor is one query by hand
//! for the same rows, walking the index of the order, and a static page as long as the product's.

use anyhow::{Result, ensure};

use crate::addresses::{LISTS, list_calls, list_pages};
use crate::bench::Bench;
use crate::fixture::{Fixture, HEAD, PASSWORD, open};
use crate::floor_server::{self, Direct, FloorServer, Raw};
use crate::frame::{Engine, Figure, Target, number, percentile};
use crate::product::{Client, Place, Server, cpu_of, sign_in};

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for engine in bench.options.engines() {
        for &deals in &bench.options.deals {
            let fixture = bench.fixture(deals)?;
            let place = bench.company(engine, deals)?;
            let server = Server::start(&bench.product, &place)?;
            let mut page = sign_in(&server, HEAD, PASSWORD)?;
            let mut call =
                server.client()?.with("authorization", &format!("Bearer {}", fixture.token(HEAD)?));
            let raws = raws(&fixture, &place)?;
            let at = (engine, deals);
            let pages =
                Side { id: "P3", what: "list page of 50", client: &mut page, addresses: list_pages() };
            figures.push(measure(bench, at, &place, &raws, pages)?);
            let calls = Side {
                id: "P3 api",
                what: "list of 50 by the API",
                client: &mut call,
                addresses: list_calls(),
            };
            figures.push(measure(bench, at, &place, &raws, calls)?);
            if engine == Engine::Postgres {
                figures.push(processor_time(bench, at, &server, &mut call, Direct::open(&place, raws)?)?);
            }
        }
    }
    Ok(figures)
}

/// A way to ask the product for the lists.
struct Side<'a> {
    id: &'a str,
    what: &'a str,
    client: &'a mut Client,
    addresses: Vec<String>,
}

fn raws(fixture: &Fixture, place: &Place) -> Result<Vec<Raw>> {
    let raws: Vec<Raw> = queries(fixture)?.into_iter().map(|sql| Raw { sql, bytes: 0 }).collect();
    let direct = Direct::open(place, raws.clone())?;
    for (at, list) in LISTS.iter().enumerate() {
        let found = direct.rows(at)?;
        ensure!(found == 50, "the company is too small for {list:?}: {found} deals");
    }
    Ok(raws)
}

fn measure(
    bench: &Bench,
    at: (Engine, u32),
    place: &Place,
    raws: &[Raw],
    Side { id, what, client, addresses }: Side<'_>,
) -> Result<Figure> {
    let mut raws = raws.to_vec();
    for (raw, address) in raws.iter_mut().zip(&addresses) {
        raw.bytes = client.get(address)?.body.len();
    }
    let sizes: Vec<usize> = raws.iter().map(|raw| raw.bytes).collect();
    let floor = FloorServer::start(place, raws)?;
    let mut raw = floor.client()?;
    let mut p95 = Vec::new();
    let mut product = || {
        let timing = bench.pairs.block(|turn| client.get(&addresses[turn % addresses.len()]).map(drop))?;
        p95.push(timing.p95() * 1_000.0);
        Ok(timing.mean())
    };
    let mut by_hand = || {
        let ask = |turn: usize| floor_server::ask(&mut raw, turn % sizes.len(), sizes[turn % sizes.len()]);
        Ok(bench.pairs.block(ask)?.mean())
    };
    let paired = bench.pairs.run(&mut product, &mut by_hand)?;
    let (ours, raw) = paired.medians();
    let p95 = percentile(&p95, 50.0);
    let figure = Figure::ratio(id, what, at, &paired.ratios(), Target::AtMost(1.5));
    let (ours, raw, p95) = (number(ours * 1_000.0), number(raw * 1_000.0), number(p95));
    Ok(figure.with(format!("{ours} ms, floor {raw} ms; p95 {p95} ms, wanted <= 10")))
}

/// Processor time of server and database together, over that of the bare statements' client and the database.
fn processor_time(
    bench: &Bench,
    at: (Engine, u32),
    server: &Server,
    client: &mut Client,
    direct: Direct,
) -> Result<Figure> {
    let addresses = list_calls();
    let cluster = bench.cluster()?;
    let spent = |process: u32, once: &mut dyn FnMut(usize) -> Result<()>| {
        let before = cpu_of(process)? + cluster.cpu()?;
        let turns = bench.pairs.block(once)?.turns();
        Ok((cpu_of(process)? + cluster.cpu()? - before).as_secs_f64() * 1_000.0 / turns as f64)
    };
    let mut product =
        || spent(server.id(), &mut |turn| client.get(&addresses[turn % addresses.len()]).map(drop));
    let mut by_hand = || spent(std::process::id(), &mut |turn| direct.rows(turn % LISTS.len()).map(drop));
    let paired = bench.pairs.run(&mut product, &mut by_hand)?;
    let (ours, raw) = paired.medians();
    let figure =
        Figure::ratio("P3 cpu", "list of 50: processor time", at, &paired.ratios(), Target::AtMost(2.0));
    Ok(figure.with(format!("{} ms a list, floor {} ms", number(ours), number(raw))))
}

/// The lists of [`LISTS`] by hand: conditions that must not choose the index are hidden from the planner.
fn queries(fixture: &Fixture) -> Result<Vec<String>> {
    let owners = reach(fixture)?;
    let query = |(_, column, falls, kind): &(&str, &str, bool, &str)| {
        let way = if *falls { " DESC" } else { "" };
        let kind = if kind.is_empty() { String::new() } else { format!(" AND (d.type = '{kind}') IS TRUE") };
        format!(
            "SELECT d.id, d.name, d.stage, d.status, d.amount, d.recurring, d.currency, d.expected_close_on, \
             d.next_step_at, c.name, p.name, o.name, a.type, a.subject FROM deals d \
             JOIN members o ON o.id = d.owner_id LEFT JOIN companies c ON c.id = d.company_id \
             LEFT JOIN people p ON p.id = d.person_id LEFT JOIN activities a ON a.id = (SELECT s.id FROM activities s \
             WHERE s.deal_id = d.id AND s.done_at IS NULL AND s.archived_at IS NULL ORDER BY s.starts_at, s.id LIMIT 1) \
             WHERE d.{column} IS NOT NULL AND d.archived_at IS NULL AND (d.status = 'open') IS TRUE{kind} \
             AND (d.owner_id IN ({owners})) IS TRUE ORDER BY d.{column}{way}, d.id{way} LIMIT 50"
        )
    };
    Ok(LISTS.iter().map(query).collect())
}

/// Whose deals the head of the team sees, with commas between them.
pub fn reach(fixture: &Fixture) -> Result<String> {
    let connection = open(&fixture.file())?;
    let sql = "SELECT group_concat(m.id) FROM members h LEFT JOIN teams t ON t.head_id = h.id \
        LEFT JOIN teams b ON b.path LIKE t.path || '%' JOIN members m ON m.id = h.id OR m.team_id = b.id WHERE h.email = ?1";
    Ok(connection.query_row(sql, [HEAD], |row| row.get(0))?)
}
