//! `member add`: a member with a password, who can sign in at once.

use std::path::Path;

use anyhow::Context;
use desk::member::{AcceptLink, CreateMember, InviteMember, accept_link};
use sales::Role;

use crate::cli::{MemberArgs, RoleArg};
use crate::{actor, open};

pub async fn add(args: MemberArgs) -> anyhow::Result<()> {
    let password = first_line(&args.password_file)?;
    let (desk, _) = open::desk(&args.data).await?;
    let by = actor::of(&desk, &args.data).await?;
    let role = match args.role {
        RoleArg::Administrator => Role::Administrator,
        RoleArg::Manager => Role::Manager,
        RoleArg::Rep => Role::Rep,
        RoleArg::Reader => Role::Reader,
    };
    let member = CreateMember { name: args.name, email: Some(args.email.clone()), role, team: None };
    let id = desk.write(&by, member).await.with_context(|| format!("adding {}", args.email))?;
    let link = desk.write(&by, InviteMember { id }).await?;
    accept_link(&desk, AcceptLink { secret: link, password }).await.context("setting the password")?;
    println!("{} is member {id}", args.email);
    Ok(())
}

fn first_line(path: &Path) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(path).with_context(|| {
        format!("can't read the password file {}; its first line is the password", path.display())
    })?;
    let line = text.lines().next().unwrap_or("").to_owned();
    anyhow::ensure!(
        !line.is_empty(),
        "the first line of {} is empty; it must be the password",
        path.display()
    );
    Ok(line)
}
