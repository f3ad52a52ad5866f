//! Who a command acts as: the system, or the member named by `--as`.

use anyhow::Context;
use desk::Desk;
use desk::access::actor_by_mail;
use jiff::tz::TimeZone;
use sales::Actor;

use crate::cli::DataArgs;

pub async fn of(desk: &Desk, args: &DataArgs) -> anyhow::Result<Actor> {
    match &args.as_member {
        None => Ok(Actor::system(TimeZone::UTC)),
        Some(email) => actor_by_mail(desk, email).await?.with_context(|| format!("no member has the e-mail {email}")),
    }
}
