//! Products with their series and list price.

use axum::extract::State;
use axum::response::Response;
use desk::settings::{
    AddProduct, ChangeProduct, Installation, ListProducts, ProductFields, ProductRow, RestoreProduct,
    RetireProduct,
};
use maud::{Markup, html};
use sales::money;

use super::frame::{answer, others};
use super::row::{Row, RowAct, more, new_row, row, rows, save};
use super::typed::{Done, Typed};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Field, Icon, Tone, chip};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    if let Some(why) = others(&visitor) {
        return Ok(why);
    }
    page(&app, &visitor, &Typed::default()).await
}

pub async fn change(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let done = carry_out(&app, &visitor, &form).await;
    match Typed::settle(done, form, "products", &visitor)? {
        Ok(gone) => Ok(gone),
        Err(typed) => page(&app, &visitor, &typed).await,
    }
}

async fn carry_out(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<Done> {
    let by = visitor.actor();
    let id = form.id("form").unwrap_or_default();
    let done = |said| move |()| Done { row: Some(id), said };
    match form.text("act") {
        "retire" => app.desk.write(by, RetireProduct { id }).await.map(done("settings-said-retired")),
        "restore" => app.desk.write(by, RestoreProduct { id }).await.map(done("settings-said-restored")),
        "save" => {
            let change = ChangeProduct { id, fields: fields(form)? };
            app.desk.write(by, change).await.map(done("said-saved"))
        }
        _ => app.desk.write(by, AddProduct { fields: fields(form)? }).await.map(Done::added),
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
    let products = app.desk.read(visitor.actor(), ListProducts).await.map_err(told)?;
    let house = app.desk.read(visitor.actor(), Installation).await.map_err(told)?;
    let speech = &visitor.speech;
    let new = inputs("add", None, &house.base_currency, typed, visitor);
    let all = html! {
        @for product in &products { (line(product, typed, visitor)) }
        (new_row(&speech.t("settings-new-product"), &speech.t("settings-add"), &routes::settings("products"), visitor, &new))
    };
    let in_use = products.iter().filter(|product| product.retired_at.is_none()).count();
    let names = ["field-name", "field-series", "field-list-price", "field-currency"].map(|key| speech.t(key));
    let about = speech.t("settings-products-about");
    let body = rows(&speech.t("settings-products"), Some(in_use), &about, "products", &names, &all);
    Ok(answer("products", typed, &body, visitor))
}

fn line(product: &ProductRow, typed: &Typed, visitor: &Visitor) -> Markup {
    let which = product.id.to_string();
    let put_away = product.retired_at.is_some();
    let way = if put_away {
        RowAct { key: "settings-restore", act: "restore", icon: Icon::Undo }
    } else {
        RowAct { key: "settings-retire", act: "retire", icon: Icon::Bin }
    };
    let fields = html! {
        (inputs(&which, Some(product), &product.currency, typed, visitor))
        @if put_away { span.row-note { (chip(Tone::Plain, None, &visitor.speech.t("settings-retired"))) } }
    };
    let acts = html! { (save(visitor)) (more(&[way], visitor)) };
    let head = Row { which: &which, name: &product.name, put_away };
    row(&head, &routes::settings("products"), typed, visitor, &fields, &acts)
}

fn inputs(
    which: &str,
    product: Option<&ProductRow>,
    currency: &str,
    typed: &Typed,
    visitor: &Visitor,
) -> Markup {
    let speech = &visitor.speech;
    let name = product.map(|product| product.name.as_str()).unwrap_or_default();
    let series = product.and_then(|product| product.series.as_deref()).unwrap_or_default();
    let price = product.and_then(|product| product.list_price);
    let price = price.map(|minor| typed_price(minor, currency)).unwrap_or_default();
    let text = |key: &'static str| Field::text(key, speech.t(&format!("field-{}", key.replace('_', "-"))));
    html! {
        (typed.cell(which, "name", text("name").required(), name, speech))
        (typed.cell(which, "series", text("series"), series, speech))
        (typed.cell(which, "list_price", text("list_price").attr("inputmode", "decimal"), &price, speech))
        (typed.cell(which, "currency", text("currency").attr("maxlength", "3").required(), currency, speech))
    }
}
