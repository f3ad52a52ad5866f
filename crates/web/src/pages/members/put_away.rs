//! Archiving a member, which ends their sessions, and taking them back.

use axum::extract::{Path, State};
use desk::member::{ArchiveMember, RestoreMember};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::Posted;

pub async fn archive(State(app): State<App>, Path(id): Path<i64>, Posted { visitor, .. }: Posted) -> Answer {
    let done = app.desk.write(visitor.actor(), ArchiveMember { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, "/members"))
}

pub async fn restore(State(app): State<App>, Path(id): Path<i64>, Posted { visitor, .. }: Posted) -> Answer {
    let done = app.desk.write(visitor.actor(), RestoreMember { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, "/members"))
}
