//! A person: facts, companies, open deals, what happened.

use axum::extract::{Path, Query, State};
use desk::look::Of;
use desk::person::{PersonPage, PersonSeen};
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::companies::contact;
use crate::pages::companies::open_deals::open_deals;
use crate::pages::companies::put_away::{put_away, restore_strip};
use crate::pages::companies::timeline::{Asked, timeline};
use crate::pages::known::Known;
use crate::routes;
use crate::ui::{Avatar, Button, Crumb, Fact, Icon, Nav, Page, avatar, facts, panel};
use crate::visitor::Visitor;
use crate::words::{Lang, Speech};

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Answer {
    page(&app, &visitor, id, &asked)
        .await
        .map_or_else(|error| Err(Trouble::from(error).told(&visitor)), |page| Ok(visitor.page(&page)))
}

async fn page(app: &App, visitor: &Visitor, id: i64, asked: &Asked) -> desk::Result<Page> {
    let seen = app.desk.read(visitor.actor(), PersonPage { id }).await?;
    let known = Known::load(app, visitor, Vec::new()).await?;
    let (of, here, speech) = (Of::Person(id), routes::person(id), &visitor.speech);
    let writes = seen.may_write && seen.person.archived_at.is_none();
    let new_deal = new_deal(&seen);
    let deals =
        open_deals(app, visitor, &known, of, &seen.person.name, writes.then_some(new_deal.as_str())).await?;
    let happened = timeline(app, visitor, &known, of, &here, asked, writes).await?;
    let body = html! {
        @if seen.person.archived_at.is_some() { (restore_strip(&here, "person", seen.may_write, visitor)) }
        div.with-side {
            div.stack { (deals) (happened) }
            div.stack { (about(&seen, writes, speech)) (posts(&seen, speech)) }
        }
    };
    let mut page = Page::new(&seen.person.name, Nav::People, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-people"), href: routes::PEOPLE.to_owned() }];
    if writes {
        let log = format!("/activities/new?person={id}");
        page.actions = html! {
            (put_away(&here, speech.t("person-archive"), visitor))
            (Button::plain(speech.t("company-log")).icon(Icon::Phone).opens(log).pressed_by("a"))
            (Button::main(speech.t("company-new-deal")).icon(Icon::Plus).opens(new_deal))
        };
    }
    Ok(page)
}

/// Where a deal with the person begins, at their company if they have one.
fn new_deal(seen: &PersonSeen) -> String {
    let company = seen.posts.first().map(|post| post.company_id.to_string()).unwrap_or_default();
    routes::query("/deals/new", &[("person", &seen.person.id.to_string()), ("company", &company)])
}

fn about(seen: &PersonSeen, writes: bool, speech: &Speech) -> Markup {
    let person = &seen.person;
    let mut all = Vec::new();
    let mut put = |name: String, is: Option<Markup>| all.extend(is.map(|is| Fact::new(name, is)));
    let text = |value: &Option<String>| value.as_ref().map(|text| html! { (text) });
    let owner = match &seen.owner_name {
        Some(name) => html! { (avatar(&Avatar::of(name))) " " (name) },
        None => html! { (speech.t("person-everyone")) },
    };
    put(speech.t("field-mails"), (!person.mails.is_empty()).then(|| contact::mails(&person.mails)));
    put(speech.t("field-phones"), (!person.phones.is_empty()).then(|| contact::phones(&person.phones)));
    put(speech.t("field-owner"), Some(owner));
    put(speech.t("field-given"), text(&person.given));
    put(speech.t("field-family"), text(&person.family));
    put(speech.t("field-language"), person.language.as_deref().map(|tag| html! { (language(tag)) }));
    put(speech.t("field-description"), text(&person.description));
    put(speech.t("company-since"), Some(html! { (speech.when(person.created_at)) }));
    put(speech.t("company-changed"), Some(html! { (speech.when(person.changed_at)) }));
    let address = routes::act(&routes::person(person.id), "edit");
    let edit = html! {
        @if writes {
            (Button::quiet(speech.t("person-edit")).bare(Icon::Pen).small().href(address).pressed_by("e"))
        }
    };
    panel(&speech.t("person-about"), None, &edit, &facts(&all))
}

/// A language in itself where it is one of ours, else as it is written.
fn language(tag: &str) -> &str {
    match Lang::from_tag(tag) {
        Some(lang) => lang.name(),
        None => tag,
    }
}

fn posts(seen: &PersonSeen, speech: &Speech) -> Markup {
    let body = html! {
        @if seen.posts.is_empty() { p.hint { (speech.t("person-no-posts")) } }
        @else {
            ul.people role="list" {
                @for post in &seen.posts {
                    li {
                        (avatar(&Avatar::of(&post.company_name)))
                        div {
                            b { a href=(routes::company(post.company_id)) { (post.company_name) } }
                            @if !post.role.is_empty() { small { (post.role) } }
                        }
                    }
                }
            }
        }
    };
    panel(&speech.t("person-posts"), None, &html! {}, &body)
}
