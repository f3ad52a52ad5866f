//! Who a command acts as: the system, or the member named by `--as`.

use anyhow::Context;
use desk::Desk;
use desk::access::ActorByMail;
use jiff::tz::TimeZone;
use sales::Actor;

use crate::cli::DataArgs;

pub async fn of(desk: &Desk, args: &DataArgs) -> anyhow::Result<Actor> {
    match &args.as_member {
        None => Ok(system()),
        Some(email) => {
            let found = desk.read(&system(), ActorByMail { email: email.clone() }).await?;
            found.with_context(|| format!("no member has the e-mail {email}"))
        }
    }
}

/// The server itself.
pub fn system() -> Actor {
    Actor::system(TimeZone::UTC)
}
