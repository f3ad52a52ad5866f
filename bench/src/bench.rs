//! What every measure is given.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;

use crate::fixture::{Cluster, Fixture};
use crate::frame::{Engine, Pairs};
use crate::options::Options;
use crate::product::Place;

pub struct Bench {
    pub options: Options,
    pub pairs: Pairs,
    pub product: PathBuf,
    scratch: TempDir,
    cluster: OnceCell<Cluster>,
}

impl Bench {
    pub fn new(options: Options) -> Result<Bench> {
        Ok(Bench {
            pairs: options.pairs(),
            product: options.product()?,
            scratch: tempfile::Builder::new().prefix("run-").tempdir_in(&options.data)?,
            options,
            cluster: OnceCell::new(),
        })
    }

    pub fn fixture(&self, deals: u32) -> Result<Fixture> {
        Fixture::get(&self.options, deals)
    }

    /// A folder on the disk of the data, gone after the run.
    pub fn scratch(&self) -> &Path {
        self.scratch.path()
    }

    /// The PostgreSQL server, started when first needed.
    pub fn cluster(&self) -> Result<&Cluster> {
        if self.cluster.get().is_none() {
            drop(self.cluster.set(Cluster::start(&self.options.data)?));
        }
        self.cluster.get().ok_or_else(|| anyhow::anyhow!("the server is there"))
    }

    /// A company to be read.
    pub fn company(&self, engine: Engine, deals: u32) -> Result<Place> {
        let fixture = self.fixture(deals)?;
        match engine {
            Engine::Sqlite => Ok(fixture.place()),
            Engine::Postgres => self.cluster()?.company(&fixture),
        }
    }

    /// A copy of a company to be written to, under a name of its own.
    pub fn copy(&self, engine: Engine, deals: u32, name: &str) -> Result<Place> {
        let fixture = self.fixture(deals)?;
        match engine {
            Engine::Sqlite => {
                let to = self.scratch().join(format!("{name}.sqlite"));
                for left in ["", "-wal", "-shm"] {
                    drop(std::fs::remove_file(format!("{}{left}", to.display())));
                }
                Ok(Place::File(fixture.copy(&to)?))
            }
            Engine::Postgres => self.cluster()?.copy(&fixture, name),
        }
    }
}
