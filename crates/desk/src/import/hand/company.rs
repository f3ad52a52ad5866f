//! Companies of an import.

use intake::{Draft, Link, Reason, Typed};
use sales::Event;
use sales::company::CompanyFields;
use store::Tx;
use store::rows::clients::Origin;
use store::rows::companies;
use store::rows::events::About;
use store::rows::import_lookup;

use super::{Fate, Hand, Refers, Trouble, gather, key};
use crate::Result;
use crate::company::entry;

/// Deeper than this, companies are taken to form a ring.
const DEEPEST: usize = 100;

impl Hand<'_> {
    pub(super) fn company(&mut self, tx: &mut Tx, draft: &Draft, source: Option<&str>) -> Result<Fate> {
        let name = draft.text("name").unwrap_or_default();
        if self.known.companies.contains_key(&key(name)) {
            return Ok(Fate::Known);
        }
        let mut reasons: Vec<Reason> = Vec::new();
        let owner = match draft.link("owner") {
            Some(link) => gather(self.member_of(tx, link), &mut reasons)?,
            None => None,
        };
        let parent = match draft.link("parent") {
            Some(link) => gather(self.parent(tx, link), &mut reasons)?.flatten(),
            None => None,
        };
        let mut fields = company_fields(draft, &self.job.basis.currency);
        reasons.extend(self.refused(fields.faults()));
        if !reasons.is_empty() {
            return Ok(Fate::Mend(reasons));
        }
        if let (Some(refers), Some(link)) = (owner, draft.link("owner")) {
            fields.owner_id = Some(self.make_member(tx, refers, link)?);
        }
        if let (Some(refers), Some(link)) = (parent, draft.link("parent")) {
            fields.parent_id = Some(self.make_company(tx, refers, link)?);
        }
        self.add_company(tx, &fields, source)?;
        Ok(Fate::Imported)
    }

    /// A parent may come later in the same file: then it is linked when all are there.
    fn parent(&mut self, tx: &mut Tx, link: &Link) -> Result<Option<Refers>, Trouble> {
        let parent = key(&link.name);
        let found = self.known.companies.get(&parent).copied();
        if found.is_none() && self.company_keys.as_ref().is_some_and(|keys| keys.contains(&parent)) {
            return Ok(None);
        }
        self.refer(tx, link, found).map(Some)
    }

    /// What a link to a company means.
    pub(super) fn company_of(&mut self, tx: &mut Tx, link: &Link) -> Result<Refers, Trouble> {
        let found = self.known.companies.get(&key(&link.name)).copied();
        self.refer(tx, link, found)
    }

    /// The company's id; it is made where the link says so.
    pub(super) fn make_company(&mut self, tx: &mut Tx, refers: Refers, link: &Link) -> Result<i64> {
        match (refers, self.known.companies.get(&key(&link.name))) {
            (Refers::To(id), _) | (Refers::ToNew, Some(&id)) => Ok(id),
            (Refers::ToNew, None) => {
                let fields = CompanyFields { name: link.name.clone(), ..CompanyFields::default() };
                self.add_company(tx, &fields, None)
            }
        }
    }

    fn add_company(&mut self, tx: &mut Tx, fields: &CompanyFields, source: Option<&str>) -> Result<i64> {
        let id = if self.dry { self.imagined() } else { self.write_company(tx, fields, source)? };
        self.known.companies.insert(key(&fields.name), id);
        Ok(id)
    }

    fn write_company(&mut self, tx: &mut Tx, fields: &CompanyFields, source: Option<&str>) -> Result<i64> {
        let origin =
            Origin { source_id: source, import_id: Some(self.job.id), created_by: self.scene.by.member };
        let id = companies::insert(tx, fields, &origin, self.scene.now)?;
        if let Some(row) = companies::find(tx, id)? {
            entry::index(tx, &row)?;
        }
        self.record(tx, About::company(id), &Event::CompanyCreated { name: fields.name.clone() })?;
        Ok(id)
    }

    /// Puts a company of the import below another one, unless that would close a ring.
    pub(crate) fn link_parent(&mut self, tx: &mut Tx, child: &str, parent: &str) -> Result<()> {
        let (Some(&child), Some(&parent)) =
            (self.known.companies.get(&key(child)), self.known.companies.get(&key(parent)))
        else {
            return Ok(());
        };
        let mut above = Some(parent);
        for _ in 0..DEEPEST {
            match above {
                None => {
                    import_lookup::set_parent(tx, self.job.id, child, parent)?;
                    return Ok(());
                }
                Some(id) if id == child => return Ok(()),
                Some(id) => above = import_lookup::parent_of(tx, id)?,
            }
        }
        Ok(())
    }
}

fn company_fields(draft: &Draft, currency: &str) -> CompanyFields {
    let text = |name: &str| draft.text(name).map(str::to_owned);
    let int = |name: &str| match draft.fields.get(name) {
        Some(Typed::Int(number)) => Some(*number),
        _ => None,
    };
    let (annual_revenue, money) = match draft.fields.get("annual_revenue") {
        Some(Typed::Money { minor, currency }) => (Some(*minor), Some(currency.clone())),
        _ => (None, None),
    };
    CompanyFields {
        name: text("name").unwrap_or_default(),
        industry: text("industry"),
        kind: text("type"),
        competitor: text("competitor"),
        employees: int("employees"),
        founded: int("founded"),
        currency: text("currency").or(money).or_else(|| annual_revenue.map(|_| currency.to_owned())),
        annual_revenue,
        address: text("address"),
        phones: phones(draft, "phone"),
        web: text("web"),
        ..CompanyFields::default()
    }
}

/// Numbers as they are written; search and dialling find their digits.
pub(super) fn phones(draft: &Draft, field: &str) -> Vec<String> {
    match draft.fields.get(field) {
        Some(Typed::Phone { written, .. }) => vec![written.clone()],
        Some(Typed::Text(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}
