//! `token create`: prints the token alone.

use anyhow::Context;
use desk::access::{CreateToken, actor_by_mail};

use crate::cli::TokenArgs;
use crate::{actor, open};

pub async fn create(args: TokenArgs) -> anyhow::Result<()> {
    let (desk, _) = open::desk(&args.data).await?;
    let by = actor::of(&desk, &args.data).await?;
    let owner = actor_by_mail(&desk, &args.member).await?;
    let member = owner.and_then(|owner| owner.member);
    let member = member.with_context(|| format!("no member has the e-mail {}", args.member))?;
    println!("{}", desk.write(&by, CreateToken { member, name: args.name }).await?);
    Ok(())
}
