//! Whether the bytes that rows tell of are there and are those.

use sales::Actor;
use store::Tx;
use store::rows::files;

use super::sweep::on_disk;
use crate::look::Complaint;
use crate::{Desk, Error, Result};

const BYTES: &str = "the bytes of every file are there, and are what its row says";
/// Rows that are read at once.
const SOME: i64 = 500;

/// Reads all bytes and names the rows that lie. Long: the disk is read through.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators; what the store or the disk says.
pub async fn audit(desk: &Desk, actor: &Actor) -> Result<Vec<Complaint>> {
    if !actor.is_administrator() {
        return Err(Error::Forbidden);
    }
    let (mut complaints, mut after) = (Vec::new(), 0);
    loop {
        let some = move |tx: &mut Tx| Ok::<_, Error>(files::list_all(tx, after, SOME)?);
        let rows = desk.store().slow_read(some).await?;
        let Some((last, _, _)) = rows.last() else { return Ok(complaints) };
        after = *last;
        for (row, hash, size) in rows {
            let says = on_disk(desk, move |files| files.fault_of(&hash, size)).await?;
            complaints.extend(says.map(|says| Complaint { invariant: BYTES, row: Some(row), says }));
        }
    }
}
