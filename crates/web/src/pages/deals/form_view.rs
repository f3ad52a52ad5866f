//! How the form of a deal is shown.

use desk::settings::ListProducts;
use maud::{Markup, html};

use crate::app::App;
use crate::faults::Faults;
use crate::pages::known::Known;
use crate::posted::Form;
use crate::ui::Field;
use crate::visitor::Visitor;
use crate::words::{Speech, symbol};

/// Empty rows offered for product lines and for people.
const SPARE: usize = 2;

/// What the form offers to choose from.
pub struct Offers {
    pub known: Known,
    products: Vec<(String, String)>,
    pub base_currency: String,
}

impl Offers {
    /// # Errors
    /// What the desk says.
    pub async fn load(app: &App, visitor: &Visitor, kept: Vec<i64>) -> desk::Result<Offers> {
        let rows = app.desk.read(visitor.actor(), ListProducts).await?;
        let products = rows.into_iter().map(|row| (row.id.to_string(), row.name)).collect();
        let base_currency = app.desk.read(visitor.actor(), desk::settings::Installation).await?.base_currency;
        Ok(Offers { known: Known::load(app, visitor, kept).await?, products, base_currency })
    }
}

impl Offers {
    /// What a product is called.
    pub fn product(&self, id: &str) -> String {
        let known = self.products.iter().find(|(known, _)| known == id);
        known.map_or_else(|| id.to_owned(), |(_, name)| name.clone())
    }
}

/// Draws the fields of a deal.
pub struct Drawn<'a> {
    pub form: &'a Form,
    pub faults: &'a Faults,
    pub offers: &'a Offers,
    pub speech: &'a Speech,
}

