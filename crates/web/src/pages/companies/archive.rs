//! Putting a company away and taking it back.

use axum::extract::{Path, State};
use desk::company::{ArchiveCompany, RestoreCompany};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::{go, sheet};
use crate::posted::Posted;
use crate::routes;

pub(super) async fn archive(
    State(app): State<App>,
    Path(id): Path<i64>,
    Posted { visitor, form }: Posted,
) -> Answer {
    let done = app.desk.write(visitor.actor(), ArchiveCompany { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, &sheet::back(&form, &routes::company(id))))
}

pub(super) async fn restore(
    State(app): State<App>,
    Path(id): Path<i64>,
    Posted { visitor, form }: Posted,
) -> Answer {
    let done = app.desk.write(visitor.actor(), RestoreCompany { id }).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, &sheet::back(&form, &routes::company(id))))
}
