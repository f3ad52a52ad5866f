//! The board of a process.

use axum::Json;
use desk::look::{Board, BoardFilter};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::StepAhead;
use super::filter::next_step;
use crate::api::v1::bounds::{Ids, Keys, Limit, StepStands, Word};
use crate::api::v1::shared::{Commas, CurrencyTotal, Link, Words};
use crate::api::v1::{Answer, ApiQuery, Caller};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct BoardQuery {
    /// Left out, the first active one.
    #[param(value_type = Option<Word>, inline)]
    pub process: Option<String>,
    /// Ids of members, with commas between them.
    #[param(value_type = Option<Ids>, inline, style = Form, explode = false)]
    pub owner: Commas<i64>,
    /// A team with all below it.
    pub team: Option<i64>,
    #[param(value_type = Option<Keys>, inline, style = Form, explode = false)]
    #[serde(rename = "type")]
    pub kind: Commas<String>,
    /// Words of the deal's, the company's or the person's name.
    #[param(value_type = Option<Word>, inline)]
    pub q: Option<String>,
    /// `overdue`, `today`, `planned` or `missing`.
    #[param(value_type = Option<StepStands>, inline)]
    pub next_step: Option<String>,
    /// Cards of each column, 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

/// A board: a column for each open stage.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Board)]
pub struct BoardSeen {
    pub process: String,
    pub title: Words,
    pub columns: Vec<Column>,
    /// Won since the first of the month.
    pub won_this_month: Vec<CurrencyTotal>,
}

/// A stage with its deals.
#[derive(Debug, Serialize, ToSchema)]
pub struct Column {
    pub stage: String,
    pub title: Words,
    /// Percent.
    pub probability: u8,
    pub totals: Vec<CurrencyTotal>,
    /// The totals stop at 1,000 deals, and there are more.
    pub is_more: bool,
    pub cards: Vec<Card>,
}

/// A deal on a board.
#[derive(Debug, Serialize, ToSchema)]
pub struct Card {
    pub id: i64,
    pub name: String,
    pub company: Option<Link>,
    pub person: Option<Link>,
    pub owner: Link,
    /// One-off, in minor units of `currency`.
    pub amount: Option<i64>,
    pub amount_estimated: bool,
    /// A month, in minor units of `currency`.
    pub recurring: Option<i64>,
    pub currency: String,
    pub next_step: StepAhead,
    pub stage_entered_at: Timestamp,
    pub is_rotting: bool,
    pub entry: i64,
    pub version: i64,
}

/// Looks at a board.
#[utoipa::path(get, path = "/deals/board", tag = "deals", params(BoardQuery), responses((status = 200, body = BoardSeen)))]
pub async fn board(caller: Caller, ApiQuery(query): ApiQuery<BoardQuery>) -> Answer<BoardSeen> {
    let filter = BoardFilter {
        owners: (!query.owner.0.is_empty()).then_some(query.owner.0),
        team: query.team,
        types: query.kind.0,
        text: query.q,
        next_step: next_step(query.next_step.as_deref(), &caller)?,
    };
    let per_column = caller.limit(query.limit)?;
    let seen = caller.read(Board { process: query.process, filter, per_column }).await?;
    Ok(Json(BoardSeen {
        process: seen.process.key,
        title: seen.process.title.into(),
        columns: seen.columns.into_iter().map(Column::from).collect(),
        won_this_month: seen.won_this_month.by_currency.into_iter().map(CurrencyTotal::from).collect(),
    }))
}

impl From<desk::look::Column> for Column {
    fn from(column: desk::look::Column) -> Column {
        Column {
            stage: column.stage,
            title: column.title.into(),
            probability: column.probability,
            totals: column.totals.by_currency.into_iter().map(CurrencyTotal::from).collect(),
            is_more: column.totals.is_more,
            cards: column.cards.cards.into_iter().map(Card::from).collect(),
        }
    }
}

impl From<desk::look::Card> for Card {
    fn from(card: desk::look::Card) -> Card {
        Card {
            id: card.id,
            name: card.name,
            company: card.company.map(Link::from),
            person: card.person.map(Link::from),
            owner: card.owner.into(),
            amount: card.amount,
            amount_estimated: card.amount_estimated,
            recurring: card.recurring,
            currency: card.currency,
            next_step: card.next_step.into(),
            stage_entered_at: card.stage_entered_at,
            is_rotting: card.is_rotting,
            entry: card.entry,
            version: card.version,
        }
    }
}
