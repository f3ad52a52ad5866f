//! Rows, transactions and SQL. One [`Tx`] over two engines: SQLite inside the binary, or PostgreSQL.
//!
//! An act is a plain function over `&mut Tx`; [`Store::write`] opens the transaction around it. Which database
//! it is, only `sqlite/` and `postgres/` know. Decision and figures: `docs/decisions/0001-one-tx-two-engines.md`.

mod files;
pub mod migrate;
mod postgres;
pub mod rows;
mod sqlite;
mod store;
mod tx;

pub use files::{Files, Incoming, Opened, copy_files};
pub use store::{DatabaseUrl, Store, StoreSettings, backup, restore};
pub use tx::{Cell, Error, FromCell, FromRow, Param, Result, Row, Sql, Tx};
