//! A person who is spoken with; a private individual is a person without a company.

use serde::{Deserialize, Serialize};

use crate::contact;
use crate::field::{self, FieldError, NAME_MOST, TEXT_MOST};

/// A person's place at a company: what they are there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    pub company_id: i64,
    #[serde(default)]
    pub role: String,
}

/// Whether one still speaks with a person; it is not the standing of their company (seed 000.6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactStatus {
    #[default]
    Active,
    Inactive,
}

impl ContactStatus {
    pub const ALL: [ContactStatus; 2] = [ContactStatus::Active, ContactStatus::Inactive];

    pub fn key(self) -> &'static str {
        match self {
            ContactStatus::Active => "active",
            ContactStatus::Inactive => "inactive",
        }
    }

    /// Of what is kept; whatever is none is taken for active.
    pub fn of(key: &str) -> ContactStatus {
        ContactStatus::ALL.into_iter().find(|status| status.key() == key).unwrap_or_default()
    }
}

/// What may be filled in of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonFields {
    pub name: String,
    pub given: Option<String>,
    pub family: Option<String>,
    pub mails: Vec<String>,
    pub phones: Vec<String>,
    pub status: ContactStatus,
    pub language: Option<String>,
    pub description: Option<String>,
    pub owner_id: Option<i64>,
    pub posts: Vec<Post>,
}

impl PersonFields {
    /// Every fault of the fields by themselves; links are checked where they are loaded.
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        field::check_text(&mut faults, "name", &self.name, true, NAME_MOST);
        for (name, text) in [("given", &self.given), ("family", &self.family)] {
            field::check_text(&mut faults, name, text.as_deref().unwrap_or(""), false, NAME_MOST);
        }
        field::check_text(
            &mut faults,
            "description",
            self.description.as_deref().unwrap_or(""),
            false,
            TEXT_MOST,
        );
        for mail in &self.mails {
            if let Err(fault) = contact::parse_mail(mail) {
                faults.push(FieldError::new("mails", fault));
            }
        }
        faults
    }
}
