//! Forgetting what was removed long ago, and bytes that no row tells of.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use store::rows::files;
use store::{Files, Tx};

use crate::undo::UNDO_HOURS;
use crate::{Desk, Error, Result};

/// How long bytes without a row are left alone: whoever received them may still be about to tell of them.
const UNTOLD: Duration = Duration::from_secs(24 * 60 * 60);
/// Beyond what can be undone, by a day.
const REMOVED: SignedDuration = SignedDuration::from_hours(UNDO_HOURS + 24);
/// Hashes that are looked for at once.
const SOME: usize = 500;

/// Sweeps once and answers how many bytes' names went. It may stop anywhere and be run again.
///
/// # Errors
/// What the store or the disk says.
pub async fn sweep(desk: &Desk) -> Result<usize> {
    let now = desk.now();
    let forget = move |tx: &mut Tx| Ok::<_, Error>(files::delete_removed_before(tx, now - REMOVED)?);
    desk.store().write(forget).await?;
    let old = on_disk(desk, move |files| files.list_older(UNTOLD, now.into())).await?;
    let mut swept = 0;
    for some in old.chunks(SOME) {
        swept += sweep_some(desk, some.to_vec(), now).await?;
    }
    Ok(swept)
}

async fn sweep_some(desk: &Desk, names: Vec<String>, now: Timestamp) -> Result<usize> {
    let asked = names.clone();
    let told = move |tx: &mut Tx| Ok::<_, Error>(files::list_told(tx, &asked)?);
    let told = desk.store().read(told).await?;
    let untold: Vec<String> = names.into_iter().filter(|name| !told.contains(&(name.clone(),))).collect();
    let swept = untold.len();
    on_disk(desk, move |files| {
        untold.iter().try_for_each(|name| files.remove_older(name, UNTOLD, now.into()))
    })
    .await?;
    Ok(swept)
}

/// Work that waits for the disk.
pub(super) async fn on_disk<T: Send + 'static>(
    desk: &Desk,
    work: impl FnOnce(&Files) -> store::Result<T> + Send + 'static,
) -> Result<T> {
    let files = desk.files().clone();
    let done = tokio::task::spawn_blocking(move || work(&files)).await;
    Ok(done.map_err(|error| Error::Broken(format!("work on files broke off: {error}")))??)
}
