//! Which encoding the bytes are in, and their text.

use std::{borrow::Cow, fmt};

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::ReadError;

/// How many bytes are looked at to find the encoding out.
const LOOK: usize = 64 * 1024;

/// An encoding by its name, as the mapping declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EncodingName(pub(super) &'static Encoding);

impl EncodingName {
    /// Finds it by any of its usual names (`utf-8`, `cp1251`, `windows-1251`, `koi8-r`, ...).
    ///
    /// # Errors
    /// [`ReadError::UnknownEncoding`].
    pub fn find(label: &str) -> Result<Self, ReadError> {
        let known = Encoding::for_label(label.as_bytes()).filter(|found| *found != encoding_rs::REPLACEMENT);
        known.map(Self).ok_or_else(|| ReadError::UnknownEncoding(label.to_owned()))
    }

    /// The bytes of a text in this encoding; what it lacks becomes `?`-like references. For tests and exports.
    pub fn encode(self, text: &str) -> Vec<u8> {
        let units = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect();
        match self.0 {
            e if e == UTF_16LE => units(u16::to_le_bytes),
            e if e == UTF_16BE => units(u16::to_be_bytes),
            e => e.encode(text).0.into_owned(),
        }
    }
}

impl fmt::Display for EncodingName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.name().to_ascii_lowercase())
    }
}

impl Serialize for EncodingName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EncodingName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::find(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// The text of the bytes, without byte order mark. A declared encoding wins over what they look like.
pub(super) fn decode(
    bytes: &[u8],
    declared: Option<EncodingName>,
) -> Result<(Cow<'_, str>, EncodingName), ReadError> {
    let name = declared.unwrap_or_else(|| EncodingName(detect(bytes)));
    let body = match Encoding::for_bom(bytes) {
        Some((marked, length)) if marked == name.0 => &bytes[length..],
        _ => bytes,
    };
    let text = name
        .0
        .decode_without_bom_handling_and_without_replacement(body)
        .ok_or_else(|| ReadError::BadBytes { encoding: name.to_string(), line: bad_line(name.0, body) })?;
    Ok((text, name))
}

fn bad_line(encoding: &'static Encoding, body: &[u8]) -> u64 {
    let (text, _) = encoding.decode_without_bom_handling(body);
    let before = text.split('\u{fffd}').next().unwrap_or_default();
    1 + before.bytes().filter(|b| *b == b'\n').count() as u64
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    let start = &bytes[..bytes.len().min(LOOK)];
    if let Some(wide) = unmarked_utf16(start) {
        return wide;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        Err(fault) if fault.valid_up_to() > LOOK => UTF_8,
        Err(_) => eight_bit(bytes),
    }
}

/// UTF-16 without a mark shows as zeros in every other byte: its delimiters and digits have one.
fn unmarked_utf16(start: &[u8]) -> Option<&'static Encoding> {
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    let some = (start.len() / 20).max(1);
    if low_first >= some && high_first * 10 <= low_first {
        Some(UTF_16LE)
    } else if high_first >= some && low_first * 10 <= high_first {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn eight_bit(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new();
    let start = &bytes[..bytes.len().min(LOOK)];
    let before = start.iter().any(|b| *b >= 0x80);
    detector.feed(if before { start } else { bytes }, true);
    let guess = detector.guess(None, false);
    if [WINDOWS_1251, KOI8_R, KOI8_U].contains(&guess) || mostly_cyrillic(bytes) {
        return if russian(WINDOWS_1251, bytes) >= russian(KOI8_R, bytes) { WINDOWS_1251 } else { KOI8_R };
    }
    guess
}

/// Words of high letters, as Cyrillic has them, rather than single ones between Latin letters.
fn mostly_cyrillic(bytes: &[u8]) -> bool {
    let letters = bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let high = bytes.iter().filter(|b| **b >= 0xc0).count();
    let pairs = bytes.windows(2).filter(|pair| pair[0] >= 0xc0 && pair[1] >= 0xc0).count();
    pairs * 2 > high && high * 3 > letters
}

/// How much like Russian the bytes read. Windows-1251 read as KOI8-R has its cases turned about.
fn russian(encoding: &'static Encoding, bytes: &[u8]) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(&bytes[..bytes.len().min(LOOK)]);
    let mut before = ' ';
    let mut score = 0;
    for c in text.chars() {
        score += match c {
            'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' => 2,
            'а'..='я' | 'ё' => 1,
            'А'..='Я' | 'Ё' if before.is_lowercase() => -4,
            '«' | '»' | '—' | '–' | '№' => 2,
            '\u{2500}'..='\u{25ff}' => -3,
            _ => 0,
        };
        before = c;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Название;Компания\nПоставка оборудования;ООО «Ромашка»\nМонтаж;ЗАО Юпитер\n";

    #[test]
    fn russian_is_told_apart_in_every_encoding() {
        for label in ["utf-8", "utf-16le", "utf-16be", "windows-1251", "koi8-r"] {
            let name = EncodingName::find(label).unwrap();
            let text = if label == "koi8-r" { TEXT.replace(['«', '»'], "") } else { TEXT.to_owned() };
            let bytes = name.encode(&text);
            let (read, found) = decode(&bytes, None).unwrap();
            assert_eq!((found, read.as_ref()), (name, text.as_str()), "{label}");
        }
    }

    #[test]
    fn umlauts_are_not_taken_for_russian() {
        let bytes = EncodingName::find("windows-1252").unwrap().encode("Firma;Straße\nMüller;Königsallee\n");
        assert_eq!(decode(&bytes, None).unwrap().1.to_string(), "windows-1252");
    }

    #[test]
    fn a_declared_encoding_wins_and_its_bad_bytes_have_a_line() {
        let bytes = EncodingName::find("windows-1251").unwrap().encode("a;b\n1;2\nПривет;3\n");
        let fault = decode(&bytes, Some(EncodingName::find("utf-8").unwrap())).unwrap_err();
        assert_eq!(fault, ReadError::BadBytes { encoding: "utf-8".into(), line: 3 });
    }

    #[test]
    fn half_a_character_at_the_end_is_a_fault() {
        let mut bytes = EncodingName::find("utf-16le").unwrap().encode("a\tb\n1\t2");
        bytes.push(0x20);
        assert!(matches!(decode(&bytes, None), Err(ReadError::BadBytes { line: 2, .. })));
    }
}
