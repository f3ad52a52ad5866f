//! The text of a definition with numbered lines, each of which has an address.

use maud::{Markup, html};

pub fn file(definition: &str) -> Markup {
    html! {
        pre.file tabindex="0" {
            code { @for (line, number) in definition.lines().zip(1..) { span.line id=(anchor(number)) { (line) "\n" } } }
        }
    }
}

pub fn anchor(line: u32) -> String {
    format!("line-{line}")
}
