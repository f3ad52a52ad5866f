//! The row of tabs, with what may be done about the view at hand.

use desk::view::{Shared, View};
use maud::{Markup, html};

use super::{ALL, Views, WORD, address, place};
use crate::routes;
use crate::ui::{Button, Icon, Tab, tabs};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Nothing where there is no view yet and nothing to keep as one.
pub(in crate::pages) fn bar(views: &Views, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    if views.all.is_empty() && views.query.is_empty() {
        return Markup::default();
    }
    html! {
        div.views {
            (tabs(&speech.t("views"), &all(views, speech)))
            div.views-acts { (acts(views, visitor)) }
        }
    }
}

fn all(views: &Views, speech: &Speech) -> Vec<Tab> {
    let here = place(views.noun, views.as_board);
    let begins_elsewhere = views.all.iter().any(|view| view.is_first);
    let plain = if begins_elsewhere { format!("{here}?{WORD}={ALL}") } else { here.to_owned() };
    let chosen = views.chosen().map(|view| view.id);
    let mut tabs = vec![Tab::new(speech.t("views-all"), plain, chosen.is_none())];
    tabs.extend(views.all.iter().map(|view| tab(view, chosen)));
    tabs
}

fn tab(view: &View, chosen: Option<i64>) -> Tab {
    let mut tab = Tab::new(view.title.clone(), address(view), chosen == Some(view.id));
    tab.icon = (view.shared != Shared::Own).then_some(Icon::People);
    tab
}

fn acts(views: &Views, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let board = if views.as_board { "1" } else { "" };
    let new =
        routes::query("/views/new", &[("noun", views.noun.key()), ("board", board), ("query", &views.query)]);
    let save_as = |words: &str| Button::quiet(speech.t(words)).small().icon(Icon::Plus).opens(&new);
    let Some(view) = views.chosen() else {
        return html! { @if !views.query.is_empty() { (save_as("view-save")) } };
    };
    let differs = view.query != views.query || view.as_board != views.as_board;
    html! {
        @if differs {
            @if view.may_change {
                form method="post" action=(format!("/views/{}/query", view.id)) {
                    (visitor.token())
                    input type="hidden" name="board" value=(board);
                    input type="hidden" name="query" value=(views.query);
                    (Button::plain(speech.t("view-save-changes")).small().submit())
                }
            }
            (Button::quiet(speech.t("view-drop-changes")).small().href(address(view)))
            (save_as("view-save-as"))
        }
        (Button::quiet(speech.t("view-edit")).small().bare(Icon::Pen).opens(format!("/views/{}/edit", view.id)))
    }
}
