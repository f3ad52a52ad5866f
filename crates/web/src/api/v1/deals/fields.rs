//! What may be filled in of a deal.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::v1::bounds::{Label, Name, NotNegative, OwnCurrency, Percent, Pieces, Text, Word};

/// What may be filled in of a deal. A new one needs a name and a client (`company_id` or `person_id`).
/// The stage is not among them: it changes by moves alone; the owner of a deal that is there by its own address.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = DealFields)]
pub struct Fields {
    #[schema(value_type = Name)]
    pub name: String,
    pub company_id: Option<i64>,
    /// The main contact, or the client where there is no company.
    pub person_id: Option<i64>,
    /// None is the caller.
    pub owner_id: Option<i64>,
    pub engineer_id: Option<i64>,
    /// One-off, in minor units of `currency`.
    #[schema(value_type = Option<NotNegative>)]
    pub amount: Option<i64>,
    pub amount_estimated: bool,
    /// A month, in minor units of `currency`.
    #[schema(value_type = Option<NotNegative>)]
    pub recurring: Option<i64>,
    /// ISO 4217; empty takes the installation's.
    #[schema(value_type = OwnCurrency)]
    pub currency: String,
    pub expected_close_on: Option<Date>,
    /// Percent; null takes the stage's.
    #[schema(value_type = Option<Percent>)]
    pub probability: Option<i64>,
    /// A key of the list `deal-type`.
    #[serde(rename = "type")]
    #[schema(value_type = Option<Word>)]
    pub kind: Option<String>,
    /// A key of the list `source`.
    #[schema(value_type = Option<Word>)]
    pub source: Option<String>,
    #[schema(value_type = Option<Label>)]
    pub campaign: Option<String>,
    #[schema(value_type = Option<Label>)]
    pub competitor: Option<String>,
    #[schema(value_type = Option<Text>)]
    pub description: Option<String>,
    pub people: Vec<Party>,
    pub lines: Vec<Line>,
}

/// A person's part in a deal.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    pub person_id: i64,
    /// Such as `decides`.
    #[serde(default)]
    #[schema(value_type = Word)]
    pub role: String,
}

/// A product on a deal.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DealLine)]
pub struct Line {
    pub product_id: i64,
    #[serde(default = "one")]
    #[schema(value_type = Pieces)]
    pub quantity: i64,
    /// Minor units of the deal's currency; null is the list price.
    #[serde(default)]
    pub unit_price: Option<i64>,
}

fn one() -> i64 {
    1
}

impl From<Fields> for sales::deal::DealFields {
    fn from(fields: Fields) -> sales::deal::DealFields {
        let party = |party: Party| sales::deal::Party { person_id: party.person_id, role: party.role };
        let line = |line: Line| sales::deal::DealLine {
            product_id: line.product_id,
            quantity: line.quantity,
            unit_price: line.unit_price,
        };
        sales::deal::DealFields {
            name: fields.name,
            company_id: fields.company_id,
            person_id: fields.person_id,
            owner_id: fields.owner_id,
            engineer_id: fields.engineer_id,
            amount: fields.amount,
            amount_estimated: fields.amount_estimated,
            recurring: fields.recurring,
            currency: fields.currency,
            expected_close_on: fields.expected_close_on,
            probability: fields.probability,
            kind: fields.kind,
            source: fields.source,
            campaign: fields.campaign,
            competitor: fields.competitor,
            description: fields.description,
            people: fields.people.into_iter().map(party).collect(),
            lines: fields.lines.into_iter().map(line).collect(),
        }
    }
}

impl Fields {
    /// The fields as they stand in a deal.
    pub fn of(seen: &desk::look::DealSeen) -> Fields {
        let deal = &seen.deal;
        let people = seen.people.iter().filter(|person| !person.is_main || !person.role.is_empty());
        let party = |person: &desk::look::DealPerson| Party {
            person_id: person.person_id,
            role: person.role.clone(),
        };
        let line = |line: &desk::look::ProductLine| Line {
            product_id: line.product_id,
            quantity: line.quantity,
            unit_price: line.unit_price,
        };
        Fields {
            name: deal.name.clone(),
            company_id: deal.company_id,
            person_id: deal.person_id,
            owner_id: Some(deal.owner_id),
            engineer_id: deal.engineer_id,
            amount: deal.amount,
            amount_estimated: deal.amount_estimated,
            recurring: deal.recurring,
            currency: deal.currency.clone(),
            expected_close_on: deal.expected_close_on,
            probability: deal.probability,
            kind: deal.r#type.clone(),
            source: deal.source.clone(),
            campaign: deal.campaign.clone(),
            competitor: deal.competitor.clone(),
            description: deal.description.clone(),
            people: people.map(party).collect(),
            lines: seen.lines.iter().map(line).collect(),
        }
    }
}
