//! Which of the given files the mapping takes, and in what order.

use serde::Serialize;

use super::{Mapping, glob::fits};

/// Files as they will be imported. Numbers count from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// In order: the mapping's file, the given file.
    pub taken: Vec<(usize, usize)>,
    /// Given files that the mapping does not name.
    pub ignored: Vec<usize>,
    /// The mapping's files for which none was given.
    pub missing: Vec<usize>,
}

impl Mapping {
    /// Sorts the given file names (without folders) into taken, ignored and missing.
    pub fn plan<S: AsRef<str>>(&self, names: &[S]) -> Plan {
        let mut taken: Vec<(usize, usize)> = names
            .iter()
            .enumerate()
            .filter_map(|(given, name)| Some((self.file_for(name.as_ref())?, given)))
            .collect();
        taken.sort_by_key(|(file, _)| *file);
        let ignored = (0..names.len()).filter(|given| taken.iter().all(|(_, g)| g != given)).collect();
        let missing = (0..self.files.len()).filter(|file| taken.iter().all(|(f, _)| f != file)).collect();
        Plan { taken, ignored, missing }
    }

    /// The mapping's first file whose names the given name fits.
    pub fn file_for(&self, name: &str) -> Option<usize> {
        self.files.iter().position(|file| file.matches.iter().any(|pattern| fits(pattern, name)))
    }
}
