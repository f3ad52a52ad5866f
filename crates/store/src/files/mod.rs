//! Bytes of files, each under the hash of what it holds, in a folder beside the database.
//!
//! They are written under a passing name, are on the disk with their folder before they get their hash for a name, and
//! only then may a row tell of them: a row always finds its bytes. Bytes that no row tells of are swept by age.

mod incoming;
mod keep;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use std::{fs, io};

pub use incoming::Incoming;
pub use keep::copy_files;

use crate::{Error, Result};

/// What is being received, beside the folders of hashes.
const INCOMING: &str = "incoming";
/// A hash in hexadecimals.
const HASH: usize = 64;

/// The folder of files. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Files(Arc<Place>);

#[derive(Debug)]
struct Place {
    folder: PathBuf,
    most: u64,
    /// Held while bytes get their name, and while they lose it.
    naming: Mutex<()>,
}

/// Kept bytes, opened to be read.
#[derive(Debug)]
pub struct Opened {
    pub file: tokio::fs::File,
    pub size: u64,
}

impl Files {
    /// Files in `folder`, which is made with the first of them; none of more than `most` bytes.
    pub fn new(folder: impl Into<PathBuf>, most: u64) -> Files {
        Files(Arc::new(Place { folder: folder.into(), most, naming: Mutex::default() }))
    }

    /// Bytes that one file may have.
    pub fn most(&self) -> u64 {
        self.0.most
    }

    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Begins to receive under a name that nobody else has taken.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn receive(&self, name: &str) -> Result<Incoming> {
        Incoming::begin(self.clone(), self.0.folder.join(INCOMING).join(name)).await
    }

    /// The bytes of a hash; none where they are missing.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn open(&self, hash: &str) -> Result<Option<Opened>> {
        let Some(path) = self.path(hash) else { return Ok(None) };
        let file = match tokio::fs::File::open(path).await {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(said(&error)),
        };
        let size = file.metadata().await.map_err(|error| said(&error))?.len();
        Ok(Some(Opened { file, size }))
    }

    /// Hashes and leftovers of receiving whose bytes are older than `age` as of `now`: they may be swept, unless a row
    /// tells of them. Blocks.
    ///
    /// # Errors
    /// What the disk says.
    pub fn list_older(&self, age: Duration, now: SystemTime) -> Result<Vec<String>> {
        let mut old = Vec::new();
        for folder in entries(&self.0.folder)? {
            for file in entries(&folder)? {
                let name = file.file_name().and_then(|name| name.to_str()).map(str::to_owned);
                old.extend(name.filter(|_| is_older(&file, age, now)));
            }
        }
        Ok(old)
    }

    /// Removes bytes that are still older than `age`: those received again meanwhile are young. Blocks.
    ///
    /// # Errors
    /// What the disk says.
    pub fn remove_older(&self, name: &str, age: Duration, now: SystemTime) -> Result<()> {
        let path = self.path(name).unwrap_or_else(|| self.0.folder.join(INCOMING).join(name));
        let _naming = self.0.naming.lock().unwrap_or_else(PoisonError::into_inner);
        if is_older(&path, age, now) { fs::remove_file(path).map_err(|error| said(&error)) } else { Ok(()) }
    }

    /// Where the bytes of a hash lie; none for what is no hash.
    fn path(&self, hash: &str) -> Option<PathBuf> {
        let is_hash =
            hash.len() == HASH && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_hash.then(|| self.0.folder.join(&hash[..2]).join(hash))
    }
}

/// What lies in a folder; nothing in one that is not there.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(said(&error)),
    };
    read.map(|entry| Ok(entry.map_err(|error| said(&error))?.path())).collect()
}

/// Whether a file is there and was last written that long before `now`.
fn is_older(path: &Path, age: Duration, now: SystemTime) -> bool {
    let written = fs::metadata(path).and_then(|about| about.modified());
    written.is_ok_and(|written| now.duration_since(written).is_ok_and(|since| since > age))
}

/// The disk's words in the store's.
fn said(error: &io::Error) -> Error {
    let what = format!("the folder of files: {error}");
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull { what },
        _ => Error::Unavailable { what },
    }
}
