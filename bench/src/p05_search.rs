//! P5: search while typing, bounded by what a head of a team may see. The floor is the bare full-text query with the
//! same bound and as many hits, and a static answer as long as the product's.

use anyhow::Result;

use crate::addresses::{fragments, search_calls};
use crate::bench::Bench;
use crate::fixture::HEAD;
use crate::floor_server::{self, FloorServer, Raw};
use crate::frame::{Engine, Figure, Target, number};
use crate::p03_list::reach;
use crate::product::Server;

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    bench.options.deals.iter().map(|deals| measure(bench, *deals)).collect()
}

fn measure(bench: &Bench, deals: u32) -> Result<Figure> {
    let fixture = bench.fixture(deals)?;
    let (place, addresses) = (fixture.place(), search_calls());
    let server = Server::start(&bench.product, &place)?;
    let mut client = server.client()?.with("authorization", &format!("Bearer {}", fixture.token(HEAD)?));
    let owners = reach(&fixture)?;
    let mut raws = Vec::new();
    for (address, fragment) in addresses.iter().zip(fragments()) {
        raws.push(Raw { sql: by_hand(&fragment, &owners), bytes: client.get(address)?.body.len() });
    }
    let sizes: Vec<usize> = raws.iter().map(|raw| raw.bytes).collect();
    let floor = FloorServer::start(&place, raws)?;
    let mut raw = floor.client()?;
    let mut product = || {
        let ask = |turn: usize| client.get(&addresses[turn % addresses.len()]).map(drop);
        Ok(bench.pairs.block(ask)?.p95())
    };
    let mut full_text = || {
        let ask = |turn: usize| floor_server::ask(&mut raw, turn % sizes.len(), sizes[turn % sizes.len()]);
        Ok(bench.pairs.block(ask)?.p95())
    };
    let paired = bench.pairs.run(&mut product, &mut full_text)?;
    let (ours, raw) = paired.medians();
    let figure = Figure::ratio(
        "P5",
        "search while typing, p95",
        (Engine::Sqlite, deals),
        &paired.ratios(),
        Target::AtMost(2.0),
    );
    Ok(figure.with(format!(
        "p95 {} ms, wanted <= 20, floor {} ms",
        number(ours * 1_000.0),
        number(raw * 1_000.0)
    )))
}

fn by_hand(fragment: &str, owners: &str) -> String {
    format!(
        "SELECT s.kind, s.record_id, s.title FROM search_index i CROSS JOIN search_entries s ON s.id = i.rowid \
         WHERE i.words MATCH '\"{fragment}\"' AND (s.owner_id IS NULL OR s.owner_id IN ({owners})) LIMIT 10"
    )
}
