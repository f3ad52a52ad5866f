//! What an import would do, before it writes anything.

mod columns;
mod file;
mod known;
mod names;
mod questions;

use serde::Serialize;

pub use columns::{ColumnPreview, Found};
pub use file::{Duplicate, FilePreview, ReasonCount};
pub use known::Known;

use crate::{basis::Basis, mapping::Mapping, question::Question};
use names::Names;

/// What was found in the files of an import.
#[derive(Clone, Debug, Serialize)]
pub struct Preview {
    /// In the order in which they would be imported.
    pub files: Vec<FilePreview>,
    /// Names of given files that the mapping does not speak of.
    pub ignored: Vec<String>,
    /// Patterns of the mapping's files for which none was given.
    pub missing: Vec<String>,
    /// What has more than one meaning; answers go into the mapping ([`Mapping::answer`]).
    pub questions: Vec<Question>,
}

/// Reads the files (name without folder, bytes) as the mapping says and tells what would come of it.
/// A file that cannot be read is told among the others, with its fault.
pub fn preview(mapping: &Mapping, files: &[(&str, &[u8])], known: &Known, basis: &Basis) -> Preview {
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    let plan = mapping.plan(&names);
    let mut known_names = Names::of(known);
    let mut questions = Vec::new();
    let mut previews = Vec::new();
    for (file, given) in plan.taken {
        let (name, bytes) = files[given];
        previews.push(file::look(mapping, file, name, bytes, known, &mut known_names, basis, &mut questions));
    }
    Preview {
        files: previews,
        ignored: plan.ignored.into_iter().map(|given| names[given].to_owned()).collect(),
        missing: plan.missing.into_iter().map(|file| mapping.files[file].matches.join(", ")).collect(),
        questions,
    }
}
