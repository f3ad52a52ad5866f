//! Column names as a person reads them.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

/// A column name without odd spaces and marks.
pub(crate) fn normal(name: &str) -> String {
    let clean: String = name.nfc().filter(|c| !matches!(c, '\u{feff}' | '\u{200b}')).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What two spellings of the same column name have in common.
pub(crate) fn key(name: &str) -> String {
    normal(name).to_lowercase()
}

/// The header as it is shown and mapped: nameless columns are `column 3`, a second `Phone` is `Phone (2)`.
pub(super) fn headers<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut headers = Vec::new();
    for (at, cell) in cells.enumerate() {
        let mut base = normal(cell);
        if base.is_empty() {
            base = format!("column {}", at + 1);
        }
        let mut name = base.clone();
        let mut nth = 2;
        while !taken.insert(key(&name)) {
            name = format!("{base} ({nth})");
            nth += 1;
        }
        headers.push(name);
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::headers;

    #[test]
    fn every_column_has_a_name_of_its_own() {
        let names = headers(["\u{feff}Phone", " phone ", "", "Deal\u{a0} name"].into_iter());
        assert_eq!(names, ["Phone", "phone (2)", "column 3", "Deal name"]);
    }
}
