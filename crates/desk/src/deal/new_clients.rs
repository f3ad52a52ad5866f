//! Clients that a deal's form names and nobody has yet: they are made with the deal, or not at all.

use sales::company::CompanyFields;
use sales::deal::{DealFields, Party};
use sales::fold::fold;
use sales::person::{PersonFields, Post};
use store::Tx;

use super::{CreateDeal, EditDeal};
use crate::company::CreateCompany;
use crate::person::CreatePerson;
use crate::{Act, Result, Scene};

/// Names of clients to be made, the actor's own. People are made at the deal's company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewClients {
    pub company: Option<String>,
    /// The main contact.
    pub person: Option<String>,
    pub people: Vec<NewParty>,
}

/// Another person of the deal, by name and role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewParty {
    pub name: String,
    pub role: String,
}

/// Makes clients and writes the deal that is theirs, in one. What is wrong with a new client is a fault of `client`.
#[derive(Clone, Debug)]
pub struct WithNewClients<D> {
    pub deal: D,
    pub new: NewClients,
}

impl Act for WithNewClients<CreateDeal> {
    /// The new deal's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let fields = self.new.make(tx, scene, &self.deal.fields).map_err(|error| error.at("client"))?;
        CreateDeal { fields, ..self.deal.clone() }.run(tx, scene)
    }
}

impl Act for WithNewClients<EditDeal> {
    /// The deal's new version.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let fields = self.new.make(tx, scene, &self.deal.fields).map_err(|error| error.at("client"))?;
        EditDeal { fields, ..self.deal.clone() }.run(tx, scene)
    }
}

impl NewClients {
    /// The deal's fields with the new clients in place.
    fn make(&self, tx: &mut Tx, scene: &Scene, fields: &DealFields) -> Result<DealFields> {
        let mut fields = fields.clone();
        if let Some(name) = &self.company {
            let company = CompanyFields { name: name.clone(), ..CompanyFields::default() };
            let act = CreateCompany { fields: company, ..CreateCompany::default() };
            fields.company_id = Some(act.run(tx, scene)?);
        }
        let mut made: Vec<(String, i64)> = Vec::new();
        if let Some(name) = &self.person {
            fields.person_id = Some(person(tx, scene, &mut made, name, fields.company_id)?);
        }
        for NewParty { name, role } in &self.people {
            let person_id = person(tx, scene, &mut made, name, fields.company_id)?;
            fields.people.push(Party { person_id, role: role.clone() });
        }
        Ok(fields)
    }
}

/// One person a name, however often the form says it.
fn person(
    tx: &mut Tx,
    scene: &Scene,
    made: &mut Vec<(String, i64)>,
    name: &str,
    company: Option<i64>,
) -> Result<i64> {
    let key = fold(name);
    if let Some((_, id)) = made.iter().find(|(known, _)| *known == key) {
        return Ok(*id);
    }
    let posts = company.map(|company_id| Post { company_id, role: String::new() }).into_iter().collect();
    let fields = PersonFields { name: name.to_owned(), posts, ..PersonFields::default() };
    let id = CreatePerson { fields, ..CreatePerson::default() }.run(tx, scene)?;
    made.push((key, id));
    Ok(id)
}
