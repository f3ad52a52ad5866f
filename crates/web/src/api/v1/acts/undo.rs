//! Taking an act back.

use axum::http::StatusCode;
use desk::undo::Undo;

use crate::api::v1::{ApiPath, Caller, Problem};

/// Takes an act back, all of it: everything stands again as it stood before. A write that may be taken back answers the
/// number of its act in the header `Dealwright-Act`, and entries of a timeline carry it, for 30 days. It is refused with
/// 409 where somebody has changed the same thing since, where it was too long ago, and where there is no way back.
#[utoipa::path(
    post, path = "/acts/{act}/undo", tag = "acts", params(("act" = i64, Path)),
    responses((status = 204, description = "Taken back")),
)]
pub async fn undo_act(caller: Caller, ApiPath(act): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(Undo { act }).await?;
    Ok(StatusCode::NO_CONTENT)
}
