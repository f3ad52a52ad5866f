//! `token create`: prints the token alone.

use anyhow::Context;
use desk::access::CreateToken;
use sales::Scope;

use crate::cli::{DataArgs, TokenArgs};
use crate::{actor, open};

/// A token belongs to whoever makes it: the command acts as the member named.
pub async fn create(args: TokenArgs) -> anyhow::Result<()> {
    let (desk, _) = open::desk(&args.data).await?;
    let as_owner = DataArgs { as_member: Some(args.member.clone()), ..args.data.clone() };
    let owner = actor::of(&desk, &as_owner).await?;
    let act = CreateToken { name: args.name, scope: Scope::new(args.level, args.areas) };
    let token = desk.write(&owner, act).await.context("making the token")?;
    println!("{}", token.secret);
    Ok(())
}
