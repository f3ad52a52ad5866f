//! The form of a deal: what stands in it, and the fields read back from it.

use desk::deal::{NewClients, NewParty};
use desk::look::DealSeen;
use sales::deal::{DealFields, DealLine, Party};
use sales::{Fault, FieldError, money};

use super::client::{self, Meant};
use crate::app::App;
use crate::pages::moment;
use crate::posted::Form;
use crate::visitor::Visitor;

/// The form as it stands for a deal that is there.
pub fn filled(seen: &DealSeen) -> Form {
    let deal = &seen.deal;
    let amount =
        |minor: Option<i64>| minor.map(|minor| money::decimal(minor, &deal.currency)).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let mut form = Form(
        [
            ("version", deal.version.to_string()),
            ("name", deal.name.clone()),
            ("company", id(deal.company_id)),
            ("client", seen.company.as_ref().map(|link| link.name.clone()).unwrap_or_default()),
            ("person", id(deal.person_id)),
            ("contact", seen.person.as_ref().map(|link| link.name.clone()).unwrap_or_default()),
            ("engineer", id(deal.engineer_id)),
            ("amount", amount(deal.amount)),
            ("estimated", if deal.amount_estimated { "1".to_owned() } else { String::new() }),
            ("recurring", amount(deal.recurring)),
            ("currency", deal.currency.clone()),
            ("expected_close_on", deal.expected_close_on.map(|day| day.to_string()).unwrap_or_default()),
            ("probability", id(deal.probability)),
            ("type", text(&deal.r#type)),
            ("source", text(&deal.source)),
            ("campaign", text(&deal.campaign)),
            ("competitor", text(&deal.competitor)),
            ("description", text(&deal.description)),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec(),
    );
    let mut add = |name: &str, value: String| form.0.push((name.to_owned(), value));
    for line in &seen.lines {
        add("line_product", line.product_id.to_string());
        add("line_quantity", line.quantity.to_string());
        add("line_price", amount(line.unit_price));
    }
    for person in seen.people.iter().filter(|person| !person.is_main || !person.role.is_empty()) {
        add("party_id", person.person_id.to_string());
        add("party_name", person.name.clone());
        add("party_role", person.role.clone());
    }
    form
}

/// Reads the fields, and the clients that are to be made with the deal.
///
/// # Errors
/// Every fault of what was typed, by its field.
pub async fn read(
    app: &App,
    visitor: &Visitor,
    form: &Form,
    base_currency: &str,
) -> desk::Result<(DealFields, NewClients)> {
    let (mut fields, mut new) = (plain(form, base_currency)?, NewClients::default());
    if form.filled("client").is_none() && form.filled("contact").is_none() {
        return Err(desk::Error::field("client", Fault::ClientRequired));
    }
    match client::company(app, visitor, form).await? {
        Some(Meant::Known(id)) => fields.company_id = Some(id),
        Some(Meant::New(name)) => new.company = Some(name),
        None => {}
    }
    let contact = (form.text("contact"), form.id("person"));
    match client::person(app, visitor, contact, fields.company_id).await? {
        Some(Meant::Known(id)) => fields.person_id = Some(id),
        Some(Meant::New(name)) => new.person = Some(name),
        None => {}
    }
    let (ids, names, roles) = (form.all("party_id"), form.all("party_name"), form.all("party_role"));
    for (place, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let known = ids.get(place).and_then(|id| id.parse().ok());
        let role = (*roles.get(place).unwrap_or(&"")).to_owned();
        match client::person(app, visitor, (name, known), fields.company_id).await? {
            Some(Meant::Known(person_id)) => fields.people.push(Party { person_id, role }),
            Some(Meant::New(name)) => new.people.push(NewParty { name, role }),
            None => {}
        }
    }
    Ok((fields, new))
}

/// What needs no other record.
fn plain(form: &Form, base_currency: &str) -> desk::Result<DealFields> {
    let mut faults = Vec::new();
    let typed = form.filled("currency").unwrap_or(base_currency);
    let currency = money::parse_currency(typed).unwrap_or_else(|fault| {
        faults.push(FieldError::new("currency", fault));
        base_currency.to_owned()
    });
    if form.filled("name").is_none() {
        faults.push(FieldError::new("name", Fault::Required));
    }
    let mut amount = |name: &str, text: Option<&str>| {
        let read = text.map(|text| money::parse_minor(text, &currency)).transpose();
        read.unwrap_or_else(|fault| {
            faults.push(FieldError::new(name, fault));
            None
        })
    };
    let (once, again) =
        (amount("amount", form.filled("amount")), amount("recurring", form.filled("recurring")));
    let lines = lines(form, &mut amount);
    let expected_close_on = form.filled("expected_close_on").and_then(moment::day);
    if form.filled("expected_close_on").is_some() && expected_close_on.is_none() {
        faults.push(FieldError::new("expected_close_on", Fault::NotADate));
    }
    if form.filled("probability").is_some()
        && !form.id("probability").is_some_and(|percent| (0..=100).contains(&percent))
    {
        faults.push(FieldError::new("probability", Fault::NotAPercent));
    }
    desk::Error::unless_valid(faults)?;
    Ok(DealFields {
        name: form.text("name").to_owned(),
        owner_id: form.id("owner"),
        engineer_id: form.id("engineer"),
        amount: once,
        amount_estimated: form.is_on("estimated"),
        recurring: again,
        currency,
        expected_close_on,
        probability: form.id("probability"),
        kind: form.owned("type"),
        source: form.owned("source"),
        campaign: form.owned("campaign"),
        competitor: form.owned("competitor"),
        description: form.owned("description"),
        lines,
        ..DealFields::default()
    })
}

fn lines(form: &Form, amount: &mut impl FnMut(&str, Option<&str>) -> Option<i64>) -> Vec<DealLine> {
    let (quantities, prices) = (form.all("line_quantity"), form.all("line_price"));
    let line = |(place, product): (usize, &str)| {
        let price = prices.get(place).copied().filter(|text| !text.is_empty());
        Some(DealLine {
            product_id: product.parse().ok()?,
            quantity: quantities.get(place).and_then(|text| text.parse().ok()).unwrap_or(1),
            unit_price: amount("lines", price),
        })
    };
    form.all("line_product").into_iter().enumerate().filter_map(line).collect()
}
