//! Companies: making, editing, archiving, finding the ones that are there already.

mod archive_company;
mod company_page;
mod create_company;
mod edit_company;
pub(crate) mod entry;
mod list_companies;
mod set_company_fields;
mod similar_companies;
mod take_company;

pub use archive_company::{ArchiveCompany, RestoreCompany};
pub use company_page::{CompanyPage, CompanySeen};
pub use create_company::CreateCompany;
pub use edit_company::EditCompany;
pub use list_companies::{Companies, ListCompanies};
pub use set_company_fields::SetCompanyFields;
pub use similar_companies::{Similar, SimilarCompanies};
pub use store::rows::companies::{CompanyListRow, CompanyRow, SortBy};
pub use take_company::TakeCompany;
