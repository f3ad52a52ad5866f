//! People and their posts at companies. A person without owner is shared by all who see anything.

use jiff::Timestamp;
use sales::Owners;
use sales::fold::fold;
use sales::person::{ContactStatus, PersonFields, Post};

use super::clients::{self, Filter, Origin};
use super::deal_list::Mark;
use super::reach;
use crate::{Param, Result, Sql, Tx, params};

crate::row! {
    /// A whole person, posts aside.
    pub struct PersonRow {
        pub id: i64,
        pub name: String,
        pub given: Option<String>,
        pub family: Option<String>,
        pub mails: String,
        pub phones: String,
        pub language: Option<String>,
        pub description: Option<String>,
        pub owner_id: Option<i64>,
        pub source_id: Option<String>,
        pub import_id: Option<i64>,
        pub version: i64,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub archived_at: Option<Timestamp>,
        pub status: String,
    }
}

impl PersonRow {
    /// What may be edited of the person; posts are loaded beside.
    pub fn fields(&self, posts: Vec<Post>) -> PersonFields {
        let lines = |text: &str| text.lines().map(str::to_owned).collect();
        PersonFields {
            name: self.name.clone(),
            given: self.given.clone(),
            family: self.family.clone(),
            mails: lines(&self.mails),
            phones: lines(&self.phones),
            status: ContactStatus::of(&self.status),
            language: self.language.clone(),
            description: self.description.clone(),
            owner_id: self.owner_id,
            posts,
        }
    }
}

pub fn find(tx: &mut Tx, id: i64) -> Result<Option<PersonRow>> {
    tx.opt(&format!("SELECT {} FROM people WHERE id = $1", PersonRow::COLUMNS), params![id])
}

/// The person, held until the commit.
pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<PersonRow> {
    tx.one_to_change(&format!("SELECT {} FROM people WHERE id = $1", PersonRow::COLUMNS), params![id])
}

fn values(fields: &PersonFields) -> Vec<Param> {
    vec![
        Param::from(&fields.name),
        Param::from(fold(&fields.name)),
        Param::from(fields.given.as_deref()),
        Param::from(fields.family.as_deref()),
        Param::from(fields.mails.join("\n")),
        Param::from(fields.phones.join("\n")),
        Param::from(fields.language.as_deref()),
        Param::from(fields.description.as_deref()),
        Param::from(fields.owner_id),
        Param::from(fields.status.key()),
    ]
}

/// Adds a person with their posts.
pub fn insert(tx: &mut Tx, fields: &PersonFields, origin: &Origin<'_>, now: Timestamp) -> Result<i64> {
    let mut params = values(fields);
    params.extend([
        Param::from(origin.source_id),
        Param::from(origin.import_id),
        Param::from(origin.created_by),
        Param::from(now),
    ]);
    let id = tx.insert(
        "INSERT INTO people (name, name_key, given, family, mails, phones, language, description, owner_id, \
         status, source_id, import_id, created_by, created_at, changed_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, 1) RETURNING id",
        &params,
    )?;
    put_posts(tx, id, &fields.posts)?;
    Ok(id)
}

/// Writes the editable fields and posts and counts the version up.
pub fn update(tx: &mut Tx, id: i64, fields: &PersonFields, now: Timestamp) -> Result<()> {
    let mut params = values(fields);
    params.extend([Param::from(now), Param::from(id)]);
    tx.run(
        "UPDATE people SET name = $1, name_key = $2, given = $3, family = $4, mails = $5, phones = $6, language = $7, \
         description = $8, owner_id = $9, status = $10, changed_at = $11, version = version + 1 WHERE id = $12",
        &params,
    )?;
    put_posts(tx, id, &fields.posts)
}

