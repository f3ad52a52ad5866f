//! The record that a case runs on: what a process may know and write of it.

use std::collections::BTreeMap;

use process::Value;
use sales::company::CompanyFields;
use sales::deal::DealFields;
use sales::event::Change;
use sales::vocabulary;
use store::Tx;
use store::rows::activities::{self, Subject};
use store::rows::companies::{self, CompanyRow};
use store::rows::deals::{self, DealRow};
use store::rows::events::{About, Of};

use crate::{Error, Result, Scene, company, spine};

pub(crate) enum Record {
    Deal { row: Box<DealRow>, fields: Box<DealFields> },
    Company { row: Box<CompanyRow>, fields: Box<CompanyFields> },
}

impl Record {
    pub(crate) fn deal(row: DealRow, fields: DealFields) -> Record {
        Record::Deal { row: Box::new(row), fields: Box::new(fields) }
    }

    pub(crate) fn company(row: CompanyRow) -> Record {
        let fields = Box::new(row.fields());
        Record::Company { row: Box::new(row), fields }
    }

    pub(crate) fn of(&self) -> Of {
        match self {
            Record::Deal { row, .. } => Of::Deal(row.id),
            Record::Company { row, .. } => Of::Company(row.id),
        }
    }

    /// Begins the keys of effects.
    pub(super) fn key(&self) -> String {
        match self {
            Record::Deal { row, .. } => row.id.to_string(),
            Record::Company { row, .. } => format!("company-{}", row.id),
        }
    }

    pub(crate) fn version(&self) -> i64 {
        match self {
            Record::Deal { row, .. } => row.version,
            Record::Company { row, .. } => row.version,
        }
    }

    pub(crate) fn is_archived(&self) -> bool {
        match self {
            Record::Deal { row, .. } => row.archived_at.is_some(),
            Record::Company { row, .. } => row.archived_at.is_some(),
        }
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Record::Deal { row, .. } => &row.name,
            Record::Company { row, .. } => &row.name,
        }
    }

    /// Whoever answers for it; a shared company has nobody.
    pub(crate) fn owner(&self) -> Option<i64> {
        match self {
            Record::Deal { row, .. } => Some(row.owner_id),
            Record::Company { row, .. } => row.owner_id,
        }
    }

    pub(crate) fn company_id(&self) -> Option<i64> {
        match self {
            Record::Deal { row, .. } => row.company_id,
            Record::Company { row, .. } => Some(row.id),
        }
    }

    pub(crate) fn person_id(&self) -> Option<i64> {
        match self {
            Record::Deal { row, .. } => row.person_id,
            Record::Company { .. } => None,
        }
    }

    pub(crate) fn about(&self) -> About {
        match self {
            Record::Deal { row, .. } => About::deal(row.id, row.company_id, row.person_id),
            Record::Company { row, .. } => About::company(row.id),
        }
    }

    /// What hangs on it hangs on this.
    pub(crate) fn subject(&self) -> Subject {
        match self {
            Record::Deal { row, .. } => Subject { deal_id: Some(row.id), ..Subject::default() },
            Record::Company { row, .. } => Subject { company_id: Some(row.id), ..Subject::default() },
        }
    }

    pub(crate) fn as_deal(&self) -> Option<&DealRow> {
        match self {
            Record::Deal { row, .. } => Some(row),
            Record::Company { .. } => None,
        }
    }

    /// The member in a field.
    pub(super) fn member_in(&self, field: &str) -> Option<i64> {
        match (self, field) {
            (Record::Deal { row, .. }, "deal.owner") => Some(row.owner_id),
            (Record::Deal { row, .. }, "deal.engineer") => row.engineer_id,
            (Record::Company { row, .. }, "company.owner") => row.owner_id,
            _ => None,
        }
    }

    /// Its fields as a process reads them.
    pub(super) fn knowledge(&self) -> BTreeMap<String, Value> {
        match self {
            Record::Deal { fields, .. } => vocabulary::knowledge(fields),
            Record::Company { fields, .. } => vocabulary::knowledge_of_company(fields),
        }
    }

    /// Something dated is planned on it.
    pub(super) fn has_next_step(&self, tx: &mut Tx) -> Result<bool> {
        Ok(match self {
            Record::Deal { row, .. } => row.next_step_at.is_some(),
            Record::Company { row, .. } => activities::has_open_of_company(tx, row.id)?,
        })
    }

    /// A record out of sight does not exist for the actor.
    pub(crate) fn may_read(&self, scene: &Scene) -> Result<()> {
        match self {
            Record::Deal { row, .. } => scene.may_read(row.owner_id),
            Record::Company { row, .. } => scene.may_read_shared(row.owner_id),
        }
    }

    pub(crate) fn may_write(&self, scene: &Scene) -> Result<()> {
        match self {
            Record::Deal { row, .. } => scene.may_write(row.owner_id),
            Record::Company { row, .. } => scene.may_write_shared(row.owner_id),
        }
    }

    /// Writes the fields that a move sets, and answers which differ.
    pub(super) fn write(&self, tx: &mut Tx, scene: &Scene, set: &[(String, Value)]) -> Result<Vec<Change>> {
        let unknown =
            |name: &str| Err(Error::Broken(format!("the process writes {name}, which the record has not")));
        match self {
            Record::Deal { row, fields } => {
                let mut after = (**fields).clone();
                for (name, value) in set {
                    if !vocabulary::apply(&mut after, name, value) {
                        return unknown(name);
                    }
                }
                Error::unless_valid(after.faults())?;
                deals::update_fields(tx, row.id, &after, row.owner_id, scene.now)?;
                spine::changes(&**fields, &after)
            }
            Record::Company { row, fields } => {
                let mut after = (**fields).clone();
                for (name, value) in set {
                    if !vocabulary::apply_to_company(&mut after, name, value) {
                        return unknown(name);
                    }
                }
                Error::unless_valid(after.faults())?;
                self.write_company(tx, scene, row.id, &after)?;
                spine::changes(&**fields, &after)
            }
        }
    }

    /// Fields as they stood before a move.
    pub(super) fn restore(&self, tx: &mut Tx, scene: &Scene, changes: &[Change]) -> Result<()> {
        match self {
            Record::Deal { row, fields } => {
                let fields = crate::undo::restored(&**fields, changes)?;
                Ok(deals::update_fields(tx, row.id, &fields, row.owner_id, scene.now)?)
            }
            Record::Company { row, fields } => {
                let fields = crate::undo::restored(&**fields, changes)?;
                self.write_company(tx, scene, row.id, &fields)
            }
        }
    }

    fn write_company(&self, tx: &mut Tx, scene: &Scene, id: i64, fields: &CompanyFields) -> Result<()> {
        companies::update(tx, id, fields, scene.now)?;
        let row = companies::find(tx, id)?.ok_or(Error::NotFound)?;
        company::entry::index(tx, &row)
    }
}
