//! One operation: what it does, and a form to try it.

use maud::{Markup, html};

use super::document::{Body, Operation, Parameter};
use crate::ui::{Button, Field, Icon, Tone, chip};
use crate::words::Speech;

pub fn operation(one: &Operation, speech: &Speech) -> Markup {
    let method = one.method.to_uppercase();
    let tone = match one.method {
        "get" => Tone::Plain,
        "delete" => Tone::Red,
        _ => Tone::Accent,
    };
    html! {
        details.operation id=(one.id()) {
            summary {
                (chip(tone, None, &method))
                code { (one.address) }
                span.operation-about lang="en" { (quoted(one.summary())) }
            }
            div.operation-body {
                @if !one.description().is_empty() { p lang="en" { (quoted(one.description())) } }
                @if !one.scope().is_empty() { p.about { (speech.t("api-covers")) " " code { (one.scope()) } } }
                @if one.is_stream() { p.about { (speech.t("api-stream")) } }
                @else { (form(one, &method, speech)) }
            }
        }
    }
}

/// The address is put together by the script; without one the page is there to be read.
fn form(one: &Operation, method: &str, speech: &Speech) -> Markup {
    html! {
        form.try data-try="" data-method=(method) data-address=(one.address) data-failed=(speech.t("api-failed"))
            data-bytes=(speech.t("api-bytes")) {
            @for parameter in one.parameters() { (input(one, &parameter, speech)) }
            @match one.body() {
                Some(Body::Json(example)) => {
                    (Field::area("body", speech.t("api-body"), 8).id(format!("{}-body", one.id())).value(example)
                        .attr("data-in", "body").attr("spellcheck", "false").show(speech))
                }
                Some(Body::Bytes) => {
                    (Field::input("file", "file", speech.t("api-file")).id(format!("{}-file", one.id()))
                        .attr("data-in", "file").show(speech))
                }
                None => {}
            }
            div.try-acts { (Button::plain(speech.t("api-send")).icon(Icon::ChevronRight).submit().attr("hidden", "").attr("data-sends", "")) }
            div.try-answer role="status" hidden { p { b data-status="" {} } pre tabindex="0" data-answer="" {} }
        }
    }
}

fn input(one: &Operation, parameter: &Parameter, speech: &Speech) -> Markup {
    let id = format!("{}-{}", one.id(), parameter.name);
    let mut field = Field::text(parameter.name, parameter.name).id(id).attr("data-in", parameter.place);
    field = field.attr("autocomplete", "off");
    if !parameter.about.is_empty() {
        // A hint is plain text.
        field = field.hint(parameter.about.replace('`', ""));
    }
    field = if parameter.required { field.required() } else { field.optional() };
    field.show(speech)
}

/// Words of the document, in which what programs read stands between backticks.
pub fn quoted(words: &str) -> Markup {
    html! {
        @for (place, part) in words.split('`').enumerate() {
            @if place % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}
