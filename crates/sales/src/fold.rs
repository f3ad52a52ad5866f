//! Keys by which text is searched and sorted, the same on both databases: computed here, compared bytewise.

use unicode_normalization::UnicodeNormalization;

/// Folds case, compatibility forms, accents and white space: `Ёлка  №5` -> `елка no5`.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        if is_mark(letter) {
            continue;
        }
        if letter.is_whitespace() {
            gap = !key.is_empty();
            continue;
        }
        if gap {
            key.push(' ');
            gap = false;
        }
        key.push(letter);
    }
    key
}

/// A key for the same name written differently: letters and digits alone (`GTX Pro` = `GTXPro`).
pub fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// A combining mark of Latin or Cyrillic letters.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_spaces_do_not_matter() {
        assert_eq!(fold("  Ёлка\u{a0} и  ÉTÉ "), "елка и ete");
        assert_eq!(fold("ООО «Кречет»"), "ооо «кречет»");
    }

    #[test]
    fn names_written_together_or_apart_are_the_same_squeezed() {
        assert_eq!(squeeze("GTX Pro"), squeeze("gtxpro"));
        assert_ne!(squeeze("GTX Pro"), squeeze("GTX Plus Pro"));
    }
}
