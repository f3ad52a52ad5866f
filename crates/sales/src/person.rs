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

/// What may be filled in of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonFields {
    pub name: String,
    pub given: Option<String>,
    pub family: Option<String>,
    pub mails: Vec<String>,
    pub phones: Vec<String>,
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
