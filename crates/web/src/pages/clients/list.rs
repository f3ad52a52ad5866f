//! A list of clients: the controls over it, its rows page by page, and what to do where there are none.

use desk::look::Cursor;
use maud::{Markup, html};

use super::Noun;
use super::filter::{Asked, filter_form};
use super::paging::At;
use crate::pages::known::Known;
use crate::pages::views::{Views, bar};
use crate::routes;
use crate::ui::{Begin, Button, Column, Icon, Page, empty_state, pager, table_head};
use crate::visitor::Visitor;
use crate::words::Speech;

pub(in crate::pages) struct List<'a> {
    pub noun: Noun,
    pub asked: &'a Asked,
    pub at: &'a At,
    pub views: &'a Views,
    pub columns: Vec<Column>,
    /// A `<tr>` each.
    pub rows: Vec<Markup>,
    pub next: Option<Cursor>,
}

impl List<'_> {
    pub(in crate::pages) fn show(&self, known: &Known, visitor: &Visitor) -> Page {
        let (speech, noun) = (&visitor.speech, self.noun);
        let is_empty = self.rows.is_empty();
        let body = html! {
            (bar(self.views, visitor))
            @if !is_empty || self.asked.narrows() { (filter_form(noun, self.asked, &known.members(), speech)) }
            @if is_empty { (self.nothing(speech)) } @else { (self.table(speech)) }
        };
        let mut page = Page::new(noun.many(speech), noun.nav(), body);
        let new = speech.t(noun.either("company-new", "person-new"));
        page.actions = html! { (Button::main(new).icon(Icon::Plus).href(noun.new_one())) };
        page
    }

    fn table(&self, speech: &Speech) -> Markup {
        let (asked, next) = (self.asked.pairs(), self.next.as_ref());
        let pages = self.at.place().pager(self.noun.list(), &asked, self.rows.len(), next, speech);
        html! {
            div.list.folds.clients data-list="" {
                table { (table_head(&self.columns, false, speech)) tbody { @for row in &self.rows { (row) } } }
            }
            (pager(&pages, speech))
        }
    }

    fn nothing(&self, speech: &Speech) -> Markup {
        let noun = self.noun;
        let words = |company: &'static str, person: &'static str| speech.t(noun.either(company, person));
        let way = |icon, title: String, detail: String, href: String| Begin { icon, title, detail, href };
        if !self.asked.narrows() {
            let new = words("company-new", "person-new");
            let import = words("company-import", "person-import");
            let ways = [
                way(Icon::Plus, new, words("company-new-detail", "person-new-detail"), noun.new_one()),
                way(Icon::Import, import, speech.t("client-import-detail"), routes::IMPORTS.to_owned()),
            ];
            let detail = words("companies-none-detail", "people-none-detail");
            return empty_state(&words("companies-none", "people-none"), &detail, &ways);
        }
        let asked = self.asked.q.as_str();
        let mut ways = Vec::new();
        if !asked.is_empty() {
            let search = speech.t_with("list-search-instead", &[("words", asked.into())]);
            ways.push(way(
                Icon::Search,
                search,
                speech.t("find-hint"),
                routes::query("/search", &[("q", asked)]),
            ));
        }
        let clear = words("companies-clear", "people-clear");
        ways.push(way(Icon::List, clear, String::new(), noun.list().to_owned()));
        empty_state(
            &words("companies-none-found", "people-none-found"),
            &speech.t("list-none-found-detail"),
            &ways,
        )
    }
}
