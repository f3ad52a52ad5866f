//! Files that are no text: said by name, with what to do.

use crate::error::ReadError;

const SAVE_AS_CSV: &str = "open it and save it as CSV";
const WRONG_FILE: &str = "choose the CSV file that was exported";

/// First bytes, what they are and what to do about it.
const KINDS: &[(&[u8], &str, &str)] = &[
    (b"PK\x03\x04", "an Excel workbook (.xlsx) or another zip archive", SAVE_AS_CSV),
    (b"PK\x05\x06", "an empty zip archive", WRONG_FILE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook (.xls)", SAVE_AS_CSV),
    (b"%PDF-", "a PDF document", WRONG_FILE),
    (b"\x89PNG\r\n", "a PNG picture", WRONG_FILE),
    (b"\xff\xd8\xff", "a JPEG picture", WRONG_FILE),
    (b"GIF8", "a GIF picture", WRONG_FILE),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"SQLite format 3\0", "an SQLite database", WRONG_FILE),
    (b"\x7fELF", "a program", WRONG_FILE),
    (b"{\\rtf", "an RTF document", SAVE_AS_CSV),
];

/// Refuses files that are known not to be a table of text.
pub(super) fn refuse_other_kinds(bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some((_, kind, mend)) = KINDS.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(ReadError::NotText { kind, mend });
    }
    let start: Vec<u8> =
        bytes.iter().filter(|b| !b.is_ascii_whitespace()).take(14).map(u8::to_ascii_lowercase).collect();
    if start.starts_with(b"<!doctypehtml") || start.starts_with(b"<html") {
        return Err(ReadError::NotText { kind: "a web page", mend: WRONG_FILE });
    }
    Ok(())
}

/// Refuses text that is full of control characters: no table is.
pub(super) fn refuse_binary(text: &str) -> Result<(), ReadError> {
    let binary = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0b' | '\x0c');
    let (mut odd, mut all) = (0usize, 0usize);
    for c in text.chars().take(8_192) {
        all += 1;
        odd += usize::from(binary(c));
    }
    if text.contains('\0') || odd * 50 > all {
        return Err(ReadError::NotText { kind: "a binary file", mend: WRONG_FILE });
    }
    Ok(())
}
