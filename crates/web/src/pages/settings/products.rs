//! Products with their series and list price.

use axum::extract::State;
use axum::response::Response;
use desk::settings::{
    AddProduct, ChangeProduct, Installation, ListProducts, ProductFields, RestoreProduct, RetireProduct,
};
use maud::html;
use sales::money;

use super::frame::{answer, others};
use super::typed::{Typed, act, form as form_of};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Field, Tone, chip};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    if let Some(why) = others(&visitor) {
        return Ok(why);
    }
    page(&app, &visitor, &Typed::default()).await
}

pub async fn change(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let done = carry_out(&app, &visitor, &form).await;
    match Typed::of(done, form, &visitor)? {
        None => Ok(go(&visitor, &routes::settings("products"))),
        Some(typed) => page(&app, &visitor, &typed).await,
    }
}

async fn carry_out(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<()> {
    let by = visitor.actor();
    let id = form.id("form").unwrap_or_default();
    match form.text("act") {
        "retire" => app.desk.write(by, RetireProduct { id }).await,
        "restore" => app.desk.write(by, RestoreProduct { id }).await,
        "save" => app.desk.write(by, ChangeProduct { id, fields: fields(form)? }).await,
        _ => app.desk.write(by, AddProduct { fields: fields(form)? }).await.map(drop),
    }
}

fn fields(form: &Form) -> desk::Result<ProductFields> {
    let currency = form.text("currency").to_owned();
    let price = form.filled("list_price").map(|text| money::parse_minor(text, &currency)).transpose();
    let list_price = price.map_err(|fault| desk::Error::field("list_price", fault))?;
    Ok(ProductFields {
        name: form.text("name").to_owned(),
        series: form.owned("series"),
        list_price,
        currency,
    })
}

/// As a form types it: `1234.50`.
fn typed_price(minor: i64, currency: &str) -> String {
    let digits = money::digits(currency);
    let whole = 10_i64.pow(digits);
    match digits {
        0 => minor.to_string(),
        _ => format!("{}.{:0width$}", minor / whole, minor % whole, width = digits as usize),
    }
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed) -> Result<Response, Trouble> {
    let told = |error| Trouble::from(error).told(visitor);
    let rows = app.desk.read(visitor.actor(), ListProducts).await.map_err(told)?;
    let house = app.desk.read(visitor.actor(), Installation).await.map_err(told)?;
    let speech = &visitor.speech;
    let address = routes::settings("products");
    let inputs = |which: &str, name: &str, series: &str, price: &str, currency: &str| {
        html! {
            (typed.put(which, "name", Field::text("name", speech.t("field-name")).required(), name, speech))
            (typed.put(which, "series", Field::text("series", speech.t("field-series")).optional(), series, speech))
            (typed.put(which, "list_price", Field::text("list_price", speech.t("field-list-price")).optional().attr("inputmode", "decimal"), price, speech))
            (typed.put(which, "currency", Field::text("currency", speech.t("field-currency")).attr("maxlength", "3").required(), currency, speech))
        }
    };
    let body = html! {
        @for row in &rows {
            @let which = row.id.to_string();
            @let price = row.list_price.map(|minor| typed_price(minor, &row.currency)).unwrap_or_default();
            (form_of(&which, &address, visitor, &html! {
                (inputs(&which, &row.name, row.series.as_deref().unwrap_or_default(), &price, &row.currency))
                (act("settings-save", "save", visitor))
                @if row.retired_at.is_some() {
                    (chip(Tone::Plain, None, &speech.t("settings-retired")))
                    (act("settings-restore", "restore", visitor))
                } @else { (act("settings-retire", "retire", visitor)) }
            }))
        }
        h2 { (speech.t("settings-new-product")) }
        (form_of("add", &address, visitor, &html! {
            (inputs("add", "", "", "", &house.base_currency))
            (act("settings-add", "add", visitor))
        }))
    };
    Ok(answer("products", &speech.t("settings-products"), typed, &body, visitor))
}
