//! Archiving a member, which ends their sessions, and taking them back.

use axum::extract::{Path, State};
use desk::member::{ArchiveMember, RestoreMember};

use super::list::list;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go_saying;
use crate::posted::Posted;
use crate::routes::MEMBERS;

/// The last administrator stays: the list says so.
pub async fn archive(State(app): State<App>, Path(id): Path<i64>, Posted { visitor, .. }: Posted) -> Answer {
    match app.desk.write(visitor.actor(), ArchiveMember { id }).await {
        Ok(()) => Ok(go_saying(&visitor, MEMBERS, "member-said-archived", &[])),
        Err(desk::Error::Conflict(why)) => {
            let words = visitor.speech.t(&format!("conflict-{}", why.key()));
            list(&app, &visitor, Some(&words)).await
        }
        Err(error) => Err(Trouble::from(error).told(&visitor)),
    }
}

pub async fn restore(State(app): State<App>, Path(id): Path<i64>, Posted { visitor, .. }: Posted) -> Answer {
    let done = app.desk.write(visitor.actor(), RestoreMember { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go_saying(&visitor, MEMBERS, "member-said-restored", &[]))
}
