//! Rows that could not be taken, and mending them in place.

use axum::Json;
use desk::import::{ListMendRows, MendRow, Mended, RowToMend};
use desk::look::Cursor;
use sales::Fault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::list::ImportQuery;
use crate::api::v1::bounds::Word;
use crate::api::v1::shared::{Page, Words};
use crate::api::v1::{Answer, ApiJson, ApiPath, ApiQuery, Caller};

/// Rows of a page, as the desk lists them.
const PAGE: usize = 50;

/// A row with what is wrong with it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MendableRow {
    pub id: i64,
    /// Which of the import's files, from 0.
    pub file: usize,
    pub line: u64,
    pub values: Vec<Cell>,
    pub reasons: Vec<Reason>,
}

/// A value under its column's header.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    #[schema(value_type = Word)]
    pub column: String,
    #[schema(value_type = Word)]
    pub value: String,
}

/// One thing that is wrong with a row.
#[derive(Debug, Serialize, ToSchema)]
pub struct Reason {
    /// The column where it can be put right.
    pub column: Option<String>,
    pub says: Words,
}

/// The row's values as they shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MendedValues {
    pub values: Vec<Cell>,
}

/// What became of the row.
#[derive(Debug, Serialize, ToSchema)]
pub struct Fate {
    /// `imported`, `known` (its record was there before), or `to-mend`.
    pub fate: &'static str,
    /// What is still wrong.
    pub reasons: Vec<Reason>,
}

/// Lists the rows of an import that wait to be mended.
#[utoipa::path(
    get, path = "/imports/{id}/rows", tag = "imports", params(("id" = i64, Path), ImportQuery),
    responses((status = 200, body = Page<MendableRow>)),
)]
pub async fn rows_to_mend(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiQuery(query): ApiQuery<ImportQuery>,
) -> Answer<Page<MendableRow>> {
    let odd = |after: &String| caller.fault("after", Fault::Unknown { value: after.clone() });
    let after = query.after.as_ref().map(|after| after.parse().map_err(|_| odd(after))).transpose()?;
    let rows = caller.read(ListMendRows { id, after: after.unwrap_or(0) }).await?;
    let next = rows.get(PAGE - 1).map(|last| Cursor(last.id.to_string()));
    Ok(Json(Page::of(rows, next)))
}

/// Tries a row again with corrected values.
#[utoipa::path(
    post, path = "/imports/rows/{row}", tag = "imports", params(("row" = i64, Path)), request_body = MendedValues,
    responses((status = 200, body = Fate)),
)]
pub async fn mend_row(
    caller: Caller,
    ApiPath(row): ApiPath<i64>,
    ApiJson(mended): ApiJson<MendedValues>,
) -> Answer<Fate> {
    let raw = mended.values.into_iter().map(|cell| (cell.column, cell.value)).collect();
    let (fate, reasons) = match caller.write(MendRow { row, raw }).await? {
        Mended::Imported => ("imported", Vec::new()),
        Mended::Known => ("known", Vec::new()),
        Mended::Still(reasons) => ("to-mend", reasons),
    };
    Ok(Json(Fate { fate, reasons: reasons.into_iter().map(Reason::from).collect() }))
}

impl From<RowToMend> for MendableRow {
    fn from(row: RowToMend) -> MendableRow {
        MendableRow {
            id: row.id,
            file: row.file,
            line: row.line,
            values: row.raw.into_iter().map(|(column, value)| Cell { column, value }).collect(),
            reasons: row.reasons.into_iter().map(Reason::from).collect(),
        }
    }
}

impl From<intake::Reason> for Reason {
    fn from(reason: intake::Reason) -> Reason {
        let says = Words { en: reason.says.en, ru: reason.says.ru };
        Reason { column: reason.column, says }
    }
}
