//! Files on deals, companies and people. Their bytes come in and go out beside the transactions; a row tells of bytes
//! that are kept already, and only whoever sees the record is given them.

mod attach_file;
mod audit;
mod describe_file;
mod find_file;
mod list_files;
mod receive;
mod remove_file;
mod sweep;

pub use attach_file::{AttachFile, MayAttach};
pub use audit::audit;
pub use describe_file::{DescribeFile, Paper};
pub use find_file::{FindFile, open};
pub use list_files::{FilesOf, FilesSeen};
pub use receive::{Kept, Receiving};
pub use remove_file::RemoveFile;
pub use store::Opened;
pub use store::rows::files::{FileRow, ListedFile};
pub use sweep::sweep;

use store::Tx;
use store::rows::events::Of;
use store::rows::{companies, deals, people};

use crate::{Error, Result, Scene};

/// A record as the rules of files see it.
struct Standing {
    /// None where it is shared.
    owner: Option<i64>,
    is_archived: bool,
}

/// The record that files are on, if the actor sees it.
fn standing(tx: &mut Tx, scene: &Scene, of: Of) -> Result<Standing> {
    let (owner, archived_at) = match of {
        Of::Deal(id) => {
            let deal = deals::get(tx, id)?;
            scene.may_read(deal.owner_id)?;
            (Some(deal.owner_id), deal.archived_at)
        }
        Of::Company(id) => {
            let company = companies::find(tx, id)?.ok_or(Error::NotFound)?;
            scene.may_read_shared(company.owner_id)?;
            (company.owner_id, company.archived_at)
        }
        Of::Person(id) => {
            let person = people::find(tx, id)?.ok_or(Error::NotFound)?;
            scene.may_read_shared(person.owner_id)?;
            (person.owner_id, person.archived_at)
        }
    };
    Ok(Standing { owner, is_archived: archived_at.is_some() })
}

/// The record that a row names.
fn record(file: &FileRow) -> Result<Of> {
    match (file.deal_id, file.company_id, file.person_id) {
        (Some(id), _, _) => Ok(Of::Deal(id)),
        (_, Some(id), _) => Ok(Of::Company(id)),
        (_, _, Some(id)) => Ok(Of::Person(id)),
        (None, None, None) => Err(Error::Broken(format!("file {} is on no record", file.id))),
    }
}