impl Drawn<'_> {
    fn one(&self, input: Field, name: &str) -> Markup {
        input.value(self.form.text(name)).error(self.faults.at(name, self.speech)).show(self.speech)
    }

    fn label(&self, key: &str) -> String {
        self.speech.t(key)
    }

    /// Client, what, money: what a deal is.
    pub fn main(&self) -> Markup {
        html! {
            (self.faults.summary(self.speech))
            div.fields-row {
                (self.one(suggested(Field::text("client", self.label("field-client")), "clients"), "client"))
                (self.one(suggested(Field::text("contact", self.label("field-contact")), "contacts").optional(), "contact"))
            }
            datalist id="clients" {} datalist id="contacts" {}
            input type="hidden" name="company" value=(self.form.text("company"));
            input type="hidden" name="person" value=(self.form.text("person"));
            (self.one(Field::text("name", self.label("field-deal-name")).required(), "name"))
            (self.money())
            div.fields-row {
                (self.one(Field::day("expected_close_on", self.label("field-expected-close-on")).optional(), "expected_close_on"))
                (self.one(self.choice("type", "deal-type"), "type"))
                (self.one(self.choice("source", "source"), "source"))
            }
        }
    }

    fn choice(&self, name: &str, list: &str) -> Field {
        let options = self.offers.known.optional(list, self.form.text(name), self.speech);
        Field::select(name, self.label(&format!("field-{name}")), options).optional()
    }

    fn money(&self) -> Markup {
        let currency = self.form.filled("currency").unwrap_or(&self.offers.base_currency);
        let sign = symbol(currency).to_owned();
        let code =
            Field::text("currency", self.label("field-currency")).value(currency).attr("maxlength", "3");
        html! {
            div.fields-row {
                (self.one(Field::money("amount", self.label("field-amount"), &sign).optional(), "amount"))
                (self.one(Field::money("recurring", self.label("field-recurring"), &sign).optional(), "recurring"))
                (code.error(self.faults.at("currency", self.speech)).show(self.speech))
            }
            (Field::tick("estimated", "1", &self.label("field-estimated"), self.form.is_on("estimated")))
        }
    }

    /// What may be known later.
    pub fn more(&self) -> Markup {
        let members = |name: &str| {
            let mut options = self.offers.known.members();
            options.insert(0, (String::new(), self.label("not-set")));
            Field::select(name, self.label(&format!("field-{name}")), options).optional()
        };
        html! {
            div.fields-row {
                (self.one(members("engineer"), "engineer"))
                (self.one(Field::input("number", "probability", self.label("field-probability")).optional()
                    .attr("min", "0").attr("max", "100"), "probability"))
            }
            div.fields-row {
                (self.one(Field::text("campaign", self.label("field-campaign")).optional(), "campaign"))
                (self.one(Field::text("competitor", self.label("field-competitor")).optional(), "competitor"))
            }
            (self.one(Field::area("description", self.label("field-description"), 3).optional(), "description"))
        }
    }

    /// Product lines, those there are and two empty ones.
    pub fn lines(&self) -> Markup {
        let (products, quantities, prices) =
            (self.form.all("line_product"), self.form.all("line_quantity"), self.form.all("line_price"));
        let rows = products.iter().filter(|product| !product.is_empty()).count() + SPARE;
        let mut options = self.offers.products.clone();
        options.insert(0, (String::new(), self.label("not-set")));
        let at = |all: &[&str], row: usize| all.get(row).map(|text| (*text).to_owned()).unwrap_or_default();
        html! {
            fieldset.rows id="lines" {
                legend { (self.label("field-lines")) }
                @if let Some(words) = self.faults.at("lines", self.speech) { p.wrong { (words) } }
                @for row in 0..rows {
                    div.fields-row {
                        (numbered("select", "line_product", row, &self.label("line-product"), &at(&products, row), &options))
                        (numbered("number", "line_quantity", row, &self.label("line-quantity"), &at(&quantities, row), &[]))
                        (numbered("text", "line_price", row, &self.label("line-price"), &at(&prices, row), &[]))
                    }
                }
            }
        }
    }

    /// Others in the deal and what they are to it.
    pub fn people(&self) -> Markup {
        let (ids, names, roles) =
            (self.form.all("party_id"), self.form.all("party_name"), self.form.all("party_role"));
        let rows = names.iter().filter(|name| !name.is_empty()).count() + SPARE;
        let at = |all: &[&str], row: usize| all.get(row).map(|text| (*text).to_owned()).unwrap_or_default();
        html! {
            fieldset.rows id="people" {
                legend { (self.label("field-people")) }
                @for row in 0..rows {
                    div.fields-row {
                        input type="hidden" name="party_id" value=(at(&ids, row));
                        (numbered("text", "party_name", row, &self.label("party-name"), &at(&names, row), &[]))
                        (numbered("text", "party_role", row, &self.label("party-role"), &at(&roles, row), &[]))
                    }
                }
            }
        }
    }
}

/// A field of a row: its name is shared, its id is not.
fn numbered(
    kind: &str,
    name: &str,
    row: usize,
    label: &str,
    value: &str,
    options: &[(String, String)],
) -> Markup {
    let id = format!("{name}-{row}");
    html! {
        div.field {
            label.unseen[row > 0] for=(id) { (label) }
            @if kind == "select" {
                select.control id=(id) name=(name) {
                    @for (option, title) in options { option value=(option) selected[option == value] { (title) } }
                }
            } @else if kind == "number" {
                input.control type="number" min="1" id=(id) name=(name) value=(value);
            } @else {
                input.control type="text" id=(id) name=(name) value=(value);
            }
        }
    }
}

/// A field that offers names while one types; without script it is a plain one.
fn suggested(field: Field, list: &'static str) -> Field {
    let target = format!("#{list}");
    field
        .attr("list", list)
        .attr("autocomplete", "off")
        .attr("data-hx-get", "/deals/clients")
        .attr("data-hx-trigger", "input changed delay:200ms")
        .attr("data-hx-target", target)
        .attr("data-hx-swap", "innerHTML")
        .attr("data-hx-include", "this")
}
