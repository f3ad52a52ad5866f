//! Mail addresses and telephone numbers as people write them, one a line.

use phonenumber::Mode;

use crate::{Fault, FieldError};

/// The longest address, in characters (RFC 5321).
pub const MAIL_MOST: usize = 254;

/// The address trimmed, its domain in small letters; RFC 5321's lengths (64 before the @, 254 in all).
pub fn parse_mail(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.chars().count() > MAIL_MOST {
        return Err(Fault::TooLong { most: MAIL_MOST });
    }
    let (local, domain) = text.rsplit_once('@').ok_or(Fault::NotAMail)?;
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"' | '@');
    let dotted =
        domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.') && !domain.contains("..");
    if local.is_empty() || local.len() > 64 || local.contains(odd) || domain.contains(odd) || !dotted {
        return Err(Fault::NotAMail);
    }
    Ok(format!("{local}@{}", domain.to_lowercase()))
}

/// Splits what was typed into addresses: commas, semicolons and line ends part them.
pub fn parse_mails(faults: &mut Vec<FieldError>, field: &str, text: &str) -> Vec<String> {
    let mut mails = Vec::new();
    for part in text.split(['\n', ',', ';']).filter(|part| !part.trim().is_empty()) {
        match parse_mail(part) {
            Ok(mail) if !mails.contains(&mail) => mails.push(mail),
            Ok(_) => {}
            Err(fault) => faults.push(FieldError::new(field, fault)),
        }
    }
    mails
}

/// Numbers as written, one a line; what can be dialled is also known in its E.164 form for search.
pub fn parse_phones(text: &str) -> Vec<String> {
    text.split(['\n', ';']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// `+74951234567`, if the number is possible in its own country or in `country` (ISO 3166, such as `RU`).
pub fn dialled(number: &str, country: Option<&str>) -> Option<String> {
    let country = country.and_then(|code| code.parse().ok());
    let parsed = phonenumber::parse(country, number).ok()?;
    Some(parsed.format().mode(Mode::E164).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_three_hundred_letters_is_too_long_and_says_the_limit() {
        let long = format!("{}@example.com", "a".repeat(300));
        assert_eq!(parse_mail(&long), Err(Fault::TooLong { most: 254 }));
        assert_eq!(parse_mail("no at sign"), Err(Fault::NotAMail));
        assert_eq!(parse_mail(" Ann@Example.COM "), Ok("Ann@example.com".to_owned()));
    }

    #[test]
    fn numbers_written_differently_are_dialled_the_same() {
        assert_eq!(dialled("8 (495) 123-45-67", Some("RU")), dialled("+7 495 1234567", None));
        assert_eq!(dialled("ask reception", None), None);
    }
}
