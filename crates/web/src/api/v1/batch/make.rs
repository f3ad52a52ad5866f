//! Making, changing and moving up to 1,000 records in one request.

use axum::Json;
use desk::Together;
use sales::Fault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::row::{Fate, Row};
use crate::api::v1::bounds::Rows;
use crate::api::v1::{Answer, ApiJson, Caller, Problem};

/// Rows of one request.
pub const ROWS_MOST: usize = 1_000;

/// What to do.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// One refused row leaves all of them undone; otherwise each row is done by itself.
    #[serde(default)]
    pub all_or_nothing: bool,
    /// 1 to 1,000.
    #[schema(value_type = Rows)]
    pub rows: Vec<Row>,
}

/// What became of the rows, in their order.
#[derive(Debug, Serialize, ToSchema)]
pub struct BatchAnswer {
    /// Rows that were done.
    pub made: usize,
    pub rows: Vec<Fate>,
}

/// Makes, changes or moves up to 1,000 records, in the order of the rows; each row answers for itself. With `all_or_nothing`, refused rows leave all undone, and
/// the problem (422 `rows-refused`) has each of them under `rows`.
#[utoipa::path(
    post, path = "/batch", tag = "batch", request_body = Batch, responses((status = 200, body = BatchAnswer)),
)]
pub async fn make_rows(caller: Caller, ApiJson(batch): ApiJson<Batch>) -> Answer<BatchAnswer> {
    if batch.rows.is_empty() || batch.rows.len() > ROWS_MOST {
        return Err(caller.fault("rows", Fault::Unknown { value: batch.rows.len().to_string() }));
    }
    let rows = if batch.all_or_nothing {
        together(&caller, batch.rows).await?
    } else {
        one_by_one(&caller, batch.rows).await
    };
    Ok(Json(BatchAnswer { made: rows.iter().filter(|row| row.id.is_some()).count(), rows }))
}

async fn one_by_one(caller: &Caller, rows: Vec<Row>) -> Vec<Fate> {
    let mut fates = Vec::with_capacity(rows.len());
    for (nth, row) in rows.into_iter().enumerate() {
        fates.push(Fate::of(match row.act(caller).await {
            Ok(act) => caller.of_row(nth).write(act).await,
            Err(problem) => Err(problem),
        }));
    }
    fates
}

/// Rows that do not fit their form are told before any is tried.
async fn together(caller: &Caller, rows: Vec<Row>) -> Result<Vec<Fate>, Problem> {
    let (mut read, mut odd) = (Vec::with_capacity(rows.len()), Vec::new());
    for (nth, row) in rows.into_iter().enumerate() {
        match row.act(caller).await {
            Ok(act) => read.push(act),
            Err(problem) => odd.push((nth, problem)),
        }
    }
    if !odd.is_empty() {
        return Err(Problem::of_rows(odd.into_iter()));
    }
    let ids = caller.write_rows(Together(read)).await?;
    Ok(ids.into_iter().map(|id| Fate::of(Ok(id))).collect())
}
