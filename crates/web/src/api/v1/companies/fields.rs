//! What may be filled in of a company.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What may be filled in of a company; a new one needs a name.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = CompanyFields)]
pub struct Fields {
    pub name: String,
    /// The company above.
    pub parent_id: Option<i64>,
    pub industry: Option<String>,
    pub employees: Option<i64>,
    /// A year.
    pub founded: Option<i64>,
    /// Minor units of `currency`.
    pub annual_revenue: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    pub address: Option<String>,
    pub phones: Vec<String>,
    pub web: Option<String>,
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
