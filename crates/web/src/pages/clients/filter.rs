//! What a list of companies or people is asked for, and the row of controls that asks it.

use desk::view;
use maud::{Markup, html};
use serde::Deserialize;

use super::Noun;
use crate::app::App;
use crate::pages::views::Views;
use crate::routes;
use crate::ui::{Button, Column, Field, Icon, Order, Tab, switch};
use crate::visitor::Visitor;
use crate::words::Speech;

/// The address of a list; empty asks nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Asked {
    /// The beginning of a name.
    pub q: String,
    /// A member's id.
    pub owner: String,
    /// `newest`, `falling`, or by name.
    pub sort: String,
    /// The saved view that it is of.
    pub view: String,
}

impl Asked {
    pub(in crate::pages) fn owner(&self) -> Option<i64> {
        self.owner.parse().ok()
    }

    pub(in crate::pages) fn is_newest(&self) -> bool {
        self.sort == "newest"
    }

    pub(in crate::pages) fn is_falling(&self) -> bool {
        self.sort == "falling"
    }

    /// Whether some rows are left out.
    pub(in crate::pages) fn narrows(&self) -> bool {
        !self.q.trim().is_empty() || self.owner().is_some()
    }

    /// The saved views over the list.
    ///
    /// # Errors
    /// What the desk says.
    pub(in crate::pages) async fn views(
        &self,
        noun: Noun,
        app: &App,
        visitor: &Visitor,
    ) -> desk::Result<Views> {
        let pairs = self.pairs().map(|(name, value)| (name.to_owned(), value.to_owned()));
        let of = noun.either(view::Noun::Company, view::Noun::Person);
        Views::load(app, visitor, of, false, &pairs).await
    }

    pub(in crate::pages) fn pairs(&self) -> [(&'static str, &str); 4] {
        [("q", &self.q), ("owner", &self.owner), ("sort", &self.sort), ("view", &self.view)]
    }

    /// The same list in another order.
    fn sorted(&self, address: &str, sort: &str) -> String {
        routes::query(
            address,
            &[("q", &self.q), ("owner", &self.owner), ("sort", sort), ("view", &self.view)],
        )
    }
}

/// The head of the name, which turns the order round. People go by name one way, or the newest first.
pub(in crate::pages) fn name_head(noun: Noun, asked: &Asked, name: String) -> Column {
    let (other, order) = match asked.sort.as_str() {
        "newest" => ("", None),
        "falling" => ("", Some(Order::Falling)),
        _ => ("falling", Some(Order::Rising)),
    };
    let turns = noun == Noun::Company || !asked.sort.is_empty();
    Column { name, figures: false, sort: turns.then(|| asked.sorted(noun.list(), other)), order }
}

/// Begins with, owner, order.
pub(in crate::pages) fn filter_form(
    noun: Noun,
    asked: &Asked,
    members: &[(String, String)],
    speech: &Speech,
) -> Markup {
    let address = noun.list();
    let begins = speech.t(noun.either("list-begins", "people-begins"));
    let mut owners = members.to_vec();
    owners.insert(0, (String::new(), speech.t("list-any-owner")));
    let orders = [
        Tab::new(speech.t("list-by-name"), asked.sorted(address, ""), !asked.is_newest()),
        Tab::new(speech.t("list-newest"), asked.sorted(address, "newest"), asked.is_newest()),
    ];
    html! {
        div.toolbar {
            form.toolbar method="get" action=(address) {
                (Field::input("search", "q", begins.as_str()).value(&asked.q).label_unseen()
                    .attr("placeholder", begins).show(speech))
                (Field::select("owner", speech.t("field-owner"), owners).value(&asked.owner).label_unseen().show(speech))
                @for (name, value) in [("sort", &asked.sort), ("view", &asked.view)] {
                    @if !value.is_empty() { input type="hidden" name=(name) value=(value); }
                }
                (Button::plain(speech.t("list-filter")).icon(Icon::Filter).submit())
            }
            div.toolbar-end { (switch(&speech.t("list-order"), &orders)) }
        }
    }
}
