//! The page.

use axum::response::{IntoResponse, Response};
use maud::html;

use super::document::{about, about_tokens, by_tag};
use super::operation::{operation, quoted};
use crate::pages::settings::frame::page;
use crate::routes;
use crate::ui::Field;
use crate::visitor::Visitor;

/// Where the page lies among the settings.
const WAY: &str = "api";

/// What the API can do, and a form for each operation. A request goes with the token typed here and never with the
/// session, so that it shows what a program would see.
pub async fn show(visitor: Visitor) -> Response {
    let speech = &visitor.speech;
    let token = Field::input("password", "token", speech.t("field-api-token"))
        .hint(speech.t("api-token-hint"))
        .attr("autocomplete", "off")
        .attr("data-token", "");
    let body = html! {
        section.panel aria-labelledby="api-head" {
            header.panel-head { h2 #api-head { (speech.t("api-title")) } a href="/api/v1/openapi.json" { "openapi.json" } }
            div.panel-body.api-head {
                p { (speech.t("api-intro")) " " a href=(routes::settings("tokens")) { (speech.t("api-make-token")) } }
                details { summary { (speech.t("api-about")) } p lang="en" { (quoted(about())) } p lang="en" { (quoted(about_tokens())) } }
                (token.show(speech))
            }
        }
        @for (tag, operations) in by_tag() {
            section.panel aria-labelledby=(format!("tag-{tag}")) {
                header.panel-head { h2 id=(format!("tag-{tag}")) lang="en" { (tag) } }
                @for one in &operations { (operation(one, speech)) }
            }
        }
    };
    visitor.page(&page(WAY, &body, &visitor)).into_response()
}
