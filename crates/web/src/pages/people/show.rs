//! A person: facts, companies, open deals, what happened.

use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use desk::file::Paper;
use desk::look::Of;
use desk::person::{PersonPage, PersonSeen};
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::clients::record::Record;
use crate::pages::clients::{Noun, contact, owner};
use crate::pages::known::Known;
use crate::pages::timeline::{self, Timeline};
use crate::routes;
use crate::ui::{Avatar, Button, Fact, Icon, Page, avatar, facts, panel};
use crate::visitor::Visitor;
use crate::words::{Lang, Speech};

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(asked): Query<timeline::Asked>,
) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let timeline = Timeline::load(&app, &visitor, Of::Person(id), asked).await.map_err(told)?;
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    if timeline.goes_on(&visitor) {
        let seen = app.desk.read(visitor.actor(), PersonPage { id }).await.map_err(told)?;
        return Ok(timeline.entries(&known, seen.may_write, &visitor).into_response());
    }
    let page = page(&app, &visitor, id, &known, &timeline).await;
    Ok(visitor.page(&page.map_err(told)?))
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: i64,
    known: &Known,
    timeline: &Timeline,
) -> desk::Result<Page> {
    let seen = app.desk.read(visitor.actor(), PersonPage { id }).await?;
    let speech = &visitor.speech;
    let writes = seen.may_write && seen.person.archived_at.is_none();
    let record = Record {
        noun: Noun::Person,
        id,
        name: &seen.person.name,
        is_archived: seen.person.archived_at.is_some(),
        may_write: seen.may_write,
        new_deal: new_deal(&seen),
        facts: in_brief(&seen, speech),
        above: Markup::default(),
        paper: Paper::default(),
        side: html! { (about(&seen, writes, visitor)) (posts(&seen, writes, speech)) },
    };
    record.show(app, visitor, known, timeline).await
}

/// Where they work, how to reach them, and whose they are.
fn in_brief(seen: &PersonSeen, speech: &Speech) -> Vec<Fact> {
    let person = &seen.person;
    let fact = |key: &str, is: Option<Markup>| is.map(|is| Fact::new(speech.t(key), is));
    let post = seen.posts.first().map(|post| {
        html! {
            a href=(routes::company(post.company_id)) { (post.company_name) }
            @if !post.role.is_empty() { ", " (post.role) }
        }
    });
    let all = [
        fact("person-company", post),
        fact("client-mail", person.mails.lines().next().map(contact::mail)),
        fact("client-phone", person.phones.lines().next().map(contact::phone)),
        fact("field-owner", seen.owner_name.as_ref().map(|name| html! { (name) })),
    ];
    all.into_iter().flatten().collect()
}

/// Where a deal with the person begins, at their company if they have one.
fn new_deal(seen: &PersonSeen) -> String {
    let company = seen.posts.first().map(|post| post.company_id.to_string()).unwrap_or_default();
    routes::query(&routes::new_deal(), &[("person", &seen.person.id.to_string()), ("company", &company)])
}

fn about(seen: &PersonSeen, writes: bool, visitor: &Visitor) -> Markup {
    let (person, speech) = (&seen.person, &visitor.speech);
    let here = routes::person(person.id);
    let mut all = vec![owner::fact(seen.owner_name.as_deref(), &here, writes, visitor)];
    let text = |value: &Option<String>| value.as_ref().map(|text| html! { span.long { (text) } });
    for (field, is) in [
        ("mails", (!person.mails.is_empty()).then(|| contact::mails(&person.mails))),
        ("phones", (!person.phones.is_empty()).then(|| contact::phones(&person.phones))),
        ("given", text(&person.given)),
        ("family", text(&person.family)),
        ("description", text(&person.description)),
    ] {
        all.extend(Noun::Person.fact(person.id, field, is, writes, speech));
    }
    let mut put = |name: String, is: Option<Markup>| all.extend(is.map(|is| Fact::new(name, is)));
    put(speech.t("field-contact-status"), Some(html! { (speech.t(&format!("contact-{}", person.status))) }));
    put(speech.t("field-language"), person.language.as_deref().map(|tag| html! { (language(tag)) }));
    put(speech.t("client-since"), Some(html! { (speech.when(person.created_at)) }));
    put(speech.t("client-changed"), Some(html! { (speech.when(person.changed_at)) }));
    put(speech.t("source-id"), text(&person.source_id));
    let address = routes::act(&here, "edit");
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

fn posts(seen: &PersonSeen, writes: bool, speech: &Speech) -> Markup {
    let address = format!("{}#posts", routes::act(&routes::person(seen.person.id), "edit"));
    let add = html! {
        @if writes { (Button::quiet(speech.t("person-add-post")).bare(Icon::Plus).small().href(address)) }
    };
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
    panel(&speech.t("person-posts"), None, &add, &body)
}
