//! Moving a process that runs on a company.

use axum::Json;
use desk::case::{CaseOf, OpenMoves};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::deals::{Moves, TakeMove, to_move};
use crate::api::v1::{Answer, ApiJson, ApiPath, Caller};

/// Where the company's case stands after a move.
#[derive(Debug, Serialize, ToSchema)]
pub struct MovedCase {
    pub company: i64,
    pub process: String,
    pub from: String,
    pub to: String,
    /// The company's.
    pub version: i64,
}

/// Lists the ways out of the stage that a process of the company stands in.
#[utoipa::path(
    get, path = "/companies/{id}/cases/{process}/moves", tag = "companies",
    params(("id" = i64, Path), ("process" = String, Path)), responses((status = 200, body = Moves)),
)]
pub async fn company_moves(caller: Caller, ApiPath((id, process)): ApiPath<(i64, String)>) -> Answer<Moves> {
    Ok(Json(Moves::from(caller.read(OpenMoves { of: CaseOf::company(id, &process) }).await?)))
}

/// Takes a move of a company's process. What the process does not allow is refused (422 `refused`) with the findings,
/// and changes nothing.
#[utoipa::path(
    post, path = "/companies/{id}/cases/{process}/moves", tag = "companies",
    params(("id" = i64, Path), ("process" = String, Path)), request_body = TakeMove,
    responses((status = 200, body = MovedCase)),
)]
pub async fn move_company(
    caller: Caller,
    ApiPath((id, process)): ApiPath<(i64, String)>,
    ApiJson(taken): ApiJson<TakeMove>,
) -> Answer<MovedCase> {
    let (mut act, entry) = to_move(&caller, CaseOf::company(id, &process), taken).await?;
    act.entry = act.entry.or(Some(entry));
    let moved = caller.write(act).await?;
    Ok(Json(MovedCase { company: id, process, from: moved.from, to: moved.to, version: moved.version }))
}
