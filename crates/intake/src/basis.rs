//! What intake is told because it must not look it up itself.

use jiff::civil::Date;

/// The day of the import and the house currency.
#[derive(Clone, Debug)]
pub struct Basis {
    /// The day of import in the house's time zone: what `day_of_import` means.
    pub today: Date,
    /// ISO 4217 code that money has where neither row nor mapping names one.
    pub currency: String,
}
