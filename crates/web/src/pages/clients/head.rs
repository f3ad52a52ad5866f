//! The head of a client's page: how to reach them, and the acts on them.

use maud::{Markup, html};

use super::Noun;
use super::put_away::put_away;
use crate::routes;
use crate::ui::{Button, Fact, Icon, Page};
use crate::visitor::Visitor;

/// A client's page; `facts` are those worth a place in its head.
pub(in crate::pages) struct RecordPage<'a> {
    pub noun: Noun,
    pub name: &'a str,
    /// The record's address.
    pub here: &'a str,
    /// `company=7`: what an activity is logged on.
    pub on: String,
    /// Where a deal with them begins.
    pub new_deal: &'a str,
    pub facts: Vec<Fact>,
    /// Whether the visitor may change it and it is not put away.
    pub writes: bool,
    pub body: Markup,
}

impl RecordPage<'_> {
    pub(in crate::pages) fn show(self, visitor: &Visitor) -> Page {
        let speech = &visitor.speech;
        let mut page = Page::new(self.name, self.noun.nav(), self.body);
        page.crumbs = vec![self.noun.crumb(speech)];
        page.live = Some(self.on.replace('=', ":"));
        let acts = html! {
            @if self.writes {
                (Button::plain(speech.t("client-log")).icon(Icon::Phone)
                    .opens(routes::new_activity(&self.on, "log", "")).pressed_by("a"))
                (Button::main(speech.t("client-new-deal")).icon(Icon::Plus).opens(self.new_deal))
            }
        };
        page.head = html! {
            div.record-head.client-head {
                dl.record-facts { @for fact in &self.facts { div { dt { (fact.name) } dd { (fact.is) } } } }
                div.acts { (acts) }
            }
        };
        if self.writes {
            let archive = speech.t(self.noun.either("company-archive", "person-archive"));
            page.actions = put_away(self.here, archive, visitor);
        }
        page
    }
}
