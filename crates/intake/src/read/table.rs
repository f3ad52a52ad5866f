//! A file as a table: header, and records with the lines they stand on.

use std::borrow::Cow;

use csv::StringRecord;

use super::{
    delimiter::{Delimiter, announced},
    encoding::{EncodingName, decode},
    guard::unguarded,
    header::headers,
    sniff::{refuse_binary, refuse_other_kinds},
    unclosed::unclosed_quote,
};
use crate::error::ReadError;

/// A file that can be read as a table.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    text: Cow<'a, str>,
    /// Where in the text the header begins, and the line it stands on.
    start: (usize, u64),
    pub encoding: EncodingName,
    pub delimiter: Delimiter,
    /// Names of the columns, each different from the others.
    pub headers: Vec<String>,
}

impl<'a> Table<'a> {
    /// Finds encoding and delimiter (declared ones win) and reads the header. A file of a header alone
    /// has no rows and is no fault.
    ///
    /// # Errors
    /// Another kind of file, nothing in it, bytes that the encoding does not have, a quote never closed.
    pub fn open(
        bytes: &'a [u8],
        encoding: Option<EncodingName>,
        delimiter: Option<Delimiter>,
    ) -> Result<Self, ReadError> {
        refuse_other_kinds(bytes)?;
        let (mut text, encoding) = decode(bytes, encoding)?;
        refuse_binary(&text)?;
        if text.contains('\r') && !text.contains('\n') {
            // Line ends of old Macintoshes, which a reader of CSV does not count as lines.
            text = Cow::Owned(text.replace('\r', "\n"));
        }
        let (told, start) = match announced(&text) {
            Some((told, rest)) => (Some(told), (text.len() - rest.len(), 2)),
            None => (None, (0, 1)),
        };
        let body = &text[start.0..];
        let delimiter = delimiter.or(told).unwrap_or_else(|| Delimiter::detect(body));
        if let Some(line) = unclosed_quote(body, delimiter.byte()) {
            return Err(ReadError::QuoteNotClosed { line: line + start.1 - 1 });
        }
        let mut table = Self { text, start, encoding, delimiter, headers: Vec::new() };
        table.headers = table.read_header()?;
        Ok(table)
    }

    fn read_header(&self) -> Result<Vec<String>, ReadError> {
        let mut first = StringRecord::new();
        let mut reader = self.reader();
        let found = reader.read_record(&mut first).unwrap_or(false);
        if !found || first.iter().all(|cell| cell.trim().is_empty()) {
            return Err(ReadError::Empty);
        }
        Ok(headers(first.iter()))
    }

    fn reader(&self) -> csv::Reader<&[u8]> {
        csv::ReaderBuilder::new()
            .delimiter(self.delimiter.byte())
            .has_headers(false)
            .flexible(true)
            .from_reader(&self.text.as_bytes()[self.start.0..])
    }

    /// The rows below the header. Lines with nothing on them are no rows.
    pub fn records(&self) -> Records<'_> {
        let mut reader = self.reader();
        let mut header = StringRecord::new();
        // The header was read when the table was opened; reading it again cannot fail.
        let _ = reader.read_record(&mut header);
        let body = &self.text.as_bytes()[self.start.0..];
        Records { reader, record: StringRecord::new(), body, first_line: self.start.1 }
    }

    /// Bytes of text from the header on: what [`Records::bytes_read`] goes up to.
    pub fn size(&self) -> u64 {
        (self.text.len() - self.start.0) as u64
    }

    /// How many rows there are.
    pub fn count(&self) -> u64 {
        let mut records = self.records();
        let mut rows = 0;
        while records.advance().is_some() {
            rows += 1;
        }
        rows
    }
}

/// Goes through the rows of a table.
pub struct Records<'t> {
    reader: csv::Reader<&'t [u8]>,
    record: StringRecord,
    body: &'t [u8],
    first_line: u64,
}

