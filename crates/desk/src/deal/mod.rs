//! Deals: making, editing, assigning, archiving them. Their stage changes by moves of the case alone.

mod archive_deal;
mod assign_deal;
mod create_deal;
mod edit_deal;
pub(crate) mod entry;
mod new_clients;
mod set_deal_fields;

pub use archive_deal::{ArchiveDeal, RestoreDeal};
pub use assign_deal::AssignDeal;
pub use create_deal::CreateDeal;
pub use edit_deal::EditDeal;
pub use new_clients::{NewClients, NewParty, WithNewClients};
pub use set_deal_fields::SetDealFields;
