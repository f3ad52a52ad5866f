//! The crate from outside: shipped mappings on real and generated files, and properties of any file.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "tests may panic"))]

mod corrections;
mod generated;
mod maven;
mod properties;
mod real_data;
mod russian;

use dealwright_intake::{Basis, Draft, Mapping, Mend, Table, rows};

/// The day of import in these tests.
fn basis() -> Basis {
    Basis { today: jiff::civil::date(2026, 3, 2), currency: "EUR".into() }
}

/// A shipped mapping.
fn shipped(name: &str) -> Mapping {
    let path = format!("{}/../../mappings/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    Mapping::from_yaml(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// All rows of a file.
fn import(mapping: &Mapping, name: &str, bytes: &[u8]) -> (Vec<Draft>, Vec<Mend>) {
    let file = mapping.file_for(name).unwrap();
    let spec = &mapping.files[file];
    let table = Table::open(bytes, spec.encoding, spec.delimiter).unwrap();
    let basis = basis();
    let (mut drafts, mut mends) = (Vec::new(), Vec::new());
    for row in rows(mapping, file, &table, &basis).unwrap() {
        match row {
            Ok(draft) => drafts.push(draft),
            Err(mend) => mends.push(mend),
        }
    }
    (drafts, mends)
}
