//! P6: a CSV import with mapping, validation, search for duplicates and events. The floor inserts the very rows that
//! the import has made into a twin of the company, all known beforehand.

mod files;
mod floor;

use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use desk::import::{self, CreateImport, StartImport, StepOutcome};

use crate::bench::Bench;
use crate::fixture::open;
use crate::frame::{Engine, Figure, Target, number};
use crate::product::{Place, Room};
use files::{Known, ROWS, block};

const MAPPING: &str = include_str!("mapping.yaml");
const DEALS: u32 = 100_000;
/// Rows that the product writes in one transaction.
const BATCH: usize = 200;

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    let deals = bench.options.up_to(DEALS);
    let (Place::File(ours), Place::File(twin)) =
        (bench.copy(Engine::Sqlite, deals, "import")?, bench.copy(Engine::Sqlite, deals, "import_floor")?)
    else {
        bail!("imports are measured on SQLite");
    };
    let room = Room::open(&Place::File(ours.clone()))?;
    let known = known(&ours)?;
    let mut watch = floor::Watch::open(&ours)?;
    let raw = open(&twin)?;
    let waiting = std::cell::RefCell::new(Vec::new());
    let mut number_of = 0;
    // The floor can only follow: it inserts what the product has made in the same pair.
    let mut pair = || -> Result<(f64, f64)> {
        number_of += 1;
        let files = block(number_of, &known);
        let started = Instant::now();
        bring(&room, files)?;
        let ours = ROWS as f64 / started.elapsed().as_secs_f64();
        *waiting.borrow_mut() = watch.new_rows()?;
        let spent = floor::insert(&raw, &waiting.borrow(), ROWS / BATCH)?;
        Ok((ours, ROWS as f64 / spent))
    };
    pair()?;
    let pairs = (0..bench.pairs.count).map(|_| pair()).collect::<Result<Vec<_>>>()?;
    let ratios: Vec<f64> = pairs.iter().map(|(ours, raw)| ours / raw).collect();
    let rates = |side: fn(&(f64, f64)) -> f64| pairs.iter().map(side).collect::<Vec<f64>>();
    let (rate, floor) = (rates(|pair| pair.0), rates(|pair| pair.1));
    let place = (Engine::Sqlite, deals);
    let against =
        Figure::ratio("P6", "import of companies, people, deals", place, &ratios, Target::AtLeast(0.4));
    let floor = crate::frame::percentile(&floor, 50.0);
    Ok(vec![
        against.with(format!("floor {} rows/s, blocks of {}", number(floor), number(ROWS as f64))),
        Figure::absolute("import", "the same by itself", place, &rate, ("rows/s", Target::AtLeast(20_000.0))),
    ])
}

fn known(path: &std::path::Path) -> Result<Known> {
    let connection = open(path)?;
    let names = |sql: &str| -> Result<Vec<String>> {
        let mut statement = connection.prepare(sql)?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    };
    Ok(Known {
        owners: names("SELECT name FROM members WHERE role = 'rep' AND archived_at IS NULL")?,
        products: names("SELECT name FROM products WHERE retired_at IS NULL")?,
    })
}

/// Brings the files in to the end, as the command line and the worker do.
fn bring(room: &Room, files: Vec<(String, Vec<u8>)>) -> Result<()> {
    let (desk, by) = (&room.desk, room.system());
    room.runtime
        .block_on(async {
            let new = CreateImport { title: "bench".to_owned(), mapping: MAPPING.to_owned(), files };
            let id = desk.write(&by, new).await?;
            desk.write(&by, StartImport { id }).await?;
            loop {
                if let StepOutcome::Finished(report) = import::step(desk, id).await? {
                    let imported: u64 = report.files.iter().map(|file| file.imported).sum();
                    ensure!(imported == ROWS as u64, "{imported} rows of {ROWS} were imported");
                    return Ok(());
                }
            }
        })
        .context("importing")
}
