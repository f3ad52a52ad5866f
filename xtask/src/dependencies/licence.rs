//! SPDX licence expressions: whether what is allowed suffices to take a crate under.

use std::iter::Peekable;

/// Whether `expression` can be met with licences of `allowed` alone. `A/B` is the old spelling of `A OR B`.
/// `A WITH B` counts as `A`: an exception only ever grants more. What cannot be read is not allowed.
pub fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let verdict = either(&mut words, allowed);
    verdict == Some(true) && words.next().is_none()
}

fn either<'a>(words: &mut Peekable<impl Iterator<Item = &'a str>>, allowed: &[String]) -> Option<bool> {
    let mut verdict = both(words, allowed)?;
    while words.next_if_eq(&"OR").is_some() {
        verdict |= both(words, allowed)?;
    }
    Some(verdict)
}

fn both<'a>(words: &mut Peekable<impl Iterator<Item = &'a str>>, allowed: &[String]) -> Option<bool> {
    let mut verdict = one(words, allowed)?;
    while words.next_if_eq(&"AND").is_some() {
        verdict &= one(words, allowed)?;
    }
    Some(verdict)
}

fn one<'a>(words: &mut Peekable<impl Iterator<Item = &'a str>>, allowed: &[String]) -> Option<bool> {
    let word = words.next()?;
    if word == "(" {
        let verdict = either(words, allowed)?;
        return (words.next()? == ")").then_some(verdict);
    }
    if words.next_if_eq(&"WITH").is_some() {
        words.next()?;
    }
    Some(allowed.iter().any(|licence| licence == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(expression: &str) -> bool {
        is_allowed(expression, &["MIT".into(), "Apache-2.0".into(), "Zlib".into()])
    }

    #[test]
    fn one_of_two_suffices_in_either_spelling() {
        assert!(allowed("MIT OR GPL-3.0-only"));
        assert!(allowed("GPL-3.0-only/MIT"));
    }

    #[test]
    fn both_of_two_are_needed() {
        assert!(allowed("MIT AND Zlib"));
        assert!(!allowed("MIT AND GPL-3.0-only"));
    }

    #[test]
    fn brackets_bind() {
        assert!(!allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(allowed("Unicode-3.0 OR (MIT AND Zlib)"));
    }

    #[test]
    fn an_exception_takes_nothing_away() {
        assert!(allowed("Apache-2.0 WITH LLVM-exception"));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for expression in ["", "MIT OR", "(MIT", "MIT Zlib"] {
            assert!(!allowed(expression), "{expression}");
        }
    }
}
