//! The record that a case runs on, as far as the acts on the case show it.

use desk::case::CaseOf;
use desk::company::CompanySeen;
use desk::look::{CompanyCasesSeen, DealSeen, OpenActivity};
use desk::settings::Installation;

use crate::app::App;
use crate::pages::{companies, deals};
use crate::posted::Form;
use crate::routes;
use crate::ui::Nav;
use crate::visitor::Visitor;

pub struct About {
    pub of: CaseOf,
    /// Whom a move speaks of.
    pub name: String,
    pub currency: String,
    /// The company that the record is, or is with.
    pub company: Option<i64>,
    /// What is planned, earliest first.
    pub activities: Vec<OpenActivity>,
    /// Its fields as its form would type them.
    pub filled: Form,
    pub may_write: bool,
}

impl About {
    pub fn deal(seen: &DealSeen) -> About {
        let client = seen.company.as_ref().or(seen.person.as_ref());
        About {
            of: seen.deal.id.into(),
            name: client.map_or_else(|| seen.deal.name.clone(), |link| link.name.clone()),
            currency: seen.deal.currency.clone(),
            company: seen.deal.company_id,
            activities: seen.activities.clone(),
            filled: deals::filled(seen),
            may_write: seen.may_write,
        }
    }

    /// # Errors
    /// What the desk says.
    pub async fn company(
        app: &App,
        visitor: &Visitor,
        of: &CaseOf,
        seen: &CompanyCasesSeen,
        row: &CompanySeen,
    ) -> desk::Result<About> {
        let base = app.desk.read(visitor.actor(), Installation).await?.base_currency;
        Ok(About {
            of: of.clone(),
            name: seen.name.clone(),
            filled: companies::typed(&row.company, row.parent_name.as_deref(), &base),
            currency: row.company.currency.clone().unwrap_or(base),
            company: Some(row.company.id),
            activities: seen.activities.clone(),
            may_write: seen.may_write,
        })
    }

    /// The record's page.
    pub fn home(&self) -> String {
        match &self.of {
            CaseOf::Deal(id) => routes::deal(*id),
            CaseOf::Company { company, .. } => routes::company(*company),
        }
    }

    /// `deal=42`, as the forms of what hangs on it are told.
    pub fn query(&self) -> String {
        match &self.of {
            CaseOf::Deal(id) => format!("deal={id}"),
            CaseOf::Company { company, .. } => format!("company={company}"),
        }
    }

    /// The dialog of a move.
    pub fn a_move(&self, key: &str) -> String {
        match &self.of {
            CaseOf::Deal(id) => routes::a_move(*id, key),
            CaseOf::Company { company, process } => routes::a_move_of_company(*company, process, key),
        }
    }

    /// The form of its fields.
    pub fn edit(&self) -> String {
        routes::act(&self.home(), "edit")
    }

    /// What a part of the page is called where a record may run several processes.
    pub fn place(&self, name: &str) -> String {
        match &self.of {
            CaseOf::Deal(_) => name.to_owned(),
            CaseOf::Company { process, .. } => format!("{process}-{name}"),
        }
    }

    pub fn nav(&self) -> Nav {
        match self.of {
            CaseOf::Deal(_) => Nav::Deals,
            CaseOf::Company { .. } => Nav::Companies,
        }
    }
}

/// What the form of a record calls a field of its process: `phones` for `company.phone`.
pub fn control(field: &str) -> String {
    match field {
        "company.phone" => "phones".to_owned(),
        other => other.split_once('.').map_or(other, |(_, name)| name).to_owned(),
    }
}

/// The key of a field's words.
pub fn field_key(field: &str) -> String {
    format!("field-{}", control(field).replace('_', "-"))
}
