//! A field: its label, a hint, what is wrong with it, and the control. What was typed stays.

use maud::{Markup, html};

use super::control::Control;
use super::icon::{Icon, icon};
use super::tag::{Attributes, void};
use crate::words::Speech;

/// What is wrong with one field, for the summary on top.
#[derive(Debug, Clone)]
pub struct FieldError {
    /// The id of the control.
    pub field: String,
    pub label: String,
    pub words: String,
}

/// A field being described; its name is also its id unless it stands several times on a page.
#[derive(Debug, Clone)]
pub struct Field {
    name: String,
    id: Option<String>,
    label: String,
    control: Control,
    value: String,
    hint: Option<String>,
    error: Option<String>,
    optional: bool,
    label_unseen: bool,
    attributes: Attributes,
}

impl Field {
    /// An `<input>` of any type: "text", "email", "search", "password", "number", "time".
    #[must_use]
    pub fn input(kind: &'static str, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Control::Input(kind), name, label)
    }

    #[must_use]
    pub fn text(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("text", name, label)
    }

    /// A civil day, its value as 2026-11-24.
    #[must_use]
    pub fn day(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("date", name, label)
    }

    /// A local day and time, its value as 2026-11-24T10:00.
    #[must_use]
    pub fn moment(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("datetime-local", name, label)
    }

    #[must_use]
    pub fn area(name: impl Into<String>, label: impl Into<String>, rows: u8) -> Self {
        Self::new(Control::Area { rows }, name, label)
    }

    /// One of a list of values with their labels.
    #[must_use]
    pub fn select(name: impl Into<String>, label: impl Into<String>, options: Vec<(String, String)>) -> Self {
        Self::new(Control::Select(options), name, label)
    }

    /// An amount; `sign` is shown before it, such as "£".
    #[must_use]
    pub fn money(name: impl Into<String>, label: impl Into<String>, sign: impl Into<String>) -> Self {
        Self::new(Control::Money { sign: sign.into() }, name, label)
    }

    fn new(control: Control, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            id: None,
            label: label.into(),
            control,
            value: String::new(),
            hint: None,
            error: None,
            optional: false,
            label_unseen: false,
            attributes: Attributes::default(),
        }
    }

    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    #[must_use]
    pub fn hint(mut self, words: impl Into<String>) -> Self {
        self.hint = Some(words.into());
        self
    }

    /// What is wrong, if anything.
    #[must_use]
    pub fn error(mut self, words: Option<String>) -> Self {
        self.error = words;
        self
    }

    /// Says so beside the label; everything else is needed.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Only screen readers hear the label, where the place already says it.
    #[must_use]
    pub const fn label_unseen(mut self) -> Self {
        self.label_unseen = true;
        self
    }

    /// Another id than the name: forms of the same kind on one page.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    fn own_id(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.name)
    }

    #[must_use]
    pub fn required(mut self) -> Self {
        self.attributes.flag("required");
        self
    }

    /// Any further attribute of the control, such as `autocomplete`.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.set(name, value);
        self
    }

    #[must_use]
    pub fn show(&self, speech: &Speech) -> Markup {
        let (hint_id, error_id) = (format!("{}-hint", self.own_id()), format!("{}-error", self.own_id()));
        html! {
            div.field data-wrong[self.error.is_some()] {
                label.unseen[self.label_unseen] for=(self.own_id()) {
                    (self.label) @if self.optional { " " span.about { (speech.t("optional")) } }
                }
                @if let Some(words) = &self.hint { p.hint id=(hint_id) { (words) } }
                @if let Some(words) = &self.error { p.wrong id=(error_id) { (icon(Icon::Warning)) (words) } }
                (self.control.show(&self.value, self.described(&hint_id, &error_id)))
            }
        }
    }

    fn described(&self, hint_id: &str, error_id: &str) -> Attributes {
        let mut own = Attributes::default();
        own.set("id", self.own_id());
        own.set("name", self.name.as_str());
        let described = [self.hint.as_ref().map(|_| hint_id), self.error.as_ref().map(|_| error_id)];
        let described: Vec<&str> = described.into_iter().flatten().collect();
        if !described.is_empty() {
            own.set("aria-describedby", described.join(" "));
        }
        if self.error.is_some() {
            own.set("aria-invalid", "true");
        }
        own.and(&self.attributes)
    }

    /// A box to tick, its label after it.
    #[must_use]
    pub fn tick(name: &str, value: &str, label: &str, ticked: bool) -> Markup {
        let mut attributes = Attributes::default();
        attributes.set("type", "checkbox");
        attributes.set("name", name);
        attributes.set("value", value);
        if ticked {
            attributes.flag("checked");
        }
        html! { label.tick { (void("input", &attributes)) span { (label) } } }
    }
}
