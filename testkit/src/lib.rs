//! What tests need from the world: databases of their own, a clock that they set, a disk that fails when told to, and
//! a client that speaks HTTP.

mod clock;
mod command;
mod database;
mod disk;
mod http;
mod postgres;

pub use clock::Clock;
pub use database::{LockWatch, TempDatabase, files_of, postgres, postgres_like, sqlite, sqlite_like};
pub use disk::{DiskFault, FaultyDisk};
pub use http::{Answer, Client};
pub use postgres::{Durability, Server};
