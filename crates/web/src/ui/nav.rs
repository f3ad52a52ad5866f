//! The ways through the product: a rail on the left, a bar of five at the bottom of a phone.

use maud::{Markup, html};

use super::avatar::avatar;
use super::icon::{Icon, icon};
use super::layout::Shell;
use super::tag::unseen;
use crate::words::Speech;

/// A place of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nav {
    Day,
    Deals,
    Companies,
    People,
    Process,
    Reports,
    Import,
    Settings,
    Profile,
    /// Nowhere in the rail, such as search.
    Elsewhere,
}

const WORK: [Nav; 4] = [Nav::Day, Nav::Deals, Nav::Companies, Nav::People];
const MANAGE: [Nav; 3] = [Nav::Process, Nav::Reports, Nav::Import];

impl Nav {
    const fn icon(self) -> Icon {
        match self {
            Self::Day => Icon::Sun,
            Self::Deals => Icon::Board,
            Self::Companies => Icon::Building,
            Self::People | Self::Profile => Icon::Person,
            Self::Process => Icon::Flow,
            Self::Reports => Icon::Chart,
            Self::Import => Icon::Import,
            Self::Settings => Icon::Gear,
            Self::Elsewhere => Icon::Search,
        }
    }

    const fn href(self) -> &'static str {
        match self {
            Self::Day => "/day",
            Self::Deals => "/deals",
            Self::Companies => "/companies",
            Self::People => "/people",
            Self::Process => "/process",
            Self::Reports => "/reports",
            Self::Import => "/import",
            Self::Settings => "/settings",
            Self::Profile => "/profile",
            Self::Elsewhere => "/search",
        }
    }

    fn name(self, speech: &Speech) -> String {
        match self {
            Self::Day => speech.t("nav-day"),
            Self::Deals => speech.t("nav-deals"),
            Self::Companies => speech.t("nav-companies"),
            Self::People => speech.t("nav-people"),
            Self::Process => speech.t("nav-process"),
            Self::Reports => speech.t("nav-reports"),
            Self::Import => speech.t("nav-import"),
            Self::Settings => speech.t("nav-settings"),
            Self::Profile | Self::Elsewhere => speech.t("nav-more"),
        }
    }
}

/// The rail: work, what runs it, then oneself.
pub(super) fn rail(active: Nav, shell: &Shell, speech: &Speech) -> Markup {
    html! {
        nav.rail aria-label=(speech.t("nav-main")) {
            (brand("/day"))
            ul role="list" { @for place in WORK { (entry(place, active, shell, speech)) } }
            @if shell.manages {
                h2 { (speech.t("nav-manage")) }
                ul role="list" { @for place in MANAGE { (entry(place, active, shell, speech)) } }
            }
            ul.rail-end role="list" {
                (entry(Nav::Settings, active, shell, speech))
                li {
                    a.place href=(Nav::Profile.href()) aria-current=[current(Nav::Profile, active)]
                        title=(speech.t_with("nav-profile", &[("name", shell.member.name.as_str().into())])) {
                        (avatar(&shell.member)) span aria-hidden="true" { (shell.member.name) }
                    }
                }
            }
        }
    }
}

/// The bar of five on phones; what does not fit is behind "More".
pub(super) fn phone_bar(active: Nav, shell: &Shell, speech: &Speech) -> Markup {
    let more: Vec<Nav> = [Nav::Companies, Nav::People]
        .into_iter()
        .chain(MANAGE.into_iter().filter(|_| shell.manages))
        .chain([Nav::Settings])
        .collect();
    html! {
        nav.phone-bar aria-label=(speech.t("nav-phone")) {
            (corner(Nav::Day, active, speech))
            (corner(Nav::Deals, active, speech))
            a.plus href="/new" data-dialog="" title=(speech.t("nav-new")) { (icon(Icon::Plus)) (unseen(&speech.t("nav-new"))) }
            a.corner href="/search" data-search="" { (icon(Icon::Search)) span { (speech.t("nav-search")) } }
            details.menu data-menu="" {
                summary.corner { (icon(Icon::Dots)) span { (speech.t("nav-more")) } }
                ul.menu-list role="list" {
                    @for place in more {
                        li {
                            a.menu-item href=(place.href()) aria-current=[current(place, active)] {
                                (icon(place.icon())) span { (place.name(speech)) }
                            }
                        }
                    }
                    li {
                        a.menu-item href=(Nav::Profile.href()) { (avatar(&shell.member)) span aria-hidden="true" { (shell.member.name) } }
                    }
                }
            }
        }
    }
}

fn entry(place: Nav, active: Nav, shell: &Shell, speech: &Speech) -> Markup {
    html! {
        li {
            a.place href=(place.href()) aria-current=[current(place, active)] {
                (icon(place.icon()))
                span { (place.name(speech)) }
                (count(place, shell, speech))
            }
        }
    }
}

fn count(place: Nav, shell: &Shell, speech: &Speech) -> Markup {
    html! {
        @match place {
            Nav::Day if shell.counts.overdue > 0 => {
                b.count.late title=(speech.t_with("overdue-count", &[("count", shell.counts.overdue.into())])) {
                    (speech.number(shell.counts.overdue))
                }
            }
            Nav::Deals if shell.counts.deals > 0 => { span.count { (speech.number(shell.counts.deals)) } }
            _ => {}
        }
    }
}

fn corner(place: Nav, active: Nav, speech: &Speech) -> Markup {
    html! {
        a.corner href=(place.href()) aria-current=[current(place, active)] {
            (icon(place.icon())) span { (place.name(speech)) }
        }
    }
}

fn current(place: Nav, active: Nav) -> Option<&'static str> {
    (place == active).then_some("page")
}

/// The product's sign and name, as a way home.
pub(super) fn brand(home: &str) -> Markup {
    html! { a.brand href=(home) { (mark()) "Dealwright" } }
}

/// The sign of the product: a joint closed from both sides.
fn mark() -> Markup {
    html! {
        svg.mark viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" {
            rect width="20" height="20" rx="5" {}
            path d="M4.5 6.5h5a3.5 3.5 0 0 1 0 7h-5M7.5 10h3M15 5v10" {}
        }
    }
}
