//! What may be filled in of a company.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::v1::bounds::{Currency, Line, Name, NotNegative, Text, Word, Year};

/// What may be filled in of a company; a new one needs a name.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = CompanyFields)]
pub struct Fields {
    #[schema(value_type = Name)]
    pub name: String,
    /// The company above.
    pub parent_id: Option<i64>,
    #[schema(value_type = Option<Line>)]
    pub industry: Option<String>,
    /// What sort of customer it is.
    #[serde(rename = "type")]
    #[schema(value_type = Option<Line>)]
    pub kind: Option<String>,
    /// Who else sells to it.
    #[schema(value_type = Option<Line>)]
    pub competitor: Option<String>,
    #[schema(value_type = Option<NotNegative>)]
    pub employees: Option<i64>,
    /// A year.
    #[schema(value_type = Option<Year>)]
    pub founded: Option<i64>,
    /// Minor units of `currency`.
    #[schema(value_type = Option<NotNegative>)]
    pub annual_revenue: Option<i64>,
    /// ISO 4217.
    #[schema(value_type = Option<Currency>)]
    pub currency: Option<String>,
    #[schema(value_type = Option<Line>)]
    pub address: Option<String>,
    #[schema(value_type = Vec<Word>)]
    pub phones: Vec<String>,
    #[schema(value_type = Option<Line>)]
    pub web: Option<String>,
    #[schema(value_type = Option<Text>)]
    pub description: Option<String>,
    /// Null in a new one is the caller, unless it is `shared`.
    pub owner_id: Option<i64>,
}

impl From<Fields> for sales::company::CompanyFields {
    fn from(fields: Fields) -> sales::company::CompanyFields {
        sales::company::CompanyFields {
            name: fields.name,
            parent_id: fields.parent_id,
            industry: fields.industry,
            kind: fields.kind,
            competitor: fields.competitor,
            employees: fields.employees,
            founded: fields.founded,
            annual_revenue: fields.annual_revenue,
            currency: fields.currency,
            address: fields.address,
            phones: fields.phones,
            web: fields.web,
            description: fields.description,
            owner_id: fields.owner_id,
        }
    }
}

impl Fields {
    /// The fields as they stand in a company.
    pub fn of(seen: &desk::company::CompanySeen) -> Fields {
        let fields = seen.company.fields();
        Fields {
            name: fields.name,
            parent_id: fields.parent_id,
            industry: fields.industry,
            kind: fields.kind,
            competitor: fields.competitor,
            employees: fields.employees,
            founded: fields.founded,
            annual_revenue: fields.annual_revenue,
            currency: fields.currency,
            address: fields.address,
            phones: fields.phones,
            web: fields.web,
            description: fields.description,
            owner_id: fields.owner_id,
        }
    }
}
