//! Measures the product against floors written by hand: `make bench`. docs/performance.md has the tables and says what
//! each line means.

mod addresses;
mod bench;
mod cpu;
mod fixture;
mod floor_server;
mod frame;
mod instructions;
mod options;
mod p01_move;
mod p03_list;
mod p04_growth;
mod p05_search;
mod p06_import;
mod p09_start;
mod p11_decide;
mod product;
mod slow_sync;
mod weight;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use crate::bench::Bench;
use crate::frame::{Figure, Machine, print_table, write_json};
use crate::options::Options;

type Measure = fn(&Bench) -> Result<Vec<Figure>>;

/// Each with the ids it goes by.
const MEASURES: [(&[&str], Measure); 10] = [
    (&["P1", "P2"], p01_move::run),
    (&["P3"], p03_list::run),
    (&["P4"], p04_growth::run),
    (&["P5"], p05_search::run),
    (&["P6"], p06_import::run),
    (&["P9"], p09_start::run),
    (&["P11"], p11_decide::run),
    (&["cpu"], cpu::run),
    (&["weight"], weight::run),
    (&["instructions"], instructions::run),
];

fn main() -> Result<ExitCode> {
    // Called as the product is: then it is the floor of the start that is wanted.
    if std::env::args().nth(1).as_deref() == Some("serve") {
        let database = std::env::args().next_back().unwrap_or_default();
        return p09_start::serve(&database).map(|()| ExitCode::SUCCESS);
    }
    let options = Options::parse();
    std::fs::create_dir_all(&options.data)?;
    slow_sync::load(&options.data)?;
    slow_sync::Slow::end_all();
    let bench = Bench::new(options)?;
    let machine = Machine::look(bench.scratch())?;
    let mut figures = Vec::new();
    let mut failed = false;
    for (ids, measure) in MEASURES {
        if !ids.iter().any(|id| bench.options.wants(id)) {
            continue;
        }
        eprintln!("{} ..", ids.join(", "));
        match measure(&bench) {
            Ok(found) => figures.extend(found),
            // One measure that can't be taken does not cost the others.
            Err(error) => {
                failed = true;
                eprintln!("{} failed: {error:#}", ids.join(", "));
            }
        }
    }
    print_table(&figures, &machine);
    write_json(&bench.options.json, &figures, &machine.commit)?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
