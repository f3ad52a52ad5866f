//! Bytes of a file as they come: to the disk part by part, so that no file lies in memory.

use axum::body::Bytes;
use desk::Desk;
use desk::file::{Kept, Receiving};
use futures::{Stream, StreamExt};

/// How many times the limit is read of a file that is too large, so that its sender hears the answer.
const PATIENCE: u64 = 4;

/// Why there is nothing to attach.
#[derive(Debug)]
pub enum Unreceived {
    Desk(desk::Error),
    /// It ended before its end, or was no form.
    Broken,
}

impl From<desk::Error> for Unreceived {
    fn from(error: desk::Error) -> Unreceived {
        Unreceived::Desk(error)
    }
}

/// Keeps what comes.
///
/// # Errors
/// What the desk says of it; that the sender went away.
pub async fn receive<S, E>(desk: &Desk, mut parts: S) -> Result<Kept, Unreceived>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    let mut receiving = Receiving::begin(desk).await?;
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| Unreceived::Broken)?;
        if let Err(error) = receiving.write(&part).await {
            drop(receiving);
            waste(parts, desk.files().most().saturating_mul(PATIENCE)).await;
            return Err(error.into());
        }
    }
    Ok(receiving.keep().await?)
}

/// Reads on to no use: an answer is not heard while the other side still sends.
async fn waste<S, E>(mut parts: S, most: u64)
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    let mut wasted = 0;
    while let Some(Ok(part)) = parts.next().await {
        wasted += part.len() as u64;
        if wasted > most {
            break;
        }
    }
}
