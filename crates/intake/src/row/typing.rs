//! From a field's text to its value.

use super::{draft::Typed, plan::Slot};
use crate::{
    mapping::Scale,
    target::Kind,
    value::{DateFault, MoneyFault, Number, NumberFault, dial, minor, read_date, read_number},
};

/// Why a field's text is not a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fault {
    Date(DateFault),
    Number(NumberFault),
    Money(MoneyFault, String),
    Negative,
    /// Not a whole number.
    NotWhole,
    NotAPercentage,
    Mail,
    Currency,
    Stage,
    Missing,
    ClientMissing,
    ColumnCount {
        has: usize,
        wants: usize,
    },
}

/// Longest mail address that the protocol knows (RFC 5321).
const MAIL_LENGTH: usize = 254;

/// The value of a field that is no link; `currency` is that of the row's money.
pub(super) fn typed(slot: &Slot<'_>, text: &str, currency: &str) -> Result<Typed, Fault> {
    match slot.target.kind {
        Kind::Text | Kind::SourceId | Kind::Stage | Kind::Link(_) => Ok(Typed::Text(text.to_owned())),
        Kind::Date => date(slot, text),
        Kind::Money => money(slot, text, currency),
        Kind::Int => whole(slot, text).map(Typed::Int),
        Kind::Percent => percentage(slot, text),
        Kind::Mail => mail(text),
        Kind::Phone => {
            let country = slot.source.as_ref().and_then(|source| source.column.country);
            Ok(Typed::Phone { written: text.to_owned(), dial: dial(text, country) })
        }
        Kind::Currency => {
            let code = text.to_uppercase();
            let known = iso_currency::Currency::from_code(&code).is_some();
            if known { Ok(Typed::Text(code)) } else { Err(Fault::Currency) }
        }
    }
}

fn date(slot: &Slot<'_>, text: &str) -> Result<Typed, Fault> {
    let forms = slot.source.as_ref().and_then(|source| source.column.date.as_ref());
    let forms = forms.map_or(&[][..], |forms| forms.as_slice());
    read_date(text, forms).map(|(date, _)| Typed::Date(date)).map_err(Fault::Date)
}

fn number(slot: &Slot<'_>, text: &str) -> Result<Number, Fault> {
    let column = slot.source.as_ref().map(|source| source.column);
    let decimal = column.and_then(|column| column.decimal);
    let thousands = column.and_then(|column| column.thousands.as_deref());
    let number = read_number(text, decimal, thousands).map_err(Fault::Number)?;
    if number.digits < 0 { Err(Fault::Negative) } else { Ok(number) }
}

fn power(slot: &Slot<'_>) -> u32 {
    slot.source.as_ref().and_then(|source| source.column.scale).map_or(0, Scale::power)
}

fn money(slot: &Slot<'_>, text: &str, currency: &str) -> Result<Typed, Fault> {
    let number = number(slot, text)?;
    let minor =
        minor(number, currency, power(slot)).map_err(|fault| Fault::Money(fault, currency.to_owned()))?;
    Ok(Typed::Money { minor, currency: currency.to_owned() })
}

fn whole(slot: &Slot<'_>, text: &str) -> Result<i64, Fault> {
    let mut number = number(slot, text)?;
    let ten = 10_i128.pow(power(slot));
    number.digits = number.digits.checked_mul(ten).ok_or(Fault::NotWhole)?;
    number.whole().ok_or(Fault::NotWhole)
}

fn percentage(slot: &Slot<'_>, text: &str) -> Result<Typed, Fault> {
    let bare = text.strip_suffix('%').unwrap_or(text).trim_end();
    match whole(slot, bare)? {
        percent @ 0..=100 => Ok(Typed::Int(percent)),
        _ => Err(Fault::NotAPercentage),
    }
}

fn mail(text: &str) -> Result<Typed, Fault> {
    let fits = text.len() <= MAIL_LENGTH && !text.contains(char::is_whitespace);
    match text.rsplit_once('@') {
        Some((name, host)) if fits && !name.is_empty() && host.len() > 2 && name.len() <= 64 => {
            Ok(Typed::Text(text.to_owned()))
        }
        _ => Err(Fault::Mail),
    }
}
