//! One file, for whoever sees its record.

use sales::Actor;
use store::rows::files::{self, FileRow};
use store::{Opened, Tx};

use super::{record, standing};
use crate::{Desk, Error, Look, Result, Scene};

/// What is known of a file. A removed one is not there.
#[derive(Clone, Copy, Debug)]
pub struct FindFile {
    pub id: i64,
}

impl Look for FindFile {
    type Seen = FileRow;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<FileRow> {
        let file = files::find(tx, self.id)?.ok_or(Error::NotFound)?;
        standing(tx, scene, record(&file)?)?;
        if file.removed_at.is_some() { Err(Error::NotFound) } else { Ok(file) }
    }
}

/// The file with its bytes, opened.
///
/// # Errors
/// [`Error::NotFound`] out of reach; [`Error::Broken`] where the bytes are missing.
pub async fn open(desk: &Desk, actor: &Actor, id: i64) -> Result<(FileRow, Opened)> {
    let file = desk.read(actor, FindFile { id }).await?;
    match desk.files().open(&file.hash).await? {
        Some(opened) => Ok((file, opened)),
        None => Err(Error::Broken(format!("the bytes of file {id} are missing"))),
    }
}
