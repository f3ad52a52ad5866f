//! Bytes on their way in: bounded, told apart by what they hold, on the disk before a row tells of them.

use sales::{Fault, file};
use serde::{Deserialize, Serialize};
use store::Incoming;

use crate::{Desk, Error, Result};

/// A file being received. Dropped before it is kept, nothing of it stays.
#[derive(Debug)]
pub struct Receiving {
    incoming: Incoming,
    head: Vec<u8>,
    most: u64,
}

/// Bytes that are kept; [`AttachFile`](super::AttachFile) tells of them. Those that nothing tells of are swept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// SHA-256, in hexadecimals.
    pub hash: String,
    pub size: u64,
    /// The media type that the first bytes tell.
    pub media: String,
}

impl Receiving {
    /// # Errors
    /// What the disk says.
    pub async fn begin(desk: &Desk) -> Result<Receiving> {
        let name: String = desk.secret().iter().map(|byte| format!("{byte:02x}")).collect();
        // A name of its own length is no hash, so nobody takes it for one.
        let incoming = desk.files().receive(&name[..40]).await?;
        Ok(Receiving { incoming, head: Vec::new(), most: desk.files().most() })
    }

    /// Takes the bytes that follow.
    ///
    /// # Errors
    /// A fault at `file` when there are too many; what the disk says.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        if self.incoming.size() + bytes.len() as u64 > self.most {
            return Err(Error::field("file", Fault::TooLarge { most: self.most }));
        }
        let room = file::HEAD - self.head.len();
        self.head.extend_from_slice(&bytes[..room.min(bytes.len())]);
        Ok(self.incoming.write(bytes).await?)
    }

    /// Puts all of it on the disk.
    ///
    /// # Errors
    /// A fault at `file` when there is nothing; what the disk says.
    pub async fn keep(self) -> Result<Kept> {
        let size = self.incoming.size();
        if size == 0 {
            return Err(Error::field("file", Fault::Empty));
        }
        let media = file::media(&self.head).to_owned();
        Ok(Kept { hash: self.incoming.keep().await?, size, media })
    }
}
