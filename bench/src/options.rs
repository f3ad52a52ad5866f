//! What is measured, and how long.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::Parser;

use crate::frame::{Engine, Pairs};

/// Measures Dealwright against floors written by hand.
#[derive(Parser, Debug, Clone)]
#[command(name = "dealwright-bench")]
pub struct Options {
    /// Pairs of blocks a measure; the more, the narrower the interval.
    #[arg(long, default_value_t = 30)]
    pub pairs: usize,
    /// Seconds a block, 0.5 to 2.
    #[arg(long, default_value_t = 0.5)]
    pub block: f64,
    /// Sizes of the generated companies, in deals.
    #[arg(long, value_delimiter = ',', default_value = "10000,100000,1000000")]
    pub deals: Vec<u32>,
    /// Only these measures, such as P1,P4,cpu; all of them when empty.
    #[arg(long, value_delimiter = ',')]
    pub only: Vec<String>,
    #[arg(long, value_delimiter = ',', default_value = "sqlite,postgres")]
    pub databases: Vec<Engine>,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The product; the program beside this one when it is left out.
    #[arg(long)]
    pub product: Option<PathBuf>,
    /// Where the generated companies are kept from one run to the next.
    #[arg(long, env = "DEALWRIGHT_BENCH_DATA", default_value = "target/bench-data")]
    pub data: PathBuf,
    #[arg(long, default_value = "bench/latest.json")]
    pub json: PathBuf,
}

impl Options {
    pub fn pairs(&self) -> Pairs {
        Pairs { count: self.pairs.max(1), block: Duration::from_secs_f64(self.block.clamp(0.05, 10.0)) }
    }

    pub fn wants(&self, id: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only.eq_ignore_ascii_case(id))
    }

    pub fn engines(&self) -> impl Iterator<Item = Engine> + '_ {
        [Engine::Sqlite, Engine::Postgres].into_iter().filter(|engine| self.databases.contains(engine))
    }

    /// The largest size asked for that is at most so large; the smallest of all when none is.
    pub fn up_to(&self, most: u32) -> u32 {
        let fitting = self.deals.iter().copied().filter(|deals| *deals <= most).max();
        fitting.or(self.deals.iter().copied().min()).unwrap_or(most)
    }

    pub fn largest(&self) -> u32 {
        self.up_to(u32::MAX)
    }

    pub fn product(&self) -> Result<PathBuf> {
        let own = std::env::current_exe().context("finding the product beside the bench")?;
        let product = self.product.clone().unwrap_or_else(|| own.with_file_name("dealwright"));
        anyhow::ensure!(product.is_file(), "{} is missing: run `make bench`", product.display());
        Ok(product)
    }
}
