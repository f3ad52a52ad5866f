//! People: making, editing, archiving, listing them.

mod archive_person;
mod create_person;
mod edit_person;
pub(crate) mod entry;
mod list_people;
mod new_companies;
mod person_page;
mod set_person_fields;
mod take_person;

pub use archive_person::{ArchivePerson, RestorePerson};
pub use create_person::CreatePerson;
pub use edit_person::EditPerson;
pub use list_people::{ListPeople, People};
pub use new_companies::{NewPost, WithNewCompanies};
pub use person_page::{PersonPage, PersonSeen, PostSeen};
pub use set_person_fields::SetPersonFields;
pub use store::rows::people::{PersonListRow, PersonRow};
pub use take_person::TakePerson;
