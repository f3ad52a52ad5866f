//! Real files, where `DEALWRIGHT_REAL_DATA` names the folder that has them. They are never in the project.

use std::path::PathBuf;

/// The bytes of a real file; nothing (said aloud) where there are none.
pub fn real(path: &str) -> Option<Vec<u8>> {
    let Some(folder) = std::env::var_os("DEALWRIGHT_REAL_DATA") else {
        eprintln!(
            "{path}: DEALWRIGHT_REAL_DATA is not set; only the generated file of the same shape is tested"
        );
        return None;
    };
    let path = PathBuf::from(folder).join(path);
    Some(std::fs::read(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display())))
}
