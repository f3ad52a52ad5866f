//! The number of the act that a request did, by which it may be taken back: the page that comes next offers it, the
//! API's answer carries it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use desk::{Act, Desk};
use sales::Actor;

/// The API's header of a write that may be taken back.
pub const HEADER: &str = "dealwright-act";

/// What is shared by all who write for one request; 0 says that nothing was written that may be taken back.
#[derive(Clone, Debug, Default)]
pub struct Did(Arc<AtomicI64>);

impl Did {
    /// Does an act and keeps its number.
    ///
    /// # Errors
    /// What the desk answers.
    pub async fn write<A: Act>(&self, desk: &Desk, actor: &Actor, act: A) -> desk::Result<A::Done> {
        let (done, number) = desk.write_undoable(actor, act).await?;
        self.tell_act(number);
        Ok(done)
    }

    /// Keeps the number of what was done, if anything was.
    pub fn tell_act(&self, act: Option<i64>) {
        self.0.store(act.unwrap_or_default(), Ordering::Relaxed);
    }

    pub fn act(&self) -> Option<i64> {
        Some(self.0.load(Ordering::Relaxed)).filter(|number| *number != 0)
    }
}

/// Gives each answer of the API the number of what it did.
pub async fn tell(mut request: Request, next: Next) -> Response {
    let did = Did::default();
    request.extensions_mut().insert(did.clone());
    let mut answer = next.run(request).await;
    if let Some(act) = did.act() {
        answer.headers_mut().insert(HEADER, HeaderValue::from(act));
    }
    answer
}
