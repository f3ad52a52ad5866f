//! What stands above board and list: the switch between them, and the filters.

use desk::member::{ListTeams, MemberChoices, MemberName, Team};
use desk::settings::{ChoiceRow, ListChoices};
use maud::{Markup, html};
use sales::activity::NextStep;

use super::query::DealQuery;
use crate::pages::known::Known;
use crate::ui::{Button, Icon, MenuItem, Tab, filter_menu, search_go, switch};
use crate::visitor::Visitor;
use crate::words::Speech;

/// What the filters offer.
pub struct Offers {
    pub known: Known,
    teams: Vec<(i64, String)>,
}

impl Offers {
    /// What to look at for them.
    pub fn asked() -> (ListTeams, (ListChoices, MemberChoices)) {
        (ListTeams, Known::asked(Vec::new()))
    }

    /// What was seen, in the visitor's language.
    pub fn of((teams, known): (Vec<Team>, (Vec<ChoiceRow>, Vec<MemberName>)), visitor: &Visitor) -> Offers {
        let used = teams.into_iter().filter(|team| team.row.archived_at.is_none());
        let named = |team: Team| (team.row.id, format!("{}{}", "\u{2003}".repeat(team.depth), team.row.name));
        Offers { known: Known::of(known, visitor), teams: used.map(named).collect() }
    }
}

/// Board or list, keeping the filters they share.
pub fn views(path: &str, query: &DealQuery, speech: &Speech) -> Markup {
    let mut board = Tab::new(speech.t("view-board"), query.here("/deals"), path == "/deals");
    board.icon = Some(Icon::Board);
    let mut list = Tab::new(speech.t("view-list"), query.here("/deals/list"), path != "/deals");
    list.icon = Some(Icon::List);
    switch(&speech.t("show-as"), &[board, list])
}

/// The filters that board and list share.
pub fn filters(path: &str, query: &DealQuery, offers: &Offers, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        (owner(path, query, offers, speech))
        (kind(path, query, offers, speech))
        (step(path, query, speech))
        (text(path, query, speech))
        @if query.is_narrowed() {
            (Button::quiet(speech.t("clear-filters")).icon(Icon::Cross).href(cleared(path, query)))
        }
    }
}

fn cleared(path: &str, query: &DealQuery) -> String {
    let none: Vec<(&str, &str)> = super::query::FILTERS.iter().map(|name| (*name, "")).collect();
    query.with_all(path, &none)
}

fn item(label: String, href: String, chosen: bool) -> MenuItem {
    MenuItem { chosen, ..MenuItem::link(label, href) }
}

fn owner(path: &str, query: &DealQuery, offers: &Offers, speech: &Speech) -> Markup {
    let (now, team) = (query.text("owner"), query.text("team"));
    let none = now.is_empty() && team.is_empty();
    let to = |owner: &str, team: &str| query.with_all(path, &[("owner", owner), ("team", team)]);
    let mut items = vec![
        item(speech.t("owner-all"), to("", ""), none),
        item(speech.t("owner-mine"), to("me", ""), now == "me"),
    ];
    items.extend(offers.teams.iter().map(|(id, name)| {
        let id = id.to_string();
        MenuItem { icon: Some(Icon::People), ..item(name.clone(), to("", &id), team == id) }
    }));
    items.extend(offers.known.members().into_iter().map(|(id, name)| item(name, to(&id, ""), now == id)));
    let set = items
        .iter()
        .find(|item| item.chosen)
        .map_or_else(|| speech.t("owner-all"), |item| item.label.trim().to_owned());
    filter_menu(Some(Icon::Person), &speech.t("field-owner"), &set, !none, &items)
}

fn kind(path: &str, query: &DealQuery, offers: &Offers, speech: &Speech) -> Markup {
    let now = query.text("type");
    let mut items = vec![item(speech.t("type-all"), query.with(path, "type", ""), now.is_empty())];
    let used = offers.known.options("deal-type", now);
    items
        .extend(used.into_iter().map(|(key, title)| item(title, query.with(path, "type", &key), now == key)));
    menu(&speech.t("field-type"), now, items)
}

fn step(path: &str, query: &DealQuery, speech: &Speech) -> Markup {
    let now = query.text("next");
    let mut items = vec![item(speech.t("step-any"), query.with(path, "next", ""), now.is_empty())];
    items.extend(NextStep::ALL.into_iter().map(|step| {
        item(
            speech.t(&format!("step-{}", step.key())),
            query.with(path, "next", step.key()),
            now == step.key(),
        )
    }));
    menu(&speech.t("next-step"), now, items)
}

/// A filter of one word; what is chosen stands in its button.
pub fn menu(name: &str, now: &str, items: Vec<MenuItem>) -> Markup {
    let set = items.iter().find(|item| item.chosen).map(|item| item.label.clone()).unwrap_or_default();
    filter_menu(None, name, &set, !now.is_empty(), &items)
}

fn text(path: &str, query: &DealQuery, speech: &Speech) -> Markup {
    let label = speech.t("filter-text");
    html! {
        form.filter-text action=(path) role="search" aria-label=(label) {
            @for (key, value) in query.0.0.iter().filter(|(key, value)| key != "q" && key != "after" && !value.is_empty()) {
                input type="hidden" name=(key) value=(value);
            }
            input.control type="search" name="q" value=(query.text("q")) placeholder=(label) aria-label=(label);
            (search_go(Icon::Filter, speech))
        }
    }
}
