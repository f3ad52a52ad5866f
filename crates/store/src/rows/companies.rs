//! Companies. A company without owner is shared by all who see anything.

use jiff::Timestamp;
use sales::Owners;
use sales::company::CompanyFields;
use sales::fold::fold;

use super::reach;
use crate::{Param, Result, Sql, Tx, params};

crate::row! {
    /// A whole company.
    pub struct CompanyRow {
        pub id: i64,
        pub name: String,
        pub parent_id: Option<i64>,
        pub industry: Option<String>,
        pub employees: Option<i64>,
        pub founded: Option<i64>,
        pub annual_revenue: Option<i64>,
        pub currency: Option<String>,
        pub address: Option<String>,
        pub phones: String,
        pub web: Option<String>,
        pub description: Option<String>,
        pub owner_id: Option<i64>,
        pub source_id: Option<String>,
        pub import_id: Option<i64>,
        pub version: i64,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub archived_at: Option<Timestamp>,
    }
}

impl CompanyRow {
    /// What a person may edit of it.
    pub fn fields(&self) -> CompanyFields {
        CompanyFields {
            name: self.name.clone(),
            parent_id: self.parent_id,
            industry: self.industry.clone(),
            employees: self.employees,
            founded: self.founded,
            annual_revenue: self.annual_revenue,
            currency: self.currency.clone(),
            address: self.address.clone(),
            phones: self.phones.lines().map(str::to_owned).collect(),
            web: self.web.clone(),
            description: self.description.clone(),
            owner_id: self.owner_id,
        }
    }
}

pub fn find(tx: &mut Tx, id: i64) -> Result<Option<CompanyRow>> {
    tx.opt(&format!("SELECT {} FROM companies WHERE id = $1", CompanyRow::COLUMNS), params![id])
}

/// The company, held until the commit.
pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<CompanyRow> {
    tx.one_to_change(&format!("SELECT {} FROM companies WHERE id = $1", CompanyRow::COLUMNS), params![id])
}

pub fn find_by_source(tx: &mut Tx, source_id: &str) -> Result<Option<i64>> {
    let found: Option<(i64,)> =
        tx.opt("SELECT id FROM companies WHERE source_id = $1", params![source_id])?;
    Ok(found.map(|(id,)| id))
}

/// The oldest company whose name folds to the same key.
pub fn find_by_name(tx: &mut Tx, name: &str) -> Result<Option<i64>> {
    let found: Option<(i64,)> = tx.opt(
        "SELECT id FROM companies WHERE name_key = $1 AND archived_at IS NULL ORDER BY id LIMIT 1",
        params![fold(name)],
    )?;
    Ok(found.map(|(id,)| id))
}

/// Where a new record came from.
#[derive(Clone, Debug, Default)]
pub struct Origin<'a> {
    pub source_id: Option<&'a str>,
    pub import_id: Option<i64>,
    pub created_by: Option<i64>,
}

fn values(fields: &CompanyFields) -> Vec<Param> {
    vec![
        Param::from(&fields.name),
        Param::from(fold(&fields.name)),
        Param::from(fields.parent_id),
        Param::from(fields.industry.as_deref()),
        Param::from(fields.employees),
        Param::from(fields.founded),
        Param::from(fields.annual_revenue),
        Param::from(fields.currency.as_deref()),
        Param::from(fields.address.as_deref()),
        Param::from(fields.phones.join("\n")),
        Param::from(fields.web.as_deref()),
        Param::from(fields.description.as_deref()),
        Param::from(fields.owner_id),
    ]
}

pub fn insert(tx: &mut Tx, fields: &CompanyFields, origin: &Origin<'_>, now: Timestamp) -> Result<i64> {
    let mut params = values(fields);
    params.extend([
        Param::from(origin.source_id),
        Param::from(origin.import_id),
        Param::from(origin.created_by),
        Param::from(now),
    ]);
    tx.insert(
        "INSERT INTO companies (name, name_key, parent_id, industry, employees, founded, annual_revenue, currency, \
         address, phones, web, description, owner_id, source_id, import_id, created_by, created_at, changed_at, \
         version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, 1) \
         RETURNING id",
        &params,
    )
}

/// Writes the editable fields and counts the version up.
pub fn update(tx: &mut Tx, id: i64, fields: &CompanyFields, now: Timestamp) -> Result<()> {
    let mut params = values(fields);
    params.extend([Param::from(now), Param::from(id)]);
    tx.run(
        "UPDATE companies SET name = $1, name_key = $2, parent_id = $3, industry = $4, employees = $5, founded = $6, \
         annual_revenue = $7, currency = $8, address = $9, phones = $10, web = $11, description = $12, \
         owner_id = $13, changed_at = $14, version = version + 1 WHERE id = $15",
        &params,
    )?;
    Ok(())
}

pub fn set_archived(tx: &mut Tx, id: i64, at: Option<Timestamp>, now: Timestamp) -> Result<()> {
    tx.run(
        "UPDATE companies SET archived_at = $2, changed_at = $3, version = version + 1 WHERE id = $1",
        params![id, at, now],
    )?;
    Ok(())
}

