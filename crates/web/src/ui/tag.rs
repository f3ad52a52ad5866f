//! An element whose attributes are only known while running, which the template language has no words for.

use maud::{Markup, PreEscaped, Render, html};

/// Attributes in the order they are written; names are ours, values are escaped.
#[derive(Debug, Clone, Default)]
pub(super) struct Attributes(Vec<(&'static str, Option<String>)>);

impl Attributes {
    pub(super) fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.push((name, Some(value.into())));
    }

    pub(super) fn flag(&mut self, name: &'static str) {
        self.0.push((name, None));
    }

    /// These, then the others.
    pub(super) fn and(mut self, others: &Self) -> Self {
        self.0.extend(others.0.iter().cloned());
        self
    }
}

/// `<name attributes>inner</name>`
pub(super) fn element(name: &'static str, attributes: &Attributes, inner: &Markup) -> Markup {
    let mut out = opening(name, attributes);
    out.push_str(&inner.0);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
    PreEscaped(out)
}

/// `<name attributes>`, for elements that hold nothing.
pub(super) fn void(name: &'static str, attributes: &Attributes) -> Markup {
    PreEscaped(opening(name, attributes))
}

fn opening(name: &'static str, attributes: &Attributes) -> String {
    let mut out = format!("<{name}");
    for (attribute, value) in &attributes.0 {
        out.push(' ');
        out.push_str(attribute);
        if let Some(value) = value {
            out.push_str("=\"");
            value.render_to(&mut out);
            out.push('"');
        }
    }
    out.push('>');
    out
}

/// Words only a screen reader says.
pub(super) fn unseen(words: &str) -> Markup {
    html! { span.unseen { (words) } }
}
