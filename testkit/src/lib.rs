//! What tests need from the world: databases of their own, and a clock that they set.

mod clock;
mod command;
mod database;
mod postgres;

pub use clock::Clock;
pub use database::{TempDatabase, postgres, postgres_like, sqlite, sqlite_like};
pub use postgres::{Durability, Server};
