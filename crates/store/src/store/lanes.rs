//! Threads that own connections, and the queues to them.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    thread::{self, JoinHandle},
    time::Instant,
};

use crossbeam_channel::Sender;

use crate::{
    Error, Result,
    tx::{Access, Work},
};

/// An act in a queue.
pub(crate) struct Job {
    pub work: Box<dyn Work>,
    pub access: Access,
    /// When it was put there.
    pub sent: Instant,
}

/// One end of a queue. Acts run first come, first served: imports write in small batches instead.
#[derive(Clone)]
pub(crate) struct Queue(Option<Sender<Job>>);

impl Queue {
    /// Queues a job, or answers it at once when the store has closed.
    pub fn send(&self, job: Job) {
        let refused = match &self.0 {
            Some(sender) => sender.send(job).err().map(|refused| refused.0),
            None => Some(job),
        };
        if let Some(mut job) = refused {
            job.work.fail(Error::Closed);
            job.work.answer();
        }
    }
}

impl From<Sender<Job>> for Queue {
    fn from(sender: Sender<Job>) -> Self {
        Self(Some(sender))
    }
}

/// All queues of a store and the threads behind them. Dropping it lets them finish what is queued.
pub(crate) struct Lanes {
    pub write: Queue,
    pub read: Queue,
    pub slow: Queue,
    pub threads: Vec<JoinHandle<()>>,
}

impl Drop for Lanes {
    fn drop(&mut self) {
        for queue in [&mut self.write, &mut self.read, &mut self.slow] {
            queue.0 = None;
        }
        for thread in self.threads.drain(..) {
            // The last clone may live in a closure on one of these very threads.
            if thread.thread().id() != thread::current().id() {
                drop(thread.join());
            }
        }
    }
}

/// Starts a thread that must not die: acts' panics are caught inside, so one that arrives here means that the
/// transaction loop itself is wrong, and the process ends rather than answer from an unknown state.
pub(crate) fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    let guarded = move || {
        if catch_unwind(AssertUnwindSafe(run)).is_err() {
            tracing::error!("a thread of the store panicked outside any act; ending the process");
            std::process::abort();
        }
    };
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(guarded)
        .map_err(|error| Error::Unavailable { what: format!("can't start a thread: {error}") })
}
