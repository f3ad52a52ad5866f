//! A client's page: how to reach them, the acts on them, their open deals, what happened, and at its side what is known.

use desk::file::Paper;
use desk::look::Of;
use maud::{Markup, html};

use super::Noun;
use super::open_deals::open_deals;
use super::put_away::{put_away, restore_strip};
use crate::app::App;
use crate::pages::files::FilesPanel;
use crate::pages::known::Known;
use crate::pages::timeline::Timeline;
use crate::routes;
use crate::ui::{Button, Fact, Icon, Page};
use crate::visitor::Visitor;

pub(in crate::pages) struct Record<'a> {
    pub noun: Noun,
    pub id: i64,
    pub name: &'a str,
    pub is_archived: bool,
    pub may_write: bool,
    /// Where a deal with them begins.
    pub new_deal: String,
    /// What is worth a place in the head.
    pub facts: Vec<Fact>,
    /// What runs on it, above its deals.
    pub above: Markup,
    /// The paper that somebody came to attach.
    pub paper: Paper,
    /// Panels of what is known.
    pub side: Markup,
}

impl Record<'_> {
    pub(in crate::pages) async fn show(
        &self,
        app: &App,
        visitor: &Visitor,
        known: &Known,
        timeline: &Timeline,
    ) -> desk::Result<Page> {
        let (noun, speech, here) = (self.noun, &visitor.speech, self.noun.record(self.id));
        let writes = self.may_write && !self.is_archived;
        let of = noun.either(Of::Company(self.id), Of::Person(self.id));
        let deals = open_deals(app, visitor, known, of, writes.then_some(self.new_deal.as_str())).await?;
        let files = FilesPanel::load(app, visitor, of, None, &self.paper).await?;
        let body = html! {
            @if self.is_archived { (restore_strip(noun, &here, self.may_write, visitor)) }
            div.with-side {
                div.stack { (self.above) (deals) (timeline.panel(known, writes, visitor)) }
                div.stack { (self.side) (files.show(visitor)) }
            }
        };
        let mut page = Page::new(self.name, noun.nav(), body);
        page.crumbs = vec![noun.crumb(speech)];
        page.head = html! {
            div.record-head.client-head {
                dl.record-facts { @for fact in &self.facts { div { dt { (fact.name) } dd { (fact.is) } } } }
                @if writes { div.acts { (self.acts(visitor)) } }
            }
        };
        if writes {
            let archive = speech.t(noun.either("company-archive", "person-archive"));
            page.actions = put_away(&here, archive, visitor);
        }
        Ok(page)
    }

    fn acts(&self, visitor: &Visitor) -> Markup {
        let speech = &visitor.speech;
        let log = routes::new_activity(
            &format!("{}={}", self.noun.either("company", "person"), self.id),
            "log",
            "",
        );
        html! {
            (Button::plain(speech.t("client-log")).icon(Icon::Phone).opens(log).pressed_by("a"))
            (Button::main(speech.t("client-new-deal")).icon(Icon::Plus).opens(&self.new_deal))
        }
    }
}
