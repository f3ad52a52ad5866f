//! Text that a spreadsheet would take for a formula. In a file of ours an apostrophe stands in front of it, and reading
//! a file takes that one away again.

use std::borrow::Cow;

/// By these a spreadsheet tells a formula; the wide ones are those of East Asian keyboards.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text as a file should hold it. One that has apostrophes in front of the sign gets one more, so that [`unguarded`]
/// gives back exactly what was. Numbers stay numbers.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    let is_number = text.parse::<f64>().is_ok() && text.contains(|letter: char| letter.is_ascii_digit());
    if is_risky(text) && !is_number { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// What was before it was guarded; any other text as it is.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_risky(rest)).unwrap_or(text)
}

fn is_risky(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(SIGNS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_guarded_comes_back_and_the_rest_is_left_alone() {
        for text in ["=1+1", "+1 call", "-cmd", "@sum", "\tx", "'=kept", "''=", "-", "-inf", "＝1", "'-5.20"]
        {
            let kept = guarded(text);
            assert!(kept.starts_with('\''), "{kept}");
            assert_eq!(unguarded(&kept), text);
        }
        for text in ["", "plain", "'quoted'", "''twice''", "O'Brien", "-5.20", "+7", "1=1"] {
            assert_eq!((guarded(text).as_ref(), unguarded(text)), (text, text));
        }
    }
}
