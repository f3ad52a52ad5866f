//! Dates with the month in words: `1 Mar 2017`, `March 5, 2017`, `12-дек-17`.

use jiff::civil::Date;

use super::date::full_year;

const MONTHS: [&[&str]; 12] = [
    &["jan", "янв"],
    &["feb", "фев"],
    &["mar", "мар"],
    &["apr", "апр"],
    &["may", "мая", "май"],
    &["jun", "июн"],
    &["jul", "июл"],
    &["aug", "авг"],
    &["sep", "сен"],
    &["oct", "окт"],
    &["nov", "ноя"],
    &["dec", "дек"],
];

/// Reads a date whose month is a word; such a date has one reading.
pub(super) fn worded(text: &str) -> Option<Date> {
    let mut month = None;
    let mut numbers = [""; 2];
    let mut count = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            *numbers.get_mut(count)? = word;
            count += 1;
        } else if !matches!(word, "г" | "года") && month.replace(named(word)?).is_some() {
            return None;
        }
    }
    let [mut day, mut year] = numbers;
    if day.len() == 4 {
        std::mem::swap(&mut day, &mut year);
    }
    Date::new(full_year(year)?, month?, day.parse().ok()?).ok()
}

fn named(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    i8::try_from(at + 1).ok()
}
