//! A company's page: its facts, its tree, its people.

use store::Tx;
use store::rows::companies::{self, CompanyRow};
use store::rows::members;
use store::rows::people::{self, PersonListRow};

use crate::{Error, Look, Result, Scene};

#[derive(Clone, Copy, Debug)]
pub struct CompanyPage {
    pub id: i64,
}

/// What is seen of a company. Its deals and its timeline are looks of their own.
#[derive(Clone, Debug)]
pub struct CompanySeen {
    pub company: CompanyRow,
    pub parent_name: Option<String>,
    pub owner_name: Option<String>,
    /// Companies right below: id and name.
    pub children: Vec<(i64, String)>,
    pub people: Vec<PersonListRow>,
    pub may_write: bool,
}

impl Look for CompanyPage {
    type Seen = CompanySeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<CompanySeen> {
        let company = companies::find(tx, self.id)?.ok_or(Error::NotFound)?;
        scene.may_read_shared(company.owner_id)?;
        let parent_name = match company.parent_id {
            Some(parent) => companies::find(tx, parent)?
                .filter(|parent| scene.by.reads.holds_shared(parent.owner_id))
                .map(|parent| parent.name),
            None => None,
        };
        let owner_name = match company.owner_id {
            Some(owner) => members::find(tx, owner)?.map(|member| member.name),
            None => None,
        };
        Ok(CompanySeen {
            parent_name,
            owner_name,
            children: companies::list_children(tx, self.id, &scene.by.reads)?,
            people: people::list_of_company(tx, self.id, &scene.by.reads)?,
            may_write: scene.by.writes.holds_shared(company.owner_id),
            company,
        })
    }
}
