//! Companies that a person's form names and nobody has yet: they are made with the person, or not at all.

use sales::company::CompanyFields;
use sales::fold::fold;
use sales::person::{PersonFields, Post};
use store::Tx;

use super::{CreatePerson, EditPerson};
use crate::company::CreateCompany;
use crate::{Act, Result, Scene};

/// A post at a company to be made, the actor's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPost {
    pub company: String,
    pub role: String,
}

/// Makes companies and writes the person who has posts there, in one. What is wrong with a new company is a fault of
/// `company`.
#[derive(Clone, Debug)]
pub struct WithNewCompanies<P> {
    pub person: P,
    pub posts: Vec<NewPost>,
}

impl Act for WithNewCompanies<CreatePerson> {
    /// The new person's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let fields =
            make(tx, scene, &self.person.fields, &self.posts).map_err(|error| error.at("company"))?;
        CreatePerson { fields, ..self.person.clone() }.run(tx, scene)
    }
}

impl Act for WithNewCompanies<EditPerson> {
    /// The person's new version.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let fields =
            make(tx, scene, &self.person.fields, &self.posts).map_err(|error| error.at("company"))?;
        EditPerson { fields, ..self.person.clone() }.run(tx, scene)
    }
}

/// The person's fields with the new posts behind the others.
fn make(tx: &mut Tx, scene: &Scene, fields: &PersonFields, posts: &[NewPost]) -> Result<PersonFields> {
    let mut fields = fields.clone();
    let mut made: Vec<(String, i64)> = Vec::new();
    for NewPost { company, role } in posts {
        let key = fold(company);
        if made.iter().any(|(known, _)| *known == key) {
            continue;
        }
        let new = CompanyFields { name: company.clone(), ..CompanyFields::default() };
        let company_id = CreateCompany { fields: new, ..CreateCompany::default() }.run(tx, scene)?;
        made.push((key, company_id));
        fields.posts.push(Post { company_id, role: role.clone() });
    }
    Ok(fields)
}
