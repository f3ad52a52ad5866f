//! Whole numbers however JSON writes them: `5.0` and `5e0` are integers to JSON Schema and to programs that know one
//! kind of number, and none to serde.

use std::borrow::Cow;

/// The body with every whole number written as digits alone; texts stay as they are.
pub fn whole_numbers(body: &[u8]) -> Cow<'_, [u8]> {
    let mut out = Vec::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(byte) = body.get(at) {
        match byte {
            b'"' => at = after_text(body, at),
            b'-' | b'0'..=b'9' => {
                let end = at + body[at..].iter().take_while(|byte| is_of_number(**byte)).count();
                if let Some(whole) = whole(&body[at..end]) {
                    out.extend_from_slice(&body[kept..at]);
                    out.extend_from_slice(whole.as_bytes());
                    kept = end;
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    if kept == 0 {
        return Cow::Borrowed(body);
    }
    out.extend_from_slice(&body[kept..]);
    Cow::Owned(out)
}

/// The place behind the text that begins here.
fn after_text(body: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = body.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    body.len()
}

fn is_of_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
}

/// The number without point and exponent; nothing where it has none, is no whole one, or goes beyond 64 bits.
fn whole(number: &[u8]) -> Option<String> {
    let number = std::str::from_utf8(number).ok()?;
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (before, behind) = match mantissa.split_once('.') {
        Some((before, behind)) => (before, behind),
        // Zeros behind the point change nothing.
        None if mantissa.len() < number.len() => (mantissa, "0"),
        None => return None,
    };
    let is_odd = |digits: &str| digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_odd(before) || is_odd(behind) || (before.len() > 1 && before.starts_with('0')) {
        return None;
    }
    let digits = format!("{before}{behind}");
    let point = i64::try_from(before.len()).ok()?.checked_add(exponent.parse().ok()?)?;
    // Beyond that nothing but zero fits into 64 bits.
    let point = usize::try_from(point).ok().filter(|point| *point <= digits.len() + 19)?;
    let (integer, rest) = digits.split_at(point.min(digits.len()));
    if rest.bytes().any(|byte| byte != b'0') {
        return None;
    }
    let whole = format!("{sign}0{integer}{}", "0".repeat(point.saturating_sub(digits.len())));
    whole.parse::<i64>().ok().map(|whole| whole.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> String {
        String::from_utf8(whole_numbers(body.as_bytes()).into_owned()).unwrap()
    }

    #[test]
    fn a_whole_number_is_one_however_it_is_written() {
        assert_eq!(read(r#"{"a":5.0,"b":[-12.00,1e3,0.5e1,1.50E+2]}"#), r#"{"a":5,"b":[-12,1000,5,150]}"#);
        assert_eq!(read("4273000864811506.0"), "4273000864811506");
        assert_eq!(read("9223372036854775807.0"), "9223372036854775807");
        assert_eq!(read("[0.0, -0.0]"), "[0, 0]");
    }

    #[test]
    fn what_is_no_whole_number_or_no_json_stays_as_it_is() {
        for body in [
            r#"{"5.0":"1e3 \" 7.0"}"#,
            "[5, 5.5, 1e-1, 1e99, 9223372036854775808.0]",
            "[5., .5, 1e, --1.0, 01.0, 1.0.0, 1e1e1, -]",
        ] {
            assert_eq!(read(body), body);
        }
    }

    #[test]
    fn a_body_that_breaks_off_is_read_to_its_end() {
        for body in [r#"{"a"#, r#"{"a\"#, "-", "1e"] {
            assert_eq!(read(body), body);
        }
    }
}
