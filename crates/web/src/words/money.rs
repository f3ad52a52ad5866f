//! Money in minor units of an ISO 4217 currency, as people write it.

use iso_currency::Currency;

use super::numbers::{NO_BREAK, grouped_digits};
use super::{Lang, Speech};

/// The size from which a sum in a narrow place shows thousands.
const TEN_THOUSAND: u128 = 10_000;
const THOUSAND: u128 = 1_000;
/// The size from which a card shows millions.
const MILLION: u128 = 1_000_000;
const BILLION: u128 = 1_000_000_000;

impl Speech {
    /// Money in full, to the minor unit when there is one: "£18,400", "£18,400.50", «17 511,96 ₽».
    ///
    /// `minor` counts the currency's smallest unit; `currency` is its ISO 4217 code.
    #[must_use]
    pub fn money(&self, minor: i64, currency: &str) -> String {
        let places = places_of(currency);
        let unit = 10_u64.pow(places);
        let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
        let mut figure = grouped_digits(self.lang, &whole.to_string());
        if part > 0 {
            figure.push(self.lang.decimal_mark());
            figure.push_str(&format!("{part:0width$}", width = places as usize));
        }
        self.with_symbol(minor < 0, &figure, "", currency)
    }

    /// Money for a card: whole units, and from a million on three figures: "£1.84m", «1,84 млн ₽».
    #[must_use]
    pub fn money_short(&self, minor: i64, currency: &str) -> String {
        self.rounded(minor, currency, MILLION)
    }

    /// Money for the head of a column: three figures from ten thousand on: "£675k". In Russian «675 тыс. ₽» would be
    /// longer than the figures, so they stay up to a million.
    #[must_use]
    pub fn money_brief(&self, minor: i64, currency: &str) -> String {
        self.rounded(minor, currency, if self.lang == Lang::Ru { MILLION } else { TEN_THOUSAND })
    }

    /// Three figures from `from` whole units on, all figures below.
    fn rounded(&self, minor: i64, currency: &str, from: u128) -> String {
        let unit = 10_u128.pow(places_of(currency));
        let whole = (u128::from(minor.unsigned_abs()) + unit / 2) / unit;
        let (figure, scale) = if whole >= BILLION {
            (self.three_figures(whole, BILLION), self.scale_word("bn", "млрд"))
        } else if whole >= MILLION {
            (self.three_figures(whole, MILLION), self.scale_word("m", "млн"))
        } else if whole >= from {
            (self.three_figures(whole, THOUSAND), self.scale_word("k", "тыс."))
        } else {
            (grouped_digits(self.lang, &whole.to_string()), String::new())
        };
        self.with_symbol(minor < 0, &figure, &scale, currency)
    }

    /// `whole / scale` rounded to three figures, without trailing zeros.
    fn three_figures(&self, whole: u128, scale: u128) -> String {
        let places: u32 = match whole / scale {
            0..=9 => 2,
            10..=99 => 1,
            _ => 0,
        };
        let fine = 10_u128.pow(places);
        let rounded = (whole * fine + scale / 2) / scale;
        let head = grouped_digits(self.lang, &(rounded / fine).to_string());
        if rounded.is_multiple_of(fine) {
            return head;
        }
        let tail = format!("{:0width$}", rounded % fine, width = places as usize);
        format!("{head}{}{}", self.lang.decimal_mark(), tail.trim_end_matches('0'))
    }

    fn scale_word(&self, english: &str, russian: &str) -> String {
        match self.lang {
            Lang::En => english.to_owned(),
            Lang::Ru => format!("{NO_BREAK}{russian}"),
        }
    }

    fn with_symbol(&self, negative: bool, figure: &str, scale: &str, currency: &str) -> String {
        let sign = if negative { "\u{2212}" } else { "" };
        let symbol = symbol_of(currency);
        match self.lang {
            Lang::Ru => format!("{sign}{figure}{scale}{NO_BREAK}{symbol}"),
            Lang::En if symbol.chars().all(char::is_alphabetic) => {
                format!("{sign}{symbol}{NO_BREAK}{figure}{scale}")
            }
            Lang::En => format!("{sign}{symbol}{figure}{scale}"),
        }
    }
}

/// Minor digits of a currency: 2 for GBP, 0 for JPY; 2 for a code nobody knows.
pub(crate) fn places_of(currency: &str) -> u32 {
    Currency::from_code(currency).and_then(Currency::exponent).map_or(2, u32::from)
}

/// The sign people write for a currency they meet daily, otherwise its code, which is never ambiguous.
pub(crate) fn symbol_of(currency: &str) -> &str {
    match currency {
        "GBP" => "£",
        "EUR" => "€",
        "USD" => "$",
        "RUB" => "₽",
        "JPY" => "¥",
        "INR" => "₹",
        "KZT" => "₸",
        "UAH" => "₴",
        "TRY" => "₺",
        "ILS" => "₪",
        code => code,
    }
}