crate::row! {
    /// A company as a list shows it.
    pub struct CompanyListRow {
        pub id: i64,
        pub name: String,
        pub industry: Option<String>,
        pub employees: Option<i64>,
        pub parent_name: Option<String>,
        pub owner_id: Option<i64>,
        pub owner_name: Option<String>,
        pub open_deals: i64,
        pub sort_text: Option<String>,
        pub sort_number: Option<i64>,
    }
}

/// What a list of companies is ordered by. An unknown figure counts as less than any; revenue goes by its figure,
/// whatever the currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    #[default]
    Name,
    Created,
    Employees,
    Revenue,
}

impl SortBy {
    /// As the indexes have it.
    fn key(self) -> &'static str {
        match self {
            SortBy::Name => "name_key",
            SortBy::Created => "created_at",
            SortBy::Employees => "COALESCE(employees, -1)",
            SortBy::Revenue => "COALESCE(annual_revenue, -1)",
        }
    }

    /// Its name as a column of the page, and the columns that carry it: text, number.
    fn columns(self) -> (&'static str, String) {
        match self {
            SortBy::Name => {
                ("sort_text", "name_key AS sort_text, CAST(NULL AS BIGINT) AS sort_number".into())
            }
            _ => ("sort_number", format!("CAST(NULL AS TEXT) AS sort_text, {} AS sort_number", self.key())),
        }
    }
}

/// Which companies are listed.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Folded words the name begins with.
    pub text: Option<String>,
    pub owner: Option<i64>,
    pub archived: bool,
    pub sort: SortBy,
    pub desc: bool,
    /// The sort value and id of the last row already seen.
    pub after: Option<(Param, i64)>,
}

/// One page of companies by keyset; names and counts beside them are looked up for the page's rows alone.
pub fn list(tx: &mut Tx, reads: &Owners, filter: &Filter, limit: i64) -> Result<Vec<CompanyListRow>> {
    let (sort, columns) = filter.sort.columns();
    let way = if filter.desc { " DESC" } else { "" };
    let mut sql = Sql::new("SELECT c.id, c.name, c.industry, c.employees, p.name, c.owner_id, m.name, ")
        .text("(SELECT COUNT(*) FROM deals d WHERE d.company_id = c.id AND d.status = 'open' AND d.archived_at IS NULL");
    sql = reach::owned(sql, "d.owner_id", reads)
        .text(
            "), c.sort_text, c.sort_number FROM (SELECT id, name, industry, employees, parent_id, owner_id, ",
        )
        .text(&columns);
    sql = page(sql, reads, filter, limit).text(") c LEFT JOIN companies p ON p.id = c.parent_id");
    sql = reach::shared(sql, "p.owner_id", reads)
        .text(" LEFT JOIN members m ON m.id = c.owner_id ORDER BY c.")
        .text(sort)
        .text(way)
        .text(", c.id")
        .text(way);
    tx.all(sql.as_str(), sql.params())
}

/// `FROM companies ..` of the rows that a page shows.
fn page(sql: Sql, reads: &Owners, filter: &Filter, limit: i64) -> Sql {
    let key = filter.sort.key();
    let way = if filter.desc { " DESC" } else { "" };
    let mut sql = sql.text(" FROM companies WHERE archived_at IS ").text(if filter.archived {
        "NOT NULL"
    } else {
        "NULL"
    });
    sql = reach::shared(sql, "owner_id", reads);
    if let Some(owner) = filter.owner {
        sql = sql.text(" AND owner_id = ").bind(owner);
    }
    if let Some(text) = &filter.text {
        sql = sql.text(" AND name_key >= ").bind(text.as_str());
        sql = sql.text(" AND name_key < ").bind(after_prefix(text));
    }
    if let Some((value, id)) = &filter.after {
        let than = if filter.desc { ", id) < (" } else { ", id) > (" };
        sql = sql.text(" AND (").text(key).text(than).bind(value.clone()).text(", ").bind(*id).text(")");
    }
    sql.text(" ORDER BY ").text(key).text(way).text(", id").text(way).text(" LIMIT ").bind(limit)
}

/// The end of the range of keys that begin with a prefix, compared bytewise.
pub fn after_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

/// Id and name of the companies right below, in the order of their names.
pub fn list_children(tx: &mut Tx, id: i64, reads: &Owners) -> Result<Vec<(i64, String)>> {
    let sql = Sql::new("SELECT id, name FROM companies WHERE archived_at IS NULL AND parent_id = ").bind(id);
    let sql = reach::shared(sql, "owner_id", reads).text(" ORDER BY name_key, id LIMIT 200");
    tx.all(sql.as_str(), sql.params())
}

/// The ids of the company and of all above it, nearest first; a ring is cut at 100.
pub fn list_above(tx: &mut Tx, id: i64) -> Result<Vec<i64>> {
    let mut above = vec![id];
    let mut next = find(tx, id)?.and_then(|company| company.parent_id);
    while let Some(parent) = next {
        if above.contains(&parent) || above.len() >= 100 {
            break;
        }
        above.push(parent);
        next = find(tx, parent)?.and_then(|company| company.parent_id);
    }
    Ok(above)
}
