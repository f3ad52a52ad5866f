//! Money is minor units with an ISO 4217 currency, never a float.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

use crate::Fault;

/// The largest amount that is taken, in minor units: sums over a million of them still fit.
const MOST: i64 = 1_000_000_000_000_000;

/// An amount in minor units (cents, kopecks) of a currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    pub currency: String,
}

impl Money {
    pub fn new(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.to_owned() }
    }
}

/// Digits after the point of a currency: 2 for most, 0 for JPY. Unknown codes count as 2.
pub fn digits(currency: &str) -> u32 {
    Currency::from_code(currency).and_then(|known| known.exponent()).map_or(2, u32::from)
}

/// The sign people write (`£`, `₽`), or the code where there is none.
pub fn sign(currency: &str) -> String {
    Currency::from_code(currency).map_or_else(|| currency.to_owned(), |known| known.symbol().to_string())
}

/// The code in capitals if it is a currency of ISO 4217.
pub fn parse_currency(text: &str) -> Result<String, Fault> {
    let code = text.trim().to_uppercase();
    Currency::from_code(&code).map(|_| code).ok_or(Fault::NotACurrency)
}

/// Reads what a person types: `18 400`, `18,400.50`, `18.400,50`, `17 511,96`. Signs of a currency are passed over.
/// The last comma or point is the decimal mark unless exactly three digits follow it and it stands alone of its kind
/// with the currency having fewer digits.
pub fn parse_minor(text: &str, currency: &str) -> Result<i64, Fault> {
    let kept: String =
        text.chars().filter(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '\u{2212}')).collect();
    let stray =
        text.chars().any(|c| c.is_alphabetic() && !sign(currency).contains(c) && !currency.contains(c));
    let negative = kept.starts_with(['-', '\u{2212}']);
    let body = kept.trim_start_matches(['-', '\u{2212}']);
    if stray
        || body.is_empty()
        || body.contains(['-', '\u{2212}'])
        || !body.contains(|c: char| c.is_ascii_digit())
    {
        return Err(Fault::NotAnAmount);
    }
    let (whole, part) = split_decimal(body);
    let minor = to_minor(&whole, &part, digits(currency)).ok_or(Fault::NotAnAmount)?;
    if negative && minor > 0 {
        return Err(Fault::Negative);
    }
    Ok(minor)
}

/// Whole digits and decimal digits of a number with either mark.
fn split_decimal(body: &str) -> (String, String) {
    let plain = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let Some(at) = body.rfind([',', '.']) else { return (body.to_owned(), String::new()) };
    let mark = &body[at..=at];
    let after = &body[at + 1..];
    let repeated = body.matches(mark).count() > 1;
    let other = body[..at].contains(if mark == "," { '.' } else { ',' });
    if repeated || (after.len() == 3 && !other && at <= 3 && at > 0 && &body[..1] != "0") {
        return (plain(body), String::new());
    }
    (plain(&body[..at]), plain(after))
}

fn to_minor(whole: &str, part: &str, digits: u32) -> Option<i64> {
    let scale = 10_i64.checked_pow(digits)?;
    let digits = digits as usize;
    if part.trim_end_matches('0').len() > digits {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let cut = &part[..part.len().min(digits)];
    let part: i64 = format!("{cut:0<digits$}").parse().unwrap_or(0);
    let minor = whole.checked_mul(scale)?.checked_add(part)?;
    (minor <= MOST).then_some(minor)
}

/// The plain decimal form with a point, for files and inputs: `17511.96`.
pub fn decimal(minor: i64, currency: &str) -> String {
    let digits = digits(currency) as usize;
    if digits == 0 {
        return minor.to_string();
    }
    let scale = 10_i64.pow(digits as u32);
    let sign = if minor < 0 { "-" } else { "" };
    format!("{sign}{}.{:0digits$}", minor.abs() / scale, minor.abs() % scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_of_either_language_write_them() {
        for (text, minor) in [
            ("18400", 1_840_000),
            ("18 400", 1_840_000),
            ("18,400", 1_840_000),
            ("18,400.50", 1_840_050),
            ("18.400,50", 1_840_050),
            ("17\u{a0}511,96", 1_751_196),
            ("£7,250", 725_000),
            ("0.500", 50),
            ("1,234,567", 123_456_700),
            (".5", 50),
        ] {
            assert_eq!(parse_minor(text, "GBP"), Ok(minor), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_and_a_negative_one_says_so() {
        assert_eq!(parse_minor("abc", "USD"), Err(Fault::NotAnAmount));
        assert_eq!(parse_minor("1e5", "USD"), Err(Fault::NotAnAmount));
        assert_eq!(parse_minor("1.005", "JPY").unwrap(), 1005);
        assert_eq!(parse_minor("-5", "USD"), Err(Fault::Negative));
        assert_eq!(parse_minor("99999999999999999999", "USD"), Err(Fault::NotAnAmount));
        assert_eq!(parse_minor("12.345,678", "USD"), Err(Fault::NotAnAmount));
    }

    #[test]
    fn a_decimal_reads_back_as_the_same_amount() {
        for minor in [0, 5, 99, 100, 1_751_196] {
            assert_eq!(parse_minor(&decimal(minor, "RUB"), "RUB"), Ok(minor));
        }
    }
}
