//! People: making, editing, archiving, listing them.

mod archive_person;
mod create_person;
mod edit_person;
pub(crate) mod entry;
mod list_people;
mod person_page;

pub use archive_person::{ArchivePerson, RestorePerson};
pub use create_person::CreatePerson;
pub use edit_person::EditPerson;
pub use list_people::{ListPeople, People};
pub use person_page::{PersonPage, PersonSeen, PostSeen};
pub use store::rows::people::{PersonListRow, PersonRow};
