//! From bytes to records: what file it is, its encoding, its delimiter, its header.

mod delimiter;
mod encoding;
mod guard;
mod header;
mod name;
mod sniff;
mod table;
mod unclosed;

pub use delimiter::Delimiter;
pub use encoding::EncodingName;
pub use guard::guarded;
pub(crate) use header::key;
pub use name::file_name;
pub use table::{Records, Table};
