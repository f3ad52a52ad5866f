//! Files into a backup and out of it.

use std::path::Path;
use std::{fs, io};

use sha2::{Digest, Sha256};

use super::incoming::sync;
use super::{Files, INCOMING, entries};
use crate::{Error, Result};

/// Copies all kept files to another folder. Those that are there already stay; one that is not what its name says is
/// an error, for a backup of it would be none.
///
/// # Errors
/// [`Error::Backup`] with the file and what is wrong with it.
pub fn copy_files(from: &Path, to: &Path) -> Result<u64> {
    let mut copied = 0;
    for (hash, path) in kept(from)? {
        let target = Files::new(to, 0).path(&hash);
        let Some(target) = target.filter(|target| !target.exists()) else { continue };
        let found = copy(&path, &target).map_err(|error| trouble(&path, &error.to_string()))?;
        match found {
            // Swept while others were copied.
            None => continue,
            Some(found) if found != hash => {
                return Err(trouble(&path, "it does not hold what its name says"));
            }
            Some(_) => copied += 1,
        }
    }
    if copied > 0 {
        sync(to).map_err(|error| trouble(to, &error.to_string()))?;
    }
    Ok(copied)
}

/// Hashes and where they lie.
fn kept(folder: &Path) -> Result<impl Iterator<Item = (String, std::path::PathBuf)>> {
    let mut all = Vec::new();
    for part in entries(folder)?.into_iter().filter(|part| !part.ends_with(INCOMING)) {
        all.extend(entries(&part)?);
    }
    let named = |path: std::path::PathBuf| {
        let name = path.file_name()?.to_str()?.to_owned();
        Files::new("", 0).path(&name).map(|_| (name, path))
    };
    Ok(all.into_iter().filter_map(named))
}

/// Copies one file so that it never looks whole before it is, and answers the hash of what was copied.
fn copy(from: &Path, to: &Path) -> io::Result<Option<String>> {
    let mut source = match fs::File::open(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    let folder = to.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let partial = to.with_extension("partial");
    let mut target = fs::File::create(&partial)?;
    let hash = pour(&mut source, &mut target)?;
    target.sync_all()?;
    fs::rename(&partial, to)?;
    sync(folder)?;
    Ok(Some(hash))
}

/// Bytes from one to the other, and their hash.
fn pour(source: &mut impl io::Read, target: &mut impl io::Write) -> io::Result<String> {
    let (mut hasher, mut part) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let read = source.read(&mut part)?;
        if read == 0 {
            break;
        }
        hasher.update(&part[..read]);
        target.write_all(&part[..read])?;
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Files {
    /// What is wrong with the bytes of a hash, if anything is. Blocks.
    ///
    /// # Errors
    /// What the disk says.
    pub fn fault_of(&self, hash: &str, size: i64) -> Result<Option<String>> {
        let Some(path) = self.path(hash) else { return Ok(Some(format!("{hash} is no hash"))) };
        let read = || -> io::Result<(u64, String)> {
            let mut file = fs::File::open(&path)?;
            Ok((file.metadata()?.len(), pour(&mut file, &mut io::sink())?))
        };
        match read() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok(Some("the bytes are missing".to_owned()))
            }
            Err(error) => Err(super::said(&error)),
            Ok((_, found)) if found != hash => Ok(Some("the bytes are others".to_owned())),
            Ok((found, _)) if i64::try_from(found) != Ok(size) => {
                Ok(Some(format!("{found} bytes, not {size}")))
            }
            Ok(_) => Ok(None),
        }
    }
}

fn trouble(path: &Path, what: &str) -> Error {
    Error::Backup { what: format!("the file {}: {what}", path.display()) }
}
