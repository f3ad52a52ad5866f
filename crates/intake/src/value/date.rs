//! Dates, and the honest question when one has two readings.
//!
//! A cell is read by the form declared for its separator. Where none is declared, it is read by its only
//! reading: a year of four digits in front, a month in words, or a day above 12 leave no doubt. A date is
//! *ambiguous* when day first and month first both are real dates and differ: `03-04-17` is, `09-09-17`
//! and `03-25-17` are not. That other cells of the column prove an order decides nothing by itself (a
//! column may hold both, as spreadsheets turned half of it about); the proof is only told with the question.

use jiff::civil::Date;

use super::{
    date_form::{DateForm, First, YearDigits},
    month::worded,
};

/// What stands between a date's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Separator {
    Slashed,
    Dashed,
    Dotted,
    Spaced,
}

impl Separator {
    pub(crate) fn of(sign: char) -> Option<Self> {
        match sign {
            '/' => Some(Self::Slashed),
            '-' => Some(Self::Dashed),
            '.' => Some(Self::Dotted),
            ' ' => Some(Self::Spaced),
            _ => None,
        }
    }

    pub(crate) fn sign(self) -> char {
        match self {
            Self::Slashed => '/',
            Self::Dashed => '-',
            Self::Dotted => '.',
            Self::Spaced => ' ',
        }
    }

    /// The word for the form in questions.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Slashed => "slashed",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
            Self::Spaced => "spaced",
        }
    }
}

/// Why a cell is not read as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateFault {
    NotADate,
    /// A form is declared for its separator and the cell does not fit it.
    Unfit(DateForm),
    Ambiguous(Separator),
}

/// How a cell was read: by its separator and order, where it is all numbers.
pub(crate) type Shape = Option<(Separator, First)>;

/// Reads a cell as a date. Two-digit years are 1969 to 2068, as POSIX has it.
pub(crate) fn read_date(text: &str, forms: &[DateForm]) -> Result<(Date, Shape), DateFault> {
    let text = without_time(text);
    let Some(parts) = Parts::of(text) else {
        return compact(text).or_else(|| worded(text)).map(|date| (date, None)).ok_or(DateFault::NotADate);
    };
    let separator = parts.separator;
    if let Some(form) = forms.iter().find(|form| form.separator == separator) {
        let read = parts.fits(form.year).then(|| parts.read(form.order)).flatten();
        // ISO 8601 is never mistaken for another dashed form.
        let read = read.map(|date| (date, form.order)).or_else(|| Some((parts.iso()?, First::Year)));
        return read.map(|(date, order)| (date, Some((separator, order)))).ok_or(DateFault::Unfit(*form));
    }
    let (date, order) = parts.only_reading()?;
    Ok((date, Some((separator, order))))
}

/// `2017-03-01T10:00`, `01.03.2017 10:00:00`: the day of it, without the word that has the colon.
fn without_time(text: &str) -> &str {
    let time = text.find(':').and_then(|colon| text[..colon].rfind([' ', 'T']));
    time.map_or(text, |at| text[..at].trim_end())
}

fn compact(text: &str) -> Option<Date> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Date::new(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?).ok()
}

/// A year of two or four digits, in full.
pub(super) fn full_year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(year),
        2 if year < 69 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

struct Parts<'t> {
    parts: [&'t str; 3],
    separator: Separator,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let sign = text.chars().find(|c| !c.is_ascii_digit())?;
        let separator = Separator::of(sign)?;
        let mut split = text.split(sign);
        let parts = [split.next()?, split.next()?, split.next()?];
        let number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        (split.next().is_none() && parts.iter().all(number)).then_some(Self { parts, separator })
    }

    fn fits(&self, year: YearDigits) -> bool {
        let long = self.parts.iter().any(|part| part.len() == 4);
        match year {
            YearDigits::Any => true,
            YearDigits::Two => !long,
            YearDigits::Four => long,
        }
    }

    fn read(&self, order: First) -> Option<Date> {
        let [a, b, c] = self.parts;
        let (day, month, year) = match order {
            First::Day => (a, b, c),
            First::Month => (b, a, c),
            First::Year => (c, b, a),
        };
        Date::new(full_year(year)?, month.parse().ok()?, day.parse().ok()?).ok()
    }

    fn iso(&self) -> Option<Date> {
        if self.parts[0].len() == 4 { self.read(First::Year) } else { None }
    }

    fn only_reading(&self) -> Result<(Date, First), DateFault> {
        if let Some(date) = self.iso() {
            return Ok((date, First::Year));
        }
        match (self.read(First::Day), self.read(First::Month)) {
            (Some(day_first), Some(month_first)) if day_first != month_first => {
                Err(DateFault::Ambiguous(self.separator))
            }
            (Some(date), None) => Ok((date, First::Day)),
            (_, Some(date)) => Ok((date, First::Month)),
            (None, None) => Err(DateFault::NotADate),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, forms: &[&str]) -> Result<String, DateFault> {
        let forms: Vec<DateForm> = forms.iter().map(|name| DateForm::named(name).unwrap()).collect();
        read_date(text, &forms).map(|(date, _)| date.to_string())
    }

    #[test]
    fn one_reading_needs_no_form() {
        for text in [
            "2017-03-01",
            "2017/3/1",
            "20170301",
            "2017-03-01T10:30:00",
            "2017-03-01 10:30",
            "1 Mar 2017",
            "March 1, 2017",
            "March 1, 2017 10:30 AM",
            "1 марта 2017 г.",
            "01-мар-17",
            "2017 03 01 10:30",
        ] {
            assert_eq!(read(text, &[]).as_deref(), Ok("2017-03-01"), "{text}");
        }
        assert_eq!(read("10/20/2016", &[]).as_deref(), Ok("2016-10-20"));
        assert_eq!(read("09-09-17", &[]).as_deref(), Ok("2017-09-09"));
    }

    #[test]
    fn two_readings_are_asked_about() {
        assert_eq!(read("3-4-17", &[]), Err(DateFault::Ambiguous(Separator::Dashed)));
        assert_eq!(read("3-4-17", &["month/day/year"]), Err(DateFault::Ambiguous(Separator::Dashed)));
    }

    #[test]
    fn a_declared_form_decides_for_its_separator() {
        assert_eq!(read("3-4-17", &["month/day/year", "day-month-year"]).as_deref(), Ok("2017-04-03"));
        assert_eq!(read("3/4/2017", &["month/day/year", "day-month-year"]).as_deref(), Ok("2017-03-04"));
        assert!(matches!(read("20/10/2016", &["month/day/year"]), Err(DateFault::Unfit(_))));
        assert!(matches!(read("3-4-2017", &["day-month-year(2)"]), Err(DateFault::Unfit(_))));
    }

    #[test]
    fn what_is_no_date_is_called_so() {
        for text in ["31.02.2017", "soon", "1-2", "99-99-99", "12:30", "—", "1.2.3.4"] {
            assert_eq!(read(text, &[]), Err(DateFault::NotADate), "{text}");
        }
    }
}
