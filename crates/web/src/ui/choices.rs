//! One of a few, as radio buttons in the shape of chips: an outcome, the kind of a next step.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// One thing to choose.
#[derive(Debug, Clone)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub icon: Option<Icon>,
}

/// A group under one legend; `chosen` is the value that is on.
#[must_use]
pub fn choices(name: &str, legend: &str, options: &[Choice], chosen: Option<&str>) -> Markup {
    html! {
        fieldset.choices {
            legend { (legend) }
            div.choices-row {
                @for option in options {
                    label.choice {
                        input type="radio" name=(name) value=(option.value)
                            checked[chosen == Some(option.value.as_str())];
                        span { @if let Some(which) = option.icon { (icon(which)) } (option.label) }
                    }
                }
            }
        }
    }
}
