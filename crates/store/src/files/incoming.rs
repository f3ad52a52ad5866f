//! Bytes on their way in: hashed as they come, on the disk before they are told of.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::{fs, io};

use sha2::{Digest, Sha256};
use tokio::fs::File;
use tokio::io::AsyncWriteExt;

use super::{Files, said};
use crate::Result;

/// A file being received. Dropped before it is kept, nothing of it stays.
#[derive(Debug)]
pub struct Incoming {
    files: Files,
    path: PathBuf,
    file: File,
    hasher: Sha256,
    size: u64,
}

impl Incoming {
    pub(super) async fn begin(files: Files, path: PathBuf) -> Result<Incoming> {
        let make = async || {
            if let Some(folder) = path.parent() {
                tokio::fs::create_dir_all(folder).await?;
            }
            File::create_new(&path).await
        };
        let file = make().await.map_err(|error| said(&error))?;
        Ok(Incoming { files, path, file, hasher: Sha256::new(), size: 0 })
    }

    /// Takes the bytes that follow.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).await.map_err(|error| said(&error))?;
        self.hasher.update(bytes);
        self.size += bytes.len() as u64;
        Ok(())
    }

    /// Bytes so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Puts the bytes on the disk under their hash, and answers it. The same bytes are kept once.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn keep(mut self) -> Result<String> {
        let settle = async |file: &mut File| {
            file.flush().await?;
            file.sync_all().await
        };
        settle(&mut self.file).await.map_err(|error| said(&error))?;
        let digest = std::mem::take(&mut self.hasher).finalize();
        let hash: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let named = tokio::task::spawn_blocking(move || {
            self.name(&hash).map(|()| hash).map_err(|error| said(&error))
        });
        named.await.unwrap_or_else(|error| Err(said(&io::Error::other(error))))
    }

    /// Gives the bytes their hash for a name. Those there already are replaced by the same, and are young again.
    fn name(self, hash: &str) -> io::Result<()> {
        let path = self.files.path(hash).ok_or_else(|| io::Error::other("a hash of odd form"))?;
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let naming = self.files.0.naming.lock().unwrap_or_else(PoisonError::into_inner);
        fs::rename(&self.path, &path)?;
        drop(naming);
        let files = &self.files.0.folder;
        [folder, files, files.parent().unwrap_or(files)].into_iter().try_for_each(sync)
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // Once it has its name it is not there any more; what stays for another reason is swept by age.
        let _ = fs::remove_file(&self.path);
    }
}

/// A name outlives a power cut only when its folder is on the disk too.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::File::open(folder)?.sync_all()
}
