//! Reasons that only the house can have: fields it refuses, an owner it cannot tell.

use intake::{Reason, ReasonCode, Says};
use sales::{Fault, FieldError};

use super::Hand;

impl Hand<'_> {
    /// What the house says of a record's fields.
    pub(super) fn refused(&self, faults: Vec<FieldError>) -> Vec<Reason> {
        faults.iter().map(|fault| self.refusal(fault)).collect()
    }

    fn refusal(&self, error: &FieldError) -> Reason {
        let column = self.column(error.field.trim_end_matches('s')).or_else(|| self.column(&error.field));
        let (code, en, ru) = match &error.fault {
            Fault::ClientRequired => (
                ReasonCode::ClientMissing,
                "A deal needs a client: a company or a person.".to_owned(),
                "Сделке нужен клиент: компания или контакт.".to_owned(),
            ),
            Fault::Required => (
                ReasonCode::Missing,
                format!("There is no {}.", error.field),
                format!("Не заполнено поле «{}».", error.field),
            ),
            Fault::TooLong { most } => (
                ReasonCode::TooLarge,
                format!("{} is longer than {most} letters.", error.field),
                format!("Поле «{}» длиннее {most} знаков.", error.field),
            ),
            Fault::NotAMail => (
                ReasonCode::NotAnAddress,
                "This is not an e-mail address.".to_owned(),
                "Это не адрес почты.".to_owned(),
            ),
            other => (
                ReasonCode::Refused,
                format!("{} is refused: {}.", error.field, other.key()),
                format!("Поле «{}» не принято: {}.", error.field, other.key()),
            ),
        };
        Reason { code, column: column.map(str::to_owned), says: Says { en, ru } }
    }

    /// A field without which the record cannot be made.
    pub(super) fn lacking(&self, field: &str) -> Reason {
        self.refusal(&FieldError::new(field, Fault::Required))
    }

    pub(super) fn says(&self, code: ReasonCode, field: &str, en: String, ru: String) -> Reason {
        Reason { code, column: self.column(field).map(str::to_owned), says: Says { en, ru } }
    }
}
