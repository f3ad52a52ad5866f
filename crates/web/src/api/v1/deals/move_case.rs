//! Moving a deal's case.

use std::collections::BTreeMap;

use axum::Json;
use desk::case::{CaseOf, MoveCase, OpenMoves};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::answers;
use crate::api::v1::activities::ActivityFields;
use crate::api::v1::bounds::{Answers, Text, Word};
use crate::api::v1::{Answer, ApiJson, ApiPath, Caller, Problem};

/// A move with its answers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeMove {
    /// Its key, as `GET /deals/{id}/moves` lists it.
    #[serde(rename = "move")]
    #[schema(value_type = Word)]
    pub move_key: String,
    /// The stage to go to, where the move leaves the choice.
    #[schema(value_type = Option<Word>)]
    pub to: Option<String>,
    /// By the keys of what is asked: text, numbers, days, codes, money as `{minor, currency}`.
    #[serde(default)]
    #[schema(value_type = Answers, required = false)]
    pub answers: BTreeMap<String, Value>,
    /// Ids of warnings that are accepted.
    #[serde(default)]
    #[schema(value_type = Vec<Word>)]
    pub accepts: Vec<String>,
    #[serde(default)]
    pub next_steps: Vec<ActivityFields>,
    /// Passes over blocks that are not firm, where the caller may.
    #[schema(value_type = Option<Text>)]
    pub override_reason: Option<String>,
    /// The entry the caller saw; left out, the present one.
    pub entry: Option<u32>,
}

/// Where the deal stands after a move.
#[derive(Debug, Serialize, ToSchema)]
pub struct Moved {
    pub deal: i64,
    pub from: String,
    pub to: String,
    pub status: String,
    pub version: i64,
}

/// Takes a move. What the process does not allow is refused (422 `refused`) with the findings, and changes nothing.
#[utoipa::path(
    post, path = "/deals/{id}/moves", tag = "deals", params(("id" = i64, Path)), request_body = TakeMove,
    responses((status = 200, body = Moved)),
)]
pub async fn move_deal(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(taken): ApiJson<TakeMove>,
) -> Answer<Moved> {
    let (mut act, entry) = to_move(&caller, id.into(), taken).await?;
    act.entry = act.entry.or(Some(entry));
    let moved = caller.write(act).await?;
    let desk::case::Moved { from, to, status, version, .. } = moved;
    Ok(Json(Moved { deal: id, from, to, status, version }))
}

/// Reads a move of a case, and tells the entry that it stands in.
pub async fn to_move(caller: &Caller, of: CaseOf, taken: TakeMove) -> Result<(MoveCase, u32), Problem> {
    let ways = caller.read(OpenMoves { of: of.clone() }).await?;
    // A move that the process does not have is for the process to refuse.
    let answers = match ways.definition.asks_of(&taken.move_key) {
        Some(asks) => answers::read(asks, &taken.answers).map_err(|faults| caller.faults(faults))?,
        None => BTreeMap::new(),
    };
    let act = MoveCase {
        of,
        move_key: taken.move_key,
        to: taken.to,
        answers,
        accepts: taken.accepts,
        next_steps: taken.next_steps.into_iter().map(Into::into).collect(),
        override_reason: taken.override_reason,
        entry: taken.entry,
    };
    Ok((act, ways.entry))
}
