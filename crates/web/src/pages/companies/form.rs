//! The form of a company: shown from what was typed, read into fields.

use desk::company::CompanyRow;
use desk::settings::Installation;
use maud::{Markup, html};
use sales::company::CompanyFields;
use sales::{Fault, FieldError, contact, money};

use super::named::{self, company_list};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::clients::owner;
use crate::posted::Form;
use crate::ui::Field;
use crate::visitor::Visitor;
use crate::words::Speech;

/// A new company begins as the visitor's own.
pub(super) fn blank(visitor: &Visitor) -> Form {
    let owner = visitor.actor().member.map(|id| id.to_string()).unwrap_or_default();
    Form(vec![("owner".into(), owner)])
}

/// A kept company as the form would have typed it.
pub(in crate::pages) fn typed(company: &CompanyRow, parent: Option<&str>, base: &str) -> Form {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let number = |value: Option<i64>| value.map(|number| number.to_string()).unwrap_or_default();
    let currency = company.currency.as_deref().unwrap_or(base);
    let parent = parent.unwrap_or_default();
    let revenue = company.annual_revenue.map(|minor| money::decimal(minor, currency)).unwrap_or_default();
    Form(
        [
            ("name", company.name.clone()),
            ("parent", parent.to_owned()),
            ("parent_was", parent.to_owned()),
            ("parent_id", number(company.parent_id)),
            ("industry", text(&company.industry)),
            ("type", text(&company.kind)),
            ("competitor", text(&company.competitor)),
            ("employees", number(company.employees)),
            ("founded", number(company.founded)),
            ("annual_revenue", revenue),
            ("currency", text(&company.currency)),
            ("address", text(&company.address)),
            ("phones", company.phones.clone()),
            ("web", text(&company.web)),
            ("description", text(&company.description)),
            ("owner", number(company.owner_id)),
            ("version", company.version.to_string()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec(),
    )
}

/// What was typed as fields; every fault of theirs at once.
pub(in crate::pages) async fn read(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<CompanyFields> {
    let base = app.desk.read(visitor.actor(), Installation).await?.base_currency;
    let mut faults = Vec::new();
    let currency = form.owned("currency").map(|code| code.to_uppercase());
    let mut fields = CompanyFields {
        name: form.text("name").to_owned(),
        parent_id: None,
        industry: form.owned("industry"),
        kind: form.owned("type"),
        competitor: form.owned("competitor"),
        employees: number(form, "employees", &mut faults),
        founded: number(form, "founded", &mut faults),
        annual_revenue: revenue(form, currency.as_deref().unwrap_or(&base), &mut faults),
        currency,
        address: form.owned("address"),
        phones: contact::parse_phones(form.text("phones")),
        web: form.owned("web"),
        description: form.owned("description"),
        owner_id: form.id("owner"),
    };
    fields.parent_id = match form.filled("parent") {
        None => None,
        Some(name) if name == form.text("parent_was") => form.id("parent_id"),
        Some(name) => named::company(app, visitor, name).await?.or_else(|| {
            faults.push(FieldError::new("parent", Fault::Unknown { value: name.to_owned() }));
            None
        }),
    };
    if faults.is_empty() {
        return Ok(fields);
    }
    faults.extend(fields.faults());
    Err(desk::Error::Invalid(faults))
}

fn number(form: &Form, name: &str, faults: &mut Vec<FieldError>) -> Option<i64> {
    let digits: String = form.filled(name)?.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let read = digits.parse().ok();
    if read.is_none() {
        faults.push(FieldError::new(name, Fault::NotANumber));
    }
    read
}

fn revenue(form: &Form, currency: &str, faults: &mut Vec<FieldError>) -> Option<i64> {
    let text = form.filled("annual_revenue")?;
    match money::parse_minor(text, currency) {
        Ok(minor) => Some(minor),
        Err(fault) => {
            faults.push(FieldError::new("annual_revenue", fault));
            None
        }
    }
}

/// The fields, without the form around them.
pub(super) fn fields(form: &Form, members: &[(String, String)], faults: &Faults, speech: &Speech) -> Markup {
    let text = |name: &str| {
        Field::text(name, speech.t(&format!("field-{}", name.replace('_', "-"))))
            .value(form.text(name))
            .error(faults.at(name, speech))
    };
    let area = |name: &str, rows| {
        Field::area(name, speech.t(&format!("field-{name}")), rows)
            .value(form.text(name))
            .error(faults.at(name, speech))
            .optional()
    };
    html! {
        (text("name").required().attr("autocomplete", "off").show(speech))
        div.fields-row {
            (text("industry").optional().show(speech))
            (text("parent").optional().attr("placeholder", speech.t("company-parent-hint")).attr("list", "companies-known")
                .attr("autocomplete", "off").attr("data-hx-get", "/companies/named")
                .attr("data-hx-trigger", "input changed delay:150ms").attr("data-hx-target", "#companies-known")
                .attr("data-hx-swap", "innerHTML").show(speech))
        }
        (company_list(&[]))
        input type="hidden" name="parent_id" value=(form.text("parent_id"));
        input type="hidden" name="parent_was" value=(form.text("parent_was"));
        div.fields-row {
            (text("type").optional().attr("placeholder", speech.t("company-type-hint")).show(speech))
            (text("competitor").optional().show(speech))
        }
        div.fields-row {
            (text("web").optional().attr("inputmode", "url").show(speech))
            (owner::field(form, members, faults, speech))
        }
        div.fields-row {
            (area("phones", 2).attr("placeholder", speech.t("list-one-a-line")).show(speech))
            (area("address", 2).show(speech))
        }
        div.fields-row {
            (text("employees").optional().attr("inputmode", "numeric").show(speech))
            (text("founded").optional().attr("inputmode", "numeric").show(speech))
            (text("annual_revenue").optional().attr("inputmode", "decimal").show(speech))
            (text("currency").optional().attr("maxlength", "3").show(speech))
        }
        (area("description", 3).show(speech))
    }
}
