//! Numbers as people write them: `1 234,50`, `1,234.50`, `17 511,96`.

use crate::mapping::{DecimalMark, Thousands};

/// An exact decimal: `digits` divided by ten to the `places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub digits: i128,
    pub places: u32,
}

impl Number {
    /// The whole number it is, if it is one.
    pub(crate) fn whole(self) -> Option<i64> {
        let one = 10_i128.checked_pow(self.places)?;
        if self.digits % one != 0 { None } else { i64::try_from(self.digits / one).ok() }
    }
}

/// Why a cell is not read as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberFault {
    NotANumber,
    /// `1,234`: thousands or decimals.
    Ambiguous,
}

const SPACES: &[Thousands] = &[Thousands::Space, Thousands::Nbsp, Thousands::Apostrophe];

/// Reads a cell as a number. Where no decimal mark is declared, the last of two different signs is it,
/// and a single sign before exactly three digits is ambiguous.
pub(crate) fn read_number(
    text: &str,
    decimal: Option<DecimalMark>,
    thousands: Option<&[Thousands]>,
) -> Result<Number, NumberFault> {
    let (negative, body) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(body) => (true, body),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mark = match decimal {
        Some(mark) => Some(mark.sign()),
        None => guess_mark(body, thousands)?,
    };
    let (whole, fraction) = match mark.and_then(|mark| body.rsplit_once(mark)) {
        Some((whole, fraction)) => (whole, fraction),
        None => (body, ""),
    };
    let parts_thousands = |sign: char| match thousands {
        Some(list) => list.iter().any(|t| t.is(sign)),
        None => SPACES.iter().any(|t| t.is(sign)) || (matches!(sign, ',' | '.') && Some(sign) != mark),
    };
    let mut digits = grouped(whole, parts_thousands)?;
    for byte in fraction.bytes() {
        digits = push(digits, byte)?;
    }
    if whole.is_empty() && fraction.is_empty() {
        return Err(NumberFault::NotANumber);
    }
    let places = u32::try_from(fraction.len()).map_err(|_| NumberFault::NotANumber)?;
    Ok(Number { digits: if negative { -digits } else { digits }, places })
}

/// Digits in one group, or in groups of three behind the first.
fn grouped(whole: &str, parts: impl Fn(char) -> bool) -> Result<i128, NumberFault> {
    let mut digits = 0;
    let mut groups = 0;
    let mut width = 0;
    for sign in whole.chars() {
        if parts(sign) {
            if width == 0 || (groups > 0 && width != 3) {
                return Err(NumberFault::NotANumber);
            }
            groups += 1;
            width = 0;
        } else {
            digits = push(digits, u8::try_from(sign).map_err(|_| NumberFault::NotANumber)?)?;
            width += 1;
        }
    }
    if groups > 0 && width != 3 { Err(NumberFault::NotANumber) } else { Ok(digits) }
}

fn push(digits: i128, byte: u8) -> Result<i128, NumberFault> {
    if !byte.is_ascii_digit() {
        return Err(NumberFault::NotANumber);
    }
    digits.checked_mul(10).and_then(|d| d.checked_add(i128::from(byte - b'0'))).ok_or(NumberFault::NotANumber)
}

/// The decimal mark of an undeclared number.
fn guess_mark(body: &str, thousands: Option<&[Thousands]>) -> Result<Option<char>, NumberFault> {
    let free = |sign: char| !thousands.is_some_and(|list| list.iter().any(|t| t.is(sign)));
    let mut signs = body.match_indices([',', '.']).filter(|(_, s)| s.chars().all(free));
    let Some((first_at, first)) = signs.next() else { return Ok(None) };
    let Some((mut last_at, mut last)) = signs.next() else {
        let tail = body.len() - first_at - 1;
        let head = body[..first_at].trim_start_matches('0');
        return if tail == 3 && (1..=3).contains(&head.len()) && thousands.is_none() {
            Err(NumberFault::Ambiguous)
        } else {
            Ok(first.chars().next())
        };
    };
    for (at, sign) in signs {
        (last_at, last) = (at, sign);
    }
    let same = first == last && body[..last_at].matches(last).count() >= 1;
    Ok(if same { None } else { last.chars().next() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(i128, u32), NumberFault> {
        read_number(text, None, None).map(|n| (n.digits, n.places))
    }

    #[test]
    fn numbers_of_all_countries_are_read() {
        assert_eq!(read("17\u{a0}511,96"), Ok((1_751_196, 2)));
        assert_eq!(read("1,234.50"), Ok((123_450, 2)));
        assert_eq!(read("1.234.567"), Ok((1_234_567, 0)));
        assert_eq!(read("1.234.567,8"), Ok((12_345_678, 1)));
        assert_eq!(read("-12"), Ok((-12, 0)));
        assert_eq!(read("0,125"), Ok((125, 3)));
        assert_eq!(read("1100.04"), Ok((110_004, 2)));
    }

    #[test]
    fn a_number_with_two_readings_is_asked_about() {
        assert_eq!(read("1,234"), Err(NumberFault::Ambiguous));
        let point = read_number("1,234", Some(DecimalMark::Point), Some(&[Thousands::Comma]));
        assert_eq!(point, Ok(Number { digits: 1234, places: 0 }));
        let comma = read_number("1,234", Some(DecimalMark::Comma), None);
        assert_eq!(comma, Ok(Number { digits: 1234, places: 3 }));
    }

    #[test]
    fn groups_that_are_no_groups_are_no_numbers() {
        for text in ["1 23", "12,3,4", "", "-", "1 2345", "12a", "1e5", "NaN", ",", "1,,2"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