fn put_posts(tx: &mut Tx, id: i64, posts: &[Post]) -> Result<()> {
    tx.later("DELETE FROM person_companies WHERE person_id = $1", params![id])?;
    for post in posts {
        tx.later(
            "INSERT INTO person_companies (person_id, company_id, role) VALUES ($1, $2, $3) \
             ON CONFLICT (person_id, company_id) DO UPDATE SET role = excluded.role",
            params![id, post.company_id, &post.role],
        )?;
    }
    Ok(())
}

pub fn set_archived(tx: &mut Tx, id: i64, at: Option<Timestamp>, now: Timestamp) -> Result<()> {
    tx.run(
        "UPDATE people SET archived_at = $2, changed_at = $3, version = version + 1 WHERE id = $1",
        params![id, at, now],
    )?;
    Ok(())
}

crate::row! {
    /// A post with what its company is called and whose it is.
    pub struct PostRow {
        pub company_id: i64,
        pub company_name: String,
        pub company_owner: Option<i64>,
        pub role: String,
    }
}

impl PostRow {
    pub fn post(&self) -> Post {
        Post { company_id: self.company_id, role: self.role.clone() }
    }
}

/// A person's posts, those at companies out of one's reach too.
pub fn list_posts(tx: &mut Tx, id: i64) -> Result<Vec<PostRow>> {
    tx.all(
        "SELECT c.id, c.name, c.owner_id, pc.role FROM person_companies pc JOIN companies c ON c.id = pc.company_id \
         WHERE pc.person_id = $1 ORDER BY c.name_key, c.id",
        params![id],
    )
}

crate::row! {
    /// A person as a company's page and the list of people show them.
    pub struct PersonListRow {
        pub id: i64,
        pub name: String,
        pub mails: String,
        pub phones: String,
        pub role: Option<String>,
        pub company_id: Option<i64>,
        pub company_name: Option<String>,
        pub owner_id: Option<i64>,
        pub owner_name: Option<String>,
        pub mark: Mark,
    }
}

/// The people at a company.
pub fn list_of_company(tx: &mut Tx, company: i64, reads: &Owners) -> Result<Vec<PersonListRow>> {
    let sql = Sql::new(
        "SELECT p.id, p.name, p.mails, p.phones, pc.role, pc.company_id, CAST(NULL AS TEXT), p.owner_id, m.name, p.name_key \
         FROM person_companies pc JOIN people p ON p.id = pc.person_id LEFT JOIN members m ON m.id = p.owner_id WHERE p.archived_at IS NULL AND pc.company_id = ",
    )
    .bind(company);
    let sql = reach::shared(sql, "p.owner_id", reads).text(" ORDER BY p.name_key, p.id LIMIT 200");
    tx.all(sql.as_str(), sql.params())
}

/// One page of people by keyset, each with one of the companies within reach; what stands beside a person is looked
/// up for the page's rows alone.
pub fn list(tx: &mut Tx, reads: &Owners, filter: &Filter, limit: i64) -> Result<Vec<PersonListRow>> {
    let mut sql = Sql::new(
        "SELECT p.id, p.name, p.mails, p.phones, pc.role, c.id, c.name, p.owner_id, m.name, p.mark FROM (",
    );
    sql = clients::page(sql, "people", "mails, phones", reads, filter, limit)
        .text(") p LEFT JOIN person_companies pc ON pc.person_id = p.id AND pc.company_id = ")
        .text("(SELECT MIN(o.company_id) FROM person_companies o JOIN companies oc ON oc.id = o.company_id ")
        .text("WHERE o.person_id = p.id");
    sql = reach::shared(sql, "oc.owner_id", reads)
        .text(") LEFT JOIN companies c ON c.id = pc.company_id LEFT JOIN members m ON m.id = p.owner_id");
    sql = filter.order.sort(sql, "p");
    tx.all(sql.as_str(), sql.params())
}

/// Names of people within reach, archived ones too.
pub fn list_names(tx: &mut Tx, ids: &[i64], reads: &Owners) -> Result<Vec<(i64, String)>> {
    clients::list_names(tx, "people", ids, reads)
}
