//! Phones, kept as written; their dialled form where it is clear.

use crate::mapping::Country;

/// `+` and digits, where the text is a number that can be dialled from anywhere.
pub(crate) fn dial(written: &str, country: Option<Country>) -> Option<String> {
    let number = written.split([';', ',', '/']).next()?.trim();
    let number = number.split(['x', 'д', '#']).next()?;
    let mut out = String::with_capacity(16);
    out.push('+');
    out.extend(number.chars().filter(char::is_ascii_digit));
    let digits = out.len() - 1;
    if number.trim_start().starts_with('+') {
        return (8..=15).contains(&digits).then_some(out);
    }
    match (country, digits) {
        (Some(Country::Ru), 11) if out.starts_with("+8") => out.replace_range(1..2, "7"),
        (Some(Country::Ru), 11) if out.starts_with("+7") => {}
        (Some(Country::Us), 11) if out.starts_with("+1") => {}
        (Some(Country::Ru), 10) => out.insert(1, '7'),
        (Some(Country::Us), 10) => out.insert(1, '1'),
        _ => return None,
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_numbers_are_dialled_with_plus_seven() {
        for written in ["+7 859 319 4617", "8 (859) 319-46-17", "88593194617", "859 319 46 17"] {
            assert_eq!(dial(written, Some(Country::Ru)).as_deref(), Some("+78593194617"), "{written}");
        }
        assert_eq!(dial("319-46-17", Some(Country::Ru)), None);
        assert_eq!(dial("8 (859) 319-46-17", None), None);
        assert_eq!(dial("", None), None);
    }
}
