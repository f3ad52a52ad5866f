//! The product as a process of its own, spoken to over HTTP; and as a library, where no HTTP is measured.

mod client;
mod process;
mod room;
mod session;

pub use client::Client;
pub use process::{Place, Server, cpu_of, cpu_with_children};
pub use room::{Room, now};
pub use session::sign_in;
