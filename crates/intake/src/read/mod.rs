//! From bytes to records: what file it is, its encoding, its delimiter, its header.

mod delimiter;
mod encoding;
mod header;
mod sniff;
mod table;
mod unclosed;

pub use delimiter::Delimiter;
pub use encoding::EncodingName;
pub(crate) use header::key;
pub use table::{Records, Table};
