//! P4: how much dearer the slow requests of a large company are than those of a small one. No floor: the same server
//! over two sizes of company in turns.

use anyhow::{Context, Result};

use crate::addresses::{BOARD_PAGE, dashboard_calls, list_pages, search_calls};
use crate::bench::Bench;
use crate::fixture::{Fixture, HEAD, PASSWORD, open};
use crate::frame::{Engine, Figure, Target, number};
use crate::product::{Client, Server, sign_in};

const KINDS: [&str; 5] = ["board", "list", "record", "search", "dashboard"];

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    let mut sizes = bench.options.deals.clone();
    sizes.sort_unstable();
    let (small, larger) = sizes.split_first().context("no size is asked for")?;
    let mut figures = Vec::new();
    for engine in bench.options.engines() {
        for &large in larger {
            let (one, other) = (Side::open(bench, engine, large)?, Side::open(bench, engine, *small)?);
            for kind in KINDS {
                figures.push(measure(bench, (engine, kind), &one, &other)?);
            }
        }
    }
    Ok(figures)
}

/// A server over one company, and the head of a team who looks at it.
struct Side {
    fixture: Fixture,
    server: Server,
}

impl Side {
    fn open(bench: &Bench, engine: Engine, deals: u32) -> Result<Side> {
        let fixture = bench.fixture(deals)?;
        let server = Server::start(&bench.product, &bench.company(engine, deals)?)?;
        Ok(Side { fixture, server })
    }

    fn client(&self, kind: &str) -> Result<Client> {
        match kind {
            "search" | "dashboard" => {
                let token = self.fixture.token(HEAD)?;
                Ok(self.server.client()?.with("authorization", &format!("Bearer {token}")))
            }
            _ => sign_in(&self.server, HEAD, PASSWORD),
        }
    }

    fn addresses(&self, kind: &str) -> Result<Vec<String>> {
        Ok(match kind {
            "board" => vec![BOARD_PAGE.to_owned()],
            "list" => list_pages(),
            "search" => search_calls(),
            "dashboard" => dashboard_calls(),
            _ => records(&self.fixture)?.iter().map(|id| format!("/deals/{id}")).collect(),
        })
    }
}

/// Deals that the head may see, lying far apart.
pub fn records(fixture: &Fixture) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT id FROM deals WHERE owner_id IN ({}) ORDER BY id * 7919 % 99991, id LIMIT 1000",
        crate::p03_list::reach(fixture)?
    );
    let connection = open(&fixture.file())?;
    let mut statement = connection.prepare(&sql)?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

fn measure(bench: &Bench, (engine, kind): (Engine, &str), large: &Side, small: &Side) -> Result<Figure> {
    let block = |side: &Side| -> Result<Box<dyn FnMut() -> Result<f64>>> {
        let (mut client, addresses, pairs) = (side.client(kind)?, side.addresses(kind)?, bench.pairs);
        Ok(Box::new(move || {
            let ask = |turn: usize| client.get(&addresses[turn % addresses.len()]).map(drop);
            Ok(pairs.block(ask)?.p95())
        }))
    };
    let paired = bench.pairs.run(&mut block(large)?, &mut block(small)?)?;
    let (at_large, at_small) = paired.medians();
    let what = format!("{kind}: p95 over that of {} deals", number(f64::from(small.fixture.deals)));
    let place = (engine, large.fixture.deals);
    let figure = Figure::ratio(&format!("P4 {kind}"), &what, place, &paired.ratios(), Target::AtMost(1.3));
    Ok(figure.with(format!("p95 {} ms and {} ms", number(at_large * 1_000.0), number(at_small * 1_000.0))))
}
