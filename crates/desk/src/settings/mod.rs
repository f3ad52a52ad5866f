//! What the whole installation shares: its facts, working time, lists, products, and how far each role reaches.

mod change_installation;
mod choice;
mod default_choices;
mod holiday;
mod list_choices;
mod prepare;
mod product;
mod role_reach;

pub use change_installation::{ChangeInstallation, DAY, Installation};
pub use choice::{AddChoice, RenameChoice, ReorderChoices, RestoreChoice, RetireChoice};
pub use holiday::{AddHoliday, ListHolidays, RemoveHoliday};
pub use list_choices::{LISTS, ListChoices};
pub use prepare::Prepare;
pub use product::{AddProduct, ChangeProduct, ListProducts, ProductFields, RestoreProduct, RetireProduct};
pub use role_reach::{ChangeRoleReach, ListRoleReach, RoleReach};
pub use store::rows::{choices::ChoiceRow, installation::HolidayRow, products::ProductRow};

pub(crate) use prepare::prepare;
