//! Setting fields of many deals.

use desk::Setting;
use desk::bulk::Change;
use jiff::civil::Date;
use sales::Fault;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::carry::{ManyChanged, ManyDeals};
use crate::api::v1::bounds::{Label, ManyIds, Percent, Word};
use crate::api::v1::shared::object;
use crate::api::v1::{Answer, ApiJson, Caller};

/// Deals and what to set in each.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetMany {
    /// 1 to 1,000.
    #[schema(value_type = ManyIds)]
    pub deals: Vec<i64>,
    /// Only tells what would come of it.
    #[serde(default)]
    pub trial: bool,
    #[serde(deserialize_with = "object")]
    pub fields: ManyFields,
}

/// Fields that many deals may share, one at least. What is left out stays as it is; null empties it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(min_properties = 1)]
pub struct ManyFields {
    /// A key of the list `deal-type`.
    #[serde(rename = "type", deserialize_with = "given")]
    #[schema(value_type = Option<Word>)]
    pub kind: Option<Option<String>>,
    /// A key of the list `source`.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Word>)]
    pub source: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Label>)]
    pub campaign: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Label>)]
    pub competitor: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Date>)]
    pub expected_close_on: Option<Option<Date>>,
    /// Percent; null takes the stage's.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Percent>)]
    pub probability: Option<Option<i64>>,
}

/// Null is something other than nothing said.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(from).map(Some)
}

impl ManyFields {
    fn settings(self) -> Vec<Setting> {
        let ManyFields { kind, source, campaign, competitor, expected_close_on, probability } = self;
        let said: [(&str, Option<Value>); 6] = [
            ("type", kind.map(|value| json!(value))),
            ("source", source.map(|value| json!(value))),
            ("campaign", campaign.map(|value| json!(value))),
            ("competitor", competitor.map(|value| json!(value))),
            ("expected_close_on", expected_close_on.map(|value| json!(value))),
            ("probability", probability.map(|value| json!(value))),
        ];
        let set = |(field, value): (&str, Option<Value>)| {
            Some(Setting { field: field.to_owned(), value: value?, was: None })
        };
        said.into_iter().filter_map(set).collect()
    }
}

/// Sets the same fields of many deals, each by itself. One act takes all of it back (`Dealwright-Act`).
#[utoipa::path(
    post, path = "/deals/bulk/fields", tag = "deals", request_body = SetMany,
    responses((status = 200, body = ManyChanged)),
)]
pub async fn set_many(caller: Caller, ApiJson(many): ApiJson<SetMany>) -> Answer<ManyChanged> {
    let SetMany { deals, trial, fields } = many;
    let settings = fields.settings();
    if settings.is_empty() {
        return Err(caller.fault("fields", Fault::Required));
    }
    ManyDeals { deals, trial }.undergo(Change::Set(settings), &caller).await
}
