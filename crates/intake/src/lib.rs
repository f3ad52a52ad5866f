//! Intake: bytes and a mapping in, typed rows and questions out.
//!
//! Pure: no database, no clock, no files. The caller passes a file's bytes and a [`Basis`] (today and
//! the house currency); it gets a [`Draft`] for each row that can be written and a [`Mend`] for each
//! that cannot. No row is lost: drafts and mends together are the rows of the file.

mod basis;
mod error;
pub mod mapping;
mod near;
mod preview;
mod question;
mod read;
mod row;
mod says;
mod suggest;
mod target;
mod value;

pub use basis::Basis;
pub use error::ReadError;
pub use mapping::{Column, FileMapping, Fill, Mapping, MappingError, NextStepRule, Plan};
pub use near::{Candidate, nearest};
pub use preview::{ColumnPreview, Duplicate, FilePreview, Found, Known, Preview, ReasonCount, preview};
pub use question::{Answer, Question};
pub use read::{Delimiter, EncodingName, Table, file_name, guarded};
pub use row::{Draft, Link, Mend, Placing, Reason, ReasonCode, Rows, Typed, correct, rows};
pub use says::Says;
pub use suggest::suggest;
pub use target::{Kind, Record, TARGETS, Target};
