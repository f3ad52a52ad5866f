//! The client typed into a deal's form: found by name, or a new one that is made with the deal.

use axum::extract::{Query, State};
use axum::response::IntoResponse;
use desk::company::{CompanyPage, ListCompanies};
use desk::person::{ListPeople, PersonPage};
use maud::html;
use sales::fold::fold;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::posted::Form;
use crate::visitor::Visitor;

/// Names offered while typing.
const OFFERED: i64 = 12;

/// Whom a field means.
pub enum Meant {
    Known(i64),
    /// A name that nobody has yet.
    New(String),
}

/// Names that begin as typed, for the list behind a field: `?client=` or `?contact=`.
pub async fn suggest(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let typed = Form(query);
    let (client, contact) = (typed.text("client").to_owned(), typed.text("contact").to_owned());
    let names: Vec<String> = if !contact.is_empty() || client.is_empty() {
        let asked = ListPeople { text: contact, limit: OFFERED, ..ListPeople::default() };
        let people = app.desk.read(visitor.actor(), asked).await.map_err(told)?;
        people.rows.into_iter().map(|row| row.name).collect()
    } else {
        let asked = ListCompanies { text: client, limit: OFFERED, ..ListCompanies::default() };
        let companies = app.desk.read(visitor.actor(), asked).await.map_err(told)?;
        companies.rows.into_iter().map(|row| row.name).collect()
    };
    Ok(html! { @for name in &names { option value=(name) {} } }.into_response())
}

/// The company that the form means: the one it came with if its name still stands, one of exactly this name, or a new
/// one. None where nothing is typed.
///
/// # Errors
/// What the desk says.
pub async fn company(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<Option<Meant>> {
    let Some(typed) = form.owned("client") else { return Ok(None) };
    let key = fold(&typed);
    if let Some(id) = form.id("company")
        && fold(&app.desk.read(visitor.actor(), CompanyPage { id }).await?.company.name) == key
    {
        return Ok(Some(Meant::Known(id)));
    }
    let asked = ListCompanies { text: typed.clone(), limit: 200, ..ListCompanies::default() };
    let found = app.desk.read(visitor.actor(), asked).await?;
    let same = found.rows.iter().find(|row| fold(&row.name) == key);
    Ok(Some(same.map_or(Meant::New(typed), |row| Meant::Known(row.id))))
}

/// The person that a field means; of several with the name, the one at the company comes first.
///
/// # Errors
/// What the desk says.
pub async fn person(
    app: &App,
    visitor: &Visitor,
    (typed, known): (&str, Option<i64>),
    company: Option<i64>,
) -> desk::Result<Option<Meant>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let key = fold(typed);
    if let Some(id) = known
        && fold(&app.desk.read(visitor.actor(), PersonPage { id }).await?.person.name) == key
    {
        return Ok(Some(Meant::Known(id)));
    }
    let asked = ListPeople { text: typed.to_owned(), limit: 200, ..ListPeople::default() };
    let rows = app.desk.read(visitor.actor(), asked).await?.rows;
    let same = || rows.iter().filter(|row| fold(&row.name) == key);
    let found = same().find(|row| company.is_some() && row.company_id == company).or_else(|| same().next());
    Ok(Some(found.map_or_else(|| Meant::New(typed.to_owned()), |row| Meant::Known(row.id))))
}
