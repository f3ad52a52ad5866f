//! People of an import: one who has a row, and one whom a deal names.

use intake::{Draft, Link, Reason};
use sales::Event;
use sales::person::{PersonFields, Post};
use store::Tx;
use store::rows::clients::Origin;
use store::rows::events::About;
use store::rows::people;

use super::company::phones;
use super::known::Person;
use super::{Fate, Hand, Refers, Trouble, gather, key};
use crate::Result;
use crate::person::entry;

impl Hand<'_> {
    pub(super) fn person(&mut self, tx: &mut Tx, draft: &Draft, source: Option<&str>) -> Result<Fate> {
        let mut reasons: Vec<Reason> = Vec::new();
        let owner = match draft.link("owner") {
            Some(link) => gather(self.member_of(tx, link), &mut reasons)?,
            None => None,
        };
        let company = match draft.link("company") {
            Some(link) => gather(self.company_of(tx, link), &mut reasons)?,
            None => None,
        };
        let mut fields = person_fields(draft);
        reasons.extend(self.refused(fields.faults()));
        if !reasons.is_empty() {
            return Ok(Fate::Mend(reasons));
        }
        let works_for = company.and_then(|refers| if let Refers::To(id) = refers { Some(id) } else { None });
        if self.same_person(&fields.name, works_for, &fields.mails).is_some() {
            return Ok(Fate::Known);
        }
        if let (Some(refers), Some(link)) = (owner, draft.link("owner")) {
            fields.owner_id = Some(self.make_member(tx, refers, link)?);
        }
        if let (Some(refers), Some(link)) = (company, draft.link("company")) {
            let company_id = self.make_company(tx, refers, link)?;
            let role = draft.text("role").unwrap_or_default().to_owned();
            fields.posts.push(Post { company_id, role });
        }
        self.add_person(tx, &fields, source)?;
        Ok(Fate::Imported)
    }

    /// Somebody of this name with one of the mails, else at the company, else, where no company is given, at all.
    pub(super) fn same_person(&self, name: &str, company: Option<i64>, mails: &[String]) -> Option<i64> {
        let namesakes = self.known.people.get(&key(name))?;
        let writes = |person: &&Person| mails.iter().any(|mail| person.mails.contains(&mail.to_lowercase()));
        let works = |person: &&Person| person.company == company || company.is_none();
        let clashes = |person: &&Person| !mails.is_empty() && !person.mails.is_empty();
        let by_mail = namesakes.iter().find(writes);
        by_mail
            .or_else(|| namesakes.iter().find(|person| works(person) && !clashes(person)))
            .map(|person| person.id)
    }

    /// The person a deal names, at the deal's company.
    pub(super) fn person_of(
        &mut self,
        tx: &mut Tx,
        link: &Link,
        company: Option<Refers>,
        mails: &[String],
    ) -> Result<Refers, Trouble> {
        let found = match company {
            Some(Refers::ToNew) => self.same_person(&link.name, Some(0), mails),
            Some(Refers::To(id)) => self.same_person(&link.name, Some(id), mails),
            None => self.same_person(&link.name, None, mails),
        };
        let anyone = if link.create { None } else { self.same_person(&link.name, None, &[]) };
        self.refer(tx, link, found.or(anyone))
    }

    pub(super) fn make_person(
        &mut self,
        tx: &mut Tx,
        refers: Refers,
        link: &Link,
        draft: &Draft,
        company: Option<i64>,
    ) -> Result<i64> {
        if let Refers::To(id) = refers {
            return Ok(id);
        }
        let posts = company.map(|company_id| Post { company_id, role: String::new() });
        let fields = PersonFields {
            name: link.name.clone(),
            mails: draft.text("person_mail").map(str::to_owned).into_iter().collect(),
            phones: phones(draft, "person_phone"),
            posts: posts.into_iter().collect(),
            ..PersonFields::default()
        };
        self.add_person(tx, &fields, None)
    }

    fn add_person(&mut self, tx: &mut Tx, fields: &PersonFields, source: Option<&str>) -> Result<i64> {
        let id = if self.dry { self.imagined() } else { self.write_person(tx, fields, source)? };
        let company = fields.posts.first().map(|post| post.company_id);
        let mails = fields.mails.iter().map(|mail| mail.to_lowercase()).collect();
        self.known.people.entry(key(&fields.name)).or_default().push(Person { id, company, mails });
        Ok(id)
    }

    fn write_person(&mut self, tx: &mut Tx, fields: &PersonFields, source: Option<&str>) -> Result<i64> {
        let origin =
            Origin { source_id: source, import_id: Some(self.job.id), created_by: self.scene.by.member };
        let id = people::insert(tx, fields, &origin, self.scene.now)?;
        if let Some(row) = people::find(tx, id)? {
            entry::index(tx, &row, fields)?;
        }
        let company_id = fields.posts.first().map(|post| post.company_id);
        let about = About { company_id, ..About::person(id) };
        self.record(tx, about, &Event::PersonCreated { name: fields.name.clone() })?;
        Ok(id)
    }
}

fn person_fields(draft: &Draft) -> PersonFields {
    let text = |name: &str| draft.text(name).map(str::to_owned);
    PersonFields {
        name: text("name").unwrap_or_default(),
        given: text("given"),
        family: text("family"),
        mails: text("mail").into_iter().collect(),
        phones: phones(draft, "phone"),
        language: text("language"),
        ..PersonFields::default()
    }
}
