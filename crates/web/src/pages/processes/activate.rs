//! Letting new deals start in a process, or no longer. Running deals go on either way.

use axum::extract::{Path, State};
use desk::process::ActivateProcess;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::Posted;
use crate::routes;

pub async fn save(
    State(app): State<App>,
    Path(key): Path<String>,
    Posted { visitor, form }: Posted,
) -> Answer {
    let act = ActivateProcess { process: key.clone(), active: form.is_on("active") };
    app.desk.write(visitor.actor(), act).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go(&visitor, &routes::process(&key)))
}
