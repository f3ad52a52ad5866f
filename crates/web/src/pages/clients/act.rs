//! An act that a client's page does by one control: putting away, taking back, taking over.

use desk::Act;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::{go_saying, sheet};
use crate::posted::Posted;

/// Does the act and goes back to where it was asked, else to the `record`; the page there says what was done.
pub(in crate::pages) async fn done(
    app: &App,
    Posted { visitor, form }: Posted,
    act: impl Act<Done = ()>,
    record: &str,
    says: &str,
) -> Answer {
    let done = visitor.write(app, act).await;
    done.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(go_saying(&visitor, &sheet::back(&form, record), says, &[]))
}
