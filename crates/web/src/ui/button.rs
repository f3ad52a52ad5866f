//! Buttons and links that look like buttons. The label says what happens.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::tag::{Attributes, element};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Main,
    Plain,
    Quiet,
    Danger,
}

/// A button being described; render it as markup with [`Button::show`].
#[derive(Debug, Clone)]
pub struct Button {
    kind: Kind,
    label: String,
    icon: Option<Icon>,
    key: Option<&'static str>,
    bare: bool,
    small: bool,
    submits: bool,
    href: Option<String>,
    why_not: Option<String>,
    attributes: Attributes,
}

impl Button {
    /// The one act a view is about.
    #[must_use]
    pub fn main(label: impl Into<String>) -> Self {
        Self::new(Kind::Main, label)
    }

    #[must_use]
    pub fn plain(label: impl Into<String>) -> Self {
        Self::new(Kind::Plain, label)
    }

    /// Without edge: what one may also do, "Leave it".
    #[must_use]
    pub fn quiet(label: impl Into<String>) -> Self {
        Self::new(Kind::Quiet, label)
    }

    /// What can't be undone.
    #[must_use]
    pub fn danger(label: impl Into<String>) -> Self {
        Self::new(Kind::Danger, label)
    }

    fn new(kind: Kind, label: impl Into<String>) -> Self {
        Self {
            kind,
            label: label.into(),
            icon: None,
            key: None,
            bare: false,
            small: false,
            submits: false,
            href: None,
            why_not: None,
            attributes: Attributes::default(),
        }
    }

    /// The same as the one act of its view.
    #[must_use]
    pub const fn as_main(mut self) -> Self {
        self.kind = Kind::Main;
        self
    }

    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Shows only the icon; the label is its title and its words.
    #[must_use]
    pub fn bare(mut self, icon: Icon) -> Self {
        self.bare = true;
        self.icon(icon)
    }

    /// The shortcut shown in the button, such as `Ctrl ↵`.
    #[must_use]
    pub const fn key(mut self, key: &'static str) -> Self {
        self.key = Some(key);
        self
    }

    /// The single key that presses it: `c` for a call, `n` for a note.
    #[must_use]
    pub fn pressed_by(self, key: &'static str) -> Self {
        self.attr("data-key", key).attr("aria-keyshortcuts", key)
    }

    #[must_use]
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Goes to an address instead of doing something.
    #[must_use]
    pub fn href(mut self, address: impl Into<String>) -> Self {
        self.href = Some(address.into());
        self
    }

    /// Sends the form it stands in.
    #[must_use]
    pub const fn submit(mut self) -> Self {
        self.submits = true;
        self
    }

    /// Sends its form with `name=value`, for forms with several acts.
    #[must_use]
    pub fn submit_as(mut self, name: &str, value: &str) -> Self {
        self.submits = true;
        self.attr("name", name).attr("value", value)
    }

    /// Opens the dialog that `address` answers with; without script it is a link to the same form as a page.
    #[must_use]
    pub fn opens(self, address: impl Into<String>) -> Self {
        self.href(address).attr("data-dialog", "")
    }

    /// Can't be done now. It stays focusable and says why.
    #[must_use]
    pub fn unless(mut self, why_not: impl Into<String>) -> Self {
        self.why_not = Some(why_not.into());
        self
    }

    /// Any further attribute, such as `data-hx-get`.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.set(name, value);
        self
    }

    #[must_use]
    pub fn show(&self) -> Markup {
        let mut attributes = Attributes::default();
        attributes.set("class", self.classes());
        let tag = match &self.href {
            Some(address) if self.why_not.is_none() => {
                attributes.set("href", address.as_str());
                "a"
            }
            _ => {
                attributes
                    .set("type", if self.submits && self.why_not.is_none() { "submit" } else { "button" });
                "button"
            }
        };
        if let Some(why_not) = &self.why_not {
            attributes.set("aria-disabled", "true");
            attributes.set("title", why_not.as_str());
        } else if self.bare {
            attributes.set("title", self.label.as_str());
        }
        element(tag, &attributes.and(&self.attributes), &self.inner())
    }

    fn inner(&self) -> Markup {
        html! {
            @if let Some(which) = self.icon { (icon(which)) }
            span.unseen[self.bare] { (self.label) }
            @if let Some(key) = self.key { kbd { (key) } }
            @if let Some(why_not) = &self.why_not { span.unseen { ": " (why_not) } }
        }
    }

    fn classes(&self) -> String {
        let kind = match self.kind {
            Kind::Main => "button main",
            Kind::Plain => "button",
            Kind::Quiet => "button quiet",
            Kind::Danger => "button danger",
        };
        let small = if self.small { " small" } else { "" };
        let bare = if self.bare { " bare" } else { "" };
        format!("{kind}{small}{bare}")
    }
}

impl maud::Render for Button {
    fn render(&self) -> Markup {
        self.show()
    }
}
