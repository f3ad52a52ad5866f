//! A deal as its page shows it, with its case.

use desk::look::{DealPage, DealSeen};

use crate::app::App;
use crate::pages::cases::Asked;
use crate::visitor::Visitor;

pub struct Shown {
    pub seen: DealSeen,
    pub asked: Asked,
}

impl Shown {
    /// # Errors
    /// What the desk says.
    pub async fn load(app: &App, visitor: &Visitor, id: i64) -> desk::Result<Shown> {
        let seen = app.desk.read(visitor.actor(), DealPage { id }).await?;
        Ok(Shown { asked: Asked::of_deal(app, visitor, &seen).await?, seen })
    }
}