impl Records<'_> {
    /// The next row and the line on which it begins, from 1.
    pub fn advance(&mut self) -> Option<(u64, &StringRecord)> {
        // Text in memory that is UTF-8 and of any width: the reader knows no further fault.
        if !self.reader.read_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        if self.record.iter().any(|cell| cell != unguarded(cell)) {
            let position = self.record.position().cloned();
            self.record = self.record.iter().map(unguarded).collect();
            self.record.set_position(position);
        }
        let line = self.record.position().map_or(0, |position| self.line_at(position));
        Some((line + self.first_line - 1, &self.record))
    }

    /// The reader's position is behind the last value; the line ends and empty lines in between are not
    /// part of the row.
    fn line_at(&self, position: &csv::Position) -> u64 {
        let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let between =
            self.body.get(from..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n'));
        position.line() + between.filter(|b| **b == b'\n').count() as u64
    }

    /// The row that `advance` gave last.
    pub fn current(&self) -> &StringRecord {
        &self.record
    }

    /// How far it has come, in bytes of text behind the header's start.
    pub fn bytes_read(&self) -> u64 {
        self.reader.position().byte()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(bytes: &[u8]) -> Result<Table<'_>, ReadError> {
        Table::open(bytes, None, None)
    }

    fn all(table: &Table<'_>) -> Vec<(u64, Vec<String>)> {
        let mut records = table.records();
        let mut rows = Vec::new();
        while let Some((line, record)) = records.advance() {
            rows.push((line, record.iter().map(ToOwned::to_owned).collect()));
        }
        rows
    }

    #[test]
    fn rows_know_the_line_on_which_they_begin() {
        let table = open(b"a;b\r\n1;\"x\r\ny\"\r\n\r\n2;z").unwrap();
        let rows = all(&table);
        assert_eq!(rows[0], (2, vec!["1".to_owned(), "x\r\ny".to_owned()]));
        assert_eq!(rows[1], (5, vec!["2".to_owned(), "z".to_owned()]));
        assert_eq!(all(&open(b"a\r1\r2\r").unwrap()).last().map(|row| row.0), Some(3));
    }

    #[test]
    fn an_apostrophe_that_guards_from_formulas_is_taken_away() {
        let rows = all(&open(b"a,b\n'=1+1,'quoted'\n'@x,''+y\n").unwrap());
        assert_eq!(rows[0], (2, vec!["=1+1".to_owned(), "'quoted'".to_owned()]));
        assert_eq!(rows[1], (3, vec!["@x".to_owned(), "'+y".to_owned()]));
    }

    #[test]
    fn a_workbook_is_refused_by_its_name() {
        let fault = open(b"PK\x03\x04rest").unwrap_err();
        assert!(fault.to_string().contains("Excel"), "{fault}");
        assert!(fault.says().ru.contains("CSV"));
    }

    #[test]
    fn an_empty_file_is_a_fault_and_a_header_alone_is_not() {
        assert_eq!(open(b"").unwrap_err(), ReadError::Empty);
        assert_eq!(open(b"\xef\xbb\xbf\r\n").unwrap_err(), ReadError::Empty);
        assert_eq!(open(b"a,b\n").unwrap().count(), 0);
    }

    #[test]
    fn a_file_cut_off_in_a_quote_is_refused_with_the_line() {
        assert_eq!(open(b"a,b\n1,2\n3,\"cut").unwrap_err(), ReadError::QuoteNotClosed { line: 3 });
    }

    #[test]
    fn excel_may_announce_its_delimiter() {
        let table = open(b"sep=|\na|b,c\n1|2,3\n").unwrap();
        assert_eq!((table.delimiter, table.headers.len()), (Delimiter::Bar, 2));
        assert_eq!(all(&table)[0].0, 3);
    }

    #[test]
    fn random_bytes_are_called_binary() {
        let fault = open(b"\x01\x02\x03\x04\x05,\x06\x07\n\x01").unwrap_err();
        assert!(matches!(fault, ReadError::NotText { .. }));
    }
}
