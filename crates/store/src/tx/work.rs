//! A closure on its way to a thread of the engine, and its answer on the way back.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::oneshot;

use super::{Error, Tx};

/// What the act itself wants done with its transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Commit,
    RollBack,
}

/// An act with its result type hidden. `run` may be called again; the last outcome is the one that is answered.
pub(crate) trait Work: Send {
    /// Runs the closure and keeps what it returns; a panic counts as an error.
    fn run(&mut self, tx: &mut Tx) -> Verdict;
    /// True when nobody waits for the answer any more: not yet started, it is dropped unrun.
    fn is_abandoned(&self) -> bool;
    /// Replaces whatever the closure returned.
    fn fail(&mut self, error: Error);
    /// Hands the outcome to whoever waits.
    fn answer(self: Box<Self>);
}

/// Wraps a closure; its answer arrives at the receiver.
pub(crate) fn act<F, T, E>(f: F) -> (Box<dyn Work>, oneshot::Receiver<Result<T, E>>)
where
    F: Fn(&mut Tx) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let (reply, receiver) = oneshot::channel();
    (Box::new(Act { f, outcome: None, reply }), receiver)
}

struct Act<F, T, E> {
    f: F,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Work for Act<F, T, E>
where
    F: Fn(&mut Tx) -> Result<T, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn run(&mut self, tx: &mut Tx) -> Verdict {
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.f)(tx)))
            .unwrap_or_else(|panic| Err(E::from(Error::Panicked { what: words(&*panic) })));
        let verdict = if outcome.is_ok() { Verdict::Commit } else { Verdict::RollBack };
        self.outcome = Some(outcome);
        verdict
    }

    fn is_abandoned(&self) -> bool {
        self.reply.is_closed()
    }

    fn fail(&mut self, error: Error) {
        self.outcome = Some(Err(E::from(error)));
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(E::from(Error::Closed)));
        // The caller may have gone; a started act commits all the same.
        drop(self.reply.send(outcome));
    }
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text =
        panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no words").to_owned()
}
