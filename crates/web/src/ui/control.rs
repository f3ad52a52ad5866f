//! The control inside a field: what is typed in or chosen from.

use maud::{Markup, html};

use super::tag::{Attributes, element, void};

/// What a field is filled in with.
#[derive(Debug, Clone)]
pub(super) enum Control {
    /// An `<input>` of this type.
    Input(&'static str),
    Area {
        rows: u8,
    },
    /// Values with their labels.
    Select(Vec<(String, String)>),
    /// A figure with its currency's sign in front.
    Money {
        sign: String,
    },
}

impl Control {
    pub(super) fn show(&self, value: &str, mut attributes: Attributes) -> Markup {
        match self {
            Self::Input(kind) => {
                attributes.set("type", *kind);
                attributes.set("value", value);
                attributes.set("class", "control");
                void("input", &attributes)
            }
            Self::Area { rows } => {
                attributes.set("rows", rows.to_string());
                attributes.set("class", "control");
                // A leading line end is dropped by the parser, so one is given away.
                element("textarea", &attributes, &html! { "\n" (value) })
            }
            Self::Select(options) => {
                attributes.set("class", "control");
                let inner = html! {
                    @for (option, label) in options {
                        option value=(option) selected[option == value] { (label) }
                    }
                };
                element("select", &attributes, &inner)
            }
            Self::Money { sign } => {
                attributes.set("type", "text");
                attributes.set("inputmode", "decimal");
                attributes.set("value", value);
                attributes.set("class", "control");
                html! { span.money-control { span.sign aria-hidden="true" { (sign) } (void("input", &attributes)) } }
            }
        }
    }
}
