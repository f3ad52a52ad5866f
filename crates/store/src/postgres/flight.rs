//! One flight to the server: several statements sent together, answered in order.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    task::Poll,
};

use futures::{
    StreamExt,
    future::{LocalBoxFuture, MaybeDone, maybe_done},
};
use tokio_postgres::{Client, Row, Statement};

use crate::Param;

/// One thing to send.
pub(super) enum Step<'a> {
    /// Words without values: BEGIN, COMMIT, a migration.
    Words(&'a str),
    /// A prepared statement; the text is for errors.
    Ask { statement: Statement, params: &'a [Param], sql: &'a str },
}

impl Step<'_> {
    /// The text, for errors.
    pub fn sql(&self) -> &str {
        match self {
            Step::Words(words) => words,
            Step::Ask { sql, .. } => sql,
        }
    }
}

/// The rows of a step and how many rows it changed or gave.
pub(super) type Taken = (Vec<Row>, u64);

pub(super) type Answer = Result<Taken, tokio_postgres::Error>;

/// Sends all steps before waiting for the first answer; as many answers as steps.
pub(super) async fn fly(client: &Client, steps: &[Step<'_>]) -> Vec<Answer> {
    let mut flying: Vec<MaybeDone<LocalBoxFuture<'_, Answer>>> = steps
        .iter()
        .map(|step| maybe_done(Box::pin(take(client, step)) as LocalBoxFuture<'_, Answer>))
        .collect();
    // A step is sent when it is first polled, so this order is the order on the wire.
    poll_fn(|context| {
        let waiting = flying
            .iter_mut()
            .filter_map(|step| Pin::new(step).poll(context).is_pending().then_some(()))
            .count();
        if waiting == 0 { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    flying.iter_mut().filter_map(|step| Pin::new(step).take_output()).collect()
}

async fn take(client: &Client, step: &Step<'_>) -> Answer {
    match step {
        Step::Words(words) => client.batch_execute(words).await.map(|()| (Vec::new(), 0)),
        Step::Ask { statement, params, .. } => {
            let mut stream = std::pin::pin!(client.query_raw(statement, params.iter()).await?);
            let mut rows = Vec::new();
            while let Some(row) = stream.next().await {
                rows.push(row?);
            }
            let changed = stream.rows_affected().unwrap_or(rows.len() as u64);
            Ok((rows, changed))
        }
    }
}
