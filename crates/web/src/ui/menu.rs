//! A short list behind a button, as `<details>`: it opens without script, Esc and a click outside close it with.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// An act of a menu. With `post` it is a button of a form, otherwise a link.
#[derive(Debug, Clone)]
pub struct MenuItem {
    pub icon: Option<Icon>,
    pub label: String,
    pub href: String,
    pub post: bool,
    /// The link opens a dialog.
    pub opens: bool,
    /// A grey word on the right: a shortcut, a count, "1 thing missing".
    pub aside: Option<String>,
    pub chosen: bool,
}

impl MenuItem {
    /// A link to somewhere.
    #[must_use]
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            icon: None,
            label: label.into(),
            href: href.into(),
            post: false,
            opens: false,
            aside: None,
            chosen: false,
        }
    }
}

/// An icon button with acts behind it; `csrf` goes into those that post.
#[must_use]
pub fn menu(label: &str, items: &[MenuItem], csrf: &str) -> Markup {
    html! {
        details.menu data-menu="" {
            summary.button.quiet.bare title=(label) { (icon(Icon::Dots)) span.unseen { (label) } }
            (list(items, csrf))
        }
    }
}

/// A filter that says what it is set to: "Owner: My team".
#[must_use]
pub fn filter_menu(
    drawing: Option<Icon>,
    name: &str,
    set_to: &str,
    narrows: bool,
    items: &[MenuItem],
) -> Markup {
    html! {
        details.menu data-menu="" {
            summary.button.filter data-narrows[narrows] {
                @if let Some(which) = drawing { (icon(which)) }
                span { (name) ": " b { (set_to) } }
                (icon(Icon::ChevronDown))
            }
            (list(items, ""))
        }
    }
}

/// An icon button over things of which several are chosen, such as columns.
#[must_use]
pub fn chosen_menu(label: &str, items: &[MenuItem]) -> Markup {
    html! {
        details.menu data-menu="" {
            summary.button.quiet.bare title=(label) { (icon(Icon::Columns)) span.unseen { (label) } }
            (list(items, ""))
        }
    }
}

fn list(items: &[MenuItem], csrf: &str) -> Markup {
    html! {
        ul.menu-list role="list" {
            @for item in items {
                li {
                    @if item.post {
                        form method="post" action=(item.href) {
                            input type="hidden" name="_csrf" value=(csrf);
                            button.menu-item type="submit" { (inner(item)) }
                        }
                    } @else {
                        a.menu-item href=(item.href) data-dialog[item.opens] aria-current=[item.chosen.then_some("true")] { (inner(item)) }
                    }
                }
            }
        }
    }
}

fn inner(item: &MenuItem) -> Markup {
    html! {
        @if let Some(which) = item.icon { (icon(which)) }
        span { (item.label) }
        @if let Some(aside) = &item.aside { small { (aside) } }
        @if item.chosen { (icon(Icon::Check)) }
    }
}
