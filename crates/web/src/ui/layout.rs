//! The whole page: rail, top bar, content, bottom bar.

use maud::{DOCTYPE, Markup, html};

use super::avatar::Avatar;
use super::icon::{Icon, icon};
use super::nav::{self, Nav};
use super::search::search_box;
use super::tag::unseen;
use super::toast::way_back;
use crate::said::Said;
use crate::words::Speech;
use crate::{assets, routes};

/// Colours of the face, kept in the member's profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    Light,
    Dark,
    /// As the device says.
    #[default]
    Auto,
}

impl Theme {
    /// As in `<html data-theme>` and in the profile.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Auto => "auto",
        }
    }
}

/// Figures in the rail; zero is not shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Overdue activities of the reader.
    pub overdue: i64,
    /// Open deals the reader sees.
    pub deals: i64,
    /// Notices the reader has not read.
    pub unread: i64,
}

/// What stands around every page of a signed-in member.
#[derive(Debug, Clone)]
pub struct Shell {
    pub member: Avatar,
    pub theme: Theme,
    /// The session's token against forged requests.
    pub csrf: String,
    pub counts: Counts,
    /// What the act before this page did.
    pub said: Option<Said>,
    /// Single keys such as `c` act; a profile may switch them off.
    pub single_keys: bool,
    /// Whether Process, Reports and Import are in the rail.
    pub manages: bool,
}

/// A step of the way to the page, before its title.
#[derive(Debug, Clone)]
pub struct Crumb {
    pub label: String,
    pub href: String,
}

/// How wide the content runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// The page scrolls as one.
    Full,
    /// A form, 640 px in the middle.
    Narrow,
    /// The board: as high as the window, scrolling by column.
    Board,
}

/// One page.
#[derive(Debug, Clone)]
pub struct Page {
    pub title: String,
    /// A grey word beside the title: a day, a file's name.
    pub about: Option<String>,
    pub crumbs: Vec<Crumb>,
    pub active: Nav,
    /// Buttons of the top bar, the main one last.
    pub actions: Markup,
    /// Runs from edge to edge under the top bar, such as a record's head.
    pub head: Markup,
    pub body: Markup,
    pub width: Width,
    /// Topics whose changes make marked parts of the page fetch themselves again.
    pub live: Option<String>,
}

impl Page {
    #[must_use]
    pub fn new(title: impl Into<String>, active: Nav, body: Markup) -> Self {
        Self {
            title: title.into(),
            about: None,
            crumbs: Vec::new(),
            active,
            actions: Markup::default(),
            head: Markup::default(),
            body,
            width: Width::Full,
            live: None,
        }
    }
}

/// The whole document.
#[must_use]
pub fn layout(page: &Page, shell: &Shell, speech: &Speech) -> Markup {
    let keys = if shell.single_keys { "on" } else { "off" };
    let live = page.live.as_deref().map(|topics| routes::live(topics, speech.now));
    html! {
        (DOCTYPE)
        html lang=(speech.lang.tag()) data-theme=(shell.theme.name()) {
            (head(&page.title, Some(&shell.csrf)))
            body data-keys=(keys) data-live=[live] {
                a.skip href="#content" { (speech.t("skip-to-content")) }
                (nav::rail(page.active, shell, speech))
                div.frame data-width=(page.width.name()) {
                    (top_bar(page, shell.counts.unread, speech))
                    main #content tabindex="-1" {
                        (page.head)
                        div.content { (page.body) }
                    }
                }
                (nav::phone_bar(page.active, shell, speech))
                (spoken(shell, speech))
            }
        }
    }
}

impl Width {
    const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Narrow => "narrow",
            Self::Board => "board",
        }
    }
}

/// A document without rail, for signing in and for errors; `body` brings its own first heading.
#[must_use]
pub fn bare_layout(title: &str, theme: Theme, body: &Markup, speech: &Speech) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(speech.lang.tag()) data-theme=(theme.name()) {
            (head(title, None))
            body.bare-page {
                main #content { (nav::brand("/")) (body) }
            }
        }
    }
}

fn head(title: &str, csrf: Option<&str>) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            title { (title) " · Dealwright" }
            meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
            meta name="color-scheme" content="light dark";
            meta name="htmx-config" content=r#"{"includeIndicatorCSS":false,"defaultSettleDelay":0}"#;
            @if let Some(token) = csrf { meta name="csrf-token" content=(token); }
            link rel="icon" href=(assets::address("mark.svg")) type="image/svg+xml";
            link rel="stylesheet" href=(assets::address("face.css"));
            script src=(assets::address("face.js")) type="module" {}
        }
    }
}

fn top_bar(page: &Page, unread: i64, speech: &Speech) -> Markup {
    html! {
        header.top-bar {
            @if let Some(last) = page.crumbs.last() {
                a.button.quiet.bare.back href=(last.href) title=(last.label) {
                    (icon(Icon::ChevronLeft))
                    (unseen(&speech.t_with("back-to", &[("place", last.label.as_str().into())])))
                }
            }
            h1 {
                @for crumb in &page.crumbs {
                    a.crumb href=(crumb.href) { (crumb.label) } span.crumb aria-hidden="true" { " / " }
                }
                span.title title=(page.title) { (page.title) }
                @if let Some(about) = &page.about { " " span.about { (about) } }
            }
            (search_box(speech))
            (bell(unread, speech))
            div.acts { (page.actions) }
        }
    }
}

/// The way to the notices, with how many are new.
fn bell(unread: i64, speech: &Speech) -> Markup {
    let words = match unread {
        0 => speech.t("nav-notices"),
        _ => speech.t_with("nav-notices-unread", &[("count", unread.into())]),
    };
    html! {
        a.button.quiet.bare.bell href="/notifications" title=(words) {
            (icon(Icon::Bell))
            (unseen(&words))
            @if unread > 0 { b.bell-count aria-hidden="true" { (speech.number(unread.min(99))) } }
        }
    }
}

/// Where toasts and spoken changes appear, and the words scripts say.
fn spoken(shell: &Shell, speech: &Speech) -> Markup {
    html! {
        div #toasts.toasts role="status" aria-live="polite" {
            @if let Some(said) = &shell.said {
                div.toast data-toast="" data-said="" {
                    p { (said.words) }
                    @if let Some(act) = said.act { (way_back(&routes::undo(act), &shell.csrf, speech)) }
                }
            }
        }
        div #live.unseen role="status" aria-live="polite" {}
        div #dialogs {}
        template #script-words
            data-sign-in-again=(speech.t("sign-in-again"))
            data-sign-in=(speech.t("sign-in"))
            data-connection-lost=(speech.t("connection-lost"))
            data-try-again=(speech.t("try-again"))
            data-close=(speech.t("close"))
            data-card-moved=(speech.t_with("card-moved", &[("card", "{card}".into()), ("stage", "{stage}".into())]))
            data-card-kept=(speech.t_with("card-kept", &[("card", "{card}".into()), ("stage", "{stage}".into())]))
            data-kept-back=(speech.t("kept-back"))
            data-start-afresh=(speech.t("start-afresh"))
            data-move-to=(speech.t("move-to"))
            data-cancel=(speech.t("cancel")) {}
        template #palette-foot {
            span { kbd { "↑" } " " kbd { "↓" } " " (speech.t("search-choose")) }
            span { kbd { "↵" } " " (speech.t("search-do")) }
            span { kbd { "Ctrl ↵" } " " (speech.t("search-new-tab")) }
        }
    }
}
