//! Companies. A company without owner is shared by all who see anything.

use jiff::Timestamp;
use sales::Owners;
use sales::company::CompanyFields;
use sales::fold::fold;

use super::clients::{self, Filter, Order, Origin};
use super::deal_list::Mark;
use super::reach;
use crate::{Param, Result, Sql, Tx, params};

crate::row! {
    /// A whole company.
    pub struct CompanyRow {
        pub id: i64,
        pub name: String,
        pub parent_id: Option<i64>,
        pub industry: Option<String>,
        pub kind: Option<String>,
        pub competitor: Option<String>,
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
            kind: self.kind.clone(),
            competitor: self.competitor.clone(),
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

/// Keeps the company as it stands until the commit: what is decided by it holds then too.
pub fn hold(tx: &mut Tx, id: i64) -> Result<()> {
    let (_,): (i64,) = tx.one_to_share("SELECT id FROM companies WHERE id = $1", params![id])?;
    Ok(())
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
        Param::from(fields.kind.as_deref()),
        Param::from(fields.competitor.as_deref()),
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
         address, phones, web, description, owner_id, kind, competitor, source_id, import_id, created_by, created_at, \
         changed_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
         $18, $19, $19, 1) \
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
         owner_id = $13, kind = $14, competitor = $15, changed_at = $16, version = version + 1 WHERE id = $17",
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
        pub mark: Mark,
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
    pub fn order(self, desc: bool) -> Order {
        match self {
            SortBy::Name => Order::by_name(desc),
            SortBy::Created => Order::by_age(desc),
            SortBy::Employees => Order::by("COALESCE(employees, -1)", desc),
            SortBy::Revenue => Order::by("COALESCE(annual_revenue, -1)", desc),
        }
    }
}

/// One page of companies by keyset; names and counts beside them are looked up for the page's rows alone.
pub fn list(tx: &mut Tx, reads: &Owners, filter: &Filter, limit: i64) -> Result<Vec<CompanyListRow>> {
    let mut sql = Sql::new("SELECT c.id, c.name, c.industry, c.employees, p.name, c.owner_id, m.name, ")
        .text("(SELECT COUNT(*) FROM deals d WHERE d.company_id = c.id AND d.status = 'open' AND d.archived_at IS NULL");
    sql = reach::owned(sql, "d.owner_id", reads).text("), c.mark FROM (");
    sql = clients::page(sql, "companies", "industry, employees, parent_id", reads, filter, limit)
        .text(") c LEFT JOIN companies p ON p.id = c.parent_id");
    sql = reach::shared(sql, "p.owner_id", reads).text(" LEFT JOIN members m ON m.id = c.owner_id");
    sql = filter.order.sort(sql, "c");
    tx.all(sql.as_str(), sql.params())
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

/// Names of companies within reach, archived ones too.
pub fn list_names(tx: &mut Tx, ids: &[i64], reads: &Owners) -> Result<Vec<(i64, String)>> {
    clients::list_names(tx, "companies", ids, reads)
}
