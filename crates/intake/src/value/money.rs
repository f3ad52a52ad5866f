//! Money in minor units.

use iso_currency::Currency;

use super::number::Number;

/// Why a number is not an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MoneyFault {
    UnknownCurrency,
    /// More decimals than the currency has.
    TooFine,
    TooLarge,
}

/// Minor units of a number that counts ten to the `power` of a currency.
pub(crate) fn minor(number: Number, currency: &str, power: u32) -> Result<i64, MoneyFault> {
    let currency = Currency::from_code(currency).ok_or(MoneyFault::UnknownCurrency)?;
    let up = u32::from(currency.exponent().unwrap_or(0)) + power;
    let ten = |power: u32| 10_i128.checked_pow(power).ok_or(MoneyFault::TooLarge);
    let exact = if up >= number.places {
        number.digits.checked_mul(ten(up - number.places)?).ok_or(MoneyFault::TooLarge)?
    } else {
        let down = ten(number.places - up)?;
        if number.digits % down != 0 {
            return Err(MoneyFault::TooFine);
        }
        number.digits / down
    };
    i64::try_from(exact).map_err(|_| MoneyFault::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millions_become_minor_units_exactly() {
        let revenue = Number { digits: 110_004, places: 2 };
        assert_eq!(minor(revenue, "USD", 6), Ok(110_004_000_000));
        assert_eq!(minor(revenue, "JPY", 0), Err(MoneyFault::TooFine));
        assert_eq!(minor(revenue, "KWD", 0), Ok(1_100_040));
        assert_eq!(minor(revenue, "XXQ", 0), Err(MoneyFault::UnknownCurrency));
        assert_eq!(minor(Number { digits: i128::MAX, places: 0 }, "USD", 0), Err(MoneyFault::TooLarge));
    }
}
