//! The views that a member finds.

use axum::Json;
use desk::view::{ListViews, Noun, ViewPage};
use sales::Fault;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::bounds::ViewNoun;
use crate::api::v1::{Answer, ApiPath, ApiQuery, Caller};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ViewQuery {
    /// `deal`, `company` or `person`.
    #[param(value_type = ViewNoun, inline)]
    pub noun: String,
}

/// A saved view.
#[derive(Debug, Serialize, ToSchema)]
pub struct View {
    pub id: i64,
    /// `deal`, `company` or `person`.
    pub noun: &'static str,
    pub title: String,
    /// Who finds it: `own`, `team` or `all`.
    pub shared: &'static str,
    /// Columns of cards instead of rows.
    pub as_board: bool,
    /// Filters, order and columns, as the address of the list's page says them.
    pub query: String,
    /// Whose it is, where it is not the caller's own.
    pub of: Option<String>,
    /// The caller begins with it.
    pub first: bool,
    pub may_change: bool,
}

impl From<desk::view::View> for View {
    fn from(view: desk::view::View) -> View {
        View {
            id: view.id,
            noun: view.noun.key(),
            title: view.title,
            shared: view.shared.key(),
            as_board: view.as_board,
            query: view.query,
            of: view.of,
            first: view.is_first,
            may_change: view.may_change,
        }
    }
}

/// Lists the views of a noun: the caller's own, and those shared with them.
#[utoipa::path(get, path = "/views", tag = "views", params(ViewQuery), responses((status = 200, body = Vec<View>)))]
pub async fn list_views(caller: Caller, ApiQuery(query): ApiQuery<ViewQuery>) -> Answer<Vec<View>> {
    let odd = || caller.fault("noun", Fault::Unknown { value: query.noun.clone() });
    let noun = Noun::parse(&query.noun).ok_or_else(odd)?;
    let views = caller.read(ListViews { noun }).await?;
    Ok(Json(views.into_iter().map(View::from).collect()))
}

/// Looks at a view.
#[utoipa::path(
    get, path = "/views/{id}", tag = "views", params(("id" = i64, Path)), responses((status = 200, body = View)),
)]
pub async fn view(caller: Caller, ApiPath(id): ApiPath<i64>) -> Answer<View> {
    Ok(Json(caller.read(ViewPage { id }).await?.into()))
}
