//! Faults in words.

use super::{
    mend::{Reason, ReasonCode as Code},
    typing::Fault,
};
use crate::value::{DateFault, MoneyFault, NumberFault};

impl Reason {
    /// What a fault of a field says to who mends it.
    pub(super) fn of(fault: &Fault, field: &str, column: Option<&str>, text: &str) -> Self {
        let (code, en, ru) = words(fault, field, text);
        Self::new(code, column, en, ru)
    }
}

fn words(fault: &Fault, field: &str, text: &str) -> (Code, String, String) {
    let said = |code: Code, en: &str, ru: &str| (code, format!("{text:?} {en}."), format!("«{text}» {ru}."));
    match fault {
        Fault::Date(fault) => date(*fault, text),
        Fault::Number(NumberFault::NotANumber) => said(Code::NotANumber, "is not a number", "не число"),
        Fault::Number(NumberFault::Ambiguous) => said(
            Code::AmbiguousNumber,
            "may have thousands or decimals",
            "можно прочесть двояко, с тысячами или с дробью",
        ),
        Fault::Money(fault, currency) => money(*fault, text, currency),
        Fault::Negative => said(Code::Negative, "is below zero", "меньше нуля"),
        Fault::NotWhole => said(Code::NotANumber, "is not a whole number", "не целое число"),
        Fault::NotAPercentage => {
            said(Code::NotANumber, "is not a percentage from 0 to 100", "не процент от 0 до 100")
        }
        Fault::Mail => {
            let short: String = text.chars().take(60).collect();
            let en = format!("{short:?} is not an e-mail address (name@host, at most 254 letters).");
            (Code::NotAnAddress, en, format!("«{short}» не адрес почты (имя@узел, не длиннее 254 знаков)."))
        }
        Fault::Currency => unknown_currency(text),
        Fault::Stage => said(Code::UnknownStage, "is not a stage of the process", "не этап процесса"),
        Fault::Missing => {
            (Code::Missing, format!("The {field} is missing."), format!("Не заполнено поле «{field}»."))
        }
        Fault::ClientMissing => (
            Code::ClientMissing,
            "The deal has no company and no person; a deal cannot be without a client.".into(),
            "У сделки нет ни компании, ни контакта; сделки без клиента не бывает.".into(),
        ),
        Fault::ColumnCount { has, wants } => (
            Code::ColumnCount,
            format!("The row has {has} values, the header {wants} columns."),
            format!("Значений в строке: {has}, столбцов в заголовке: {wants}."),
        ),
    }
}

fn date(fault: DateFault, text: &str) -> (Code, String, String) {
    match fault {
        DateFault::NotADate => {
            (Code::NotADate, format!("{text:?} is not a date."), format!("«{text}» не дата."))
        }
        DateFault::Unfit(form) => (
            Code::NotADate,
            format!("{text:?} is not a date written {form}."),
            format!("«{text}» не дата вида {form}."),
        ),
        DateFault::Ambiguous(_) => (
            Code::AmbiguousDate,
            format!("{text:?} can be read day first or month first."),
            format!("«{text}» можно прочесть двояко: день впереди или месяц."),
        ),
    }
}

fn money(fault: MoneyFault, text: &str, currency: &str) -> (Code, String, String) {
    match fault {
        MoneyFault::UnknownCurrency => unknown_currency(currency),
        MoneyFault::TooFine => (
            Code::TooFine,
            format!("{text:?} has more decimals than {currency} knows."),
            format!("В «{text}» больше знаков после запятой, чем бывает в {currency}."),
        ),
        MoneyFault::TooLarge => (
            Code::TooLarge,
            format!("{text:?} is too large an amount."),
            format!("«{text}»: слишком большая сумма."),
        ),
    }
}

fn unknown_currency(code: &str) -> (Code, String, String) {
    (
        Code::UnknownCurrency,
        format!("{code:?} is no currency code (ISO 4217, such as EUR)."),
        format!("«{code}» не код валюты (ISO 4217, например RUB)."),
    )
}
