//! A company: facts, group, people, open deals, what happened.

use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use desk::company::{CompanyPage, CompanySeen};
use desk::file::Paper;
use desk::look::Of;
use desk::settings::Installation;
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::cases::OfCompany;
use crate::pages::clients::record::Record;
use crate::pages::clients::{Noun, contact, owner};
use crate::pages::files::Wanted;
use crate::pages::known::Known;
use crate::pages::timeline::{self, Timeline};
use crate::routes;
use crate::ui::{Avatar, Button, Fact, Icon, Page, avatar, facts, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(asked): Query<timeline::Asked>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let timeline = Timeline::load(&app, &visitor, Of::Company(id), asked).await.map_err(told)?;
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    if timeline.goes_on(&visitor) {
        let seen = app.desk.read(visitor.actor(), CompanyPage { id }).await.map_err(told)?;
        return Ok(timeline.entries(&known, seen.may_write, &visitor).into_response());
    }
    let page = page(&app, &visitor, id, &known, &timeline, wanted.paper()).await;
    Ok(visitor.page(&page.map_err(told)?))
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: i64,
    known: &Known,
    timeline: &Timeline,
    paper: Paper,
) -> desk::Result<Page> {
    let seen = app.desk.read(visitor.actor(), CompanyPage { id }).await?;
    let base = app.desk.read(visitor.actor(), Installation).await?.base_currency;
    let cases = OfCompany::load(app, visitor, &seen).await?;
    let speech = &visitor.speech;
    let writes = seen.may_write && seen.company.archived_at.is_none();
    let record = Record {
        noun: Noun::Company,
        id,
        name: &seen.company.name,
        is_archived: seen.company.archived_at.is_some(),
        may_write: seen.may_write,
        new_deal: routes::query(&routes::new_deal(), &[("company", &id.to_string())]),
        facts: in_brief(&seen, speech),
        above: cases.show(known, visitor),
        paper,
        side: html! {
            (about(&seen, &base, writes, visitor))
            (people(&seen, writes, speech))
            (cases.tasks(visitor))
            (tree(&seen, speech))
        },
    };
    record.show(app, visitor, known, timeline).await
}

/// How to reach the company, and whose it is.
fn in_brief(seen: &CompanySeen, speech: &Speech) -> Vec<Fact> {
    let company = &seen.company;
    let fact = |key: &str, is: Option<Markup>| is.map(|is| Fact::new(speech.t(key), is));
    let all = [
        fact("client-phone", company.phones.lines().next().map(contact::phone)),
        fact("field-web", company.web.as_deref().map(contact::site)),
        fact("field-address", company.address.as_ref().map(|address| html! { (address) })),
        fact("field-owner", seen.owner_name.as_ref().map(|name| html! { (name) })),
    ];
    all.into_iter().flatten().collect()
}

fn about(seen: &CompanySeen, base: &str, writes: bool, visitor: &Visitor) -> Markup {
    let (company, speech) = (&seen.company, &visitor.speech);
    let here = routes::company(company.id);
    let mut all = vec![owner::fact(seen.owner_name.as_deref(), &here, writes, visitor)];
    let text = |value: &Option<String>| value.as_ref().map(|text| html! { span.long { (text) } });
    let phones = (!company.phones.is_empty()).then(|| contact::phones(&company.phones));
    let currency = company.currency.as_deref().unwrap_or(base);
    let revenue = company.annual_revenue.map(|minor| html! { (speech.money(minor, currency)) });
    for (field, is) in [
        ("phones", phones),
        ("web", company.web.as_deref().map(contact::site)),
        ("address", text(&company.address)),
        ("industry", text(&company.industry)),
        ("type", text(&company.kind)),
        ("competitor", text(&company.competitor)),
        ("employees", company.employees.map(|count| html! { (speech.number(count)) })),
        ("founded", company.founded.map(|year| html! { (year) })),
        ("annual_revenue", revenue),
        ("description", text(&company.description)),
    ] {
        all.extend(Noun::Company.fact(company.id, field, is, writes, speech));
    }
    let mut put = |name: String, is: Option<Markup>| all.extend(is.map(|is| Fact::new(name, is)));
    put(speech.t("field-currency"), text(&company.currency));
    put(speech.t("client-since"), Some(html! { (speech.when(company.created_at)) }));
    put(speech.t("client-changed"), Some(html! { (speech.when(company.changed_at)) }));
    put(speech.t("source-id"), text(&company.source_id));
    let address = routes::act(&here, "edit");
    let edit = html! {
        @if writes {
            (Button::quiet(speech.t("company-edit")).bare(Icon::Pen).small().href(address).pressed_by("e"))
        }
    };
    panel(&speech.t("company-about"), None, &edit, &facts(&all))
}

fn people(seen: &CompanySeen, writes: bool, speech: &Speech) -> Markup {
    let address =
        routes::query(&routes::act(routes::PEOPLE, "new"), &[("company", &seen.company.id.to_string())]);
    let add = html! {
        @if writes { (Button::quiet(speech.t("company-add-person")).bare(Icon::Plus).small().href(address)) }
    };
    let body = html! {
        @if seen.people.is_empty() { p.hint { (speech.t("company-no-people")) } }
        @else {
            ul.people role="list" {
                @for person in &seen.people {
                    li {
                        (avatar(&Avatar::of(&person.name)))
                        div {
                            b { a href=(routes::person(person.id)) { (person.name) } }
                            @if let Some(role) = &person.role { small { (role) } }
                        }
                        (reach(&person.name, &person.mails, &person.phones, speech))
                    }
                }
            }
        }
    };
    panel(&speech.t("company-people"), None, &add, &body)
}

/// A call and a mail, each by one control.
fn reach(name: &str, mails: &str, phones: &str, speech: &Speech) -> Markup {
    let words = |key: &str| speech.t_with(key, &[("name", name.into())]);
    html! {
        @if let Some(phone) = phones.lines().next() {
            (Button::plain(words("person-call")).bare(Icon::Phone).small().href(contact::tel(phone)))
        }
        @if let Some(mail) = mails.lines().next() {
            (Button::plain(words("person-write")).bare(Icon::Mail).small().href(format!("mailto:{mail}")))
        }
    }
}

/// What the company belongs to, and what belongs to it.
fn tree(seen: &CompanySeen, speech: &Speech) -> Markup {
    let parent = seen.company.parent_id.zip(seen.parent_name.as_ref());
    let mut all = Vec::new();
    if let Some((id, name)) = parent {
        all.push(Fact::new(speech.t("company-parent"), html! { a href=(routes::company(id)) { (name) } }));
    }
    if !seen.children.is_empty() {
        let children = html! {
            @for (id, name) in &seen.children { div { a href=(routes::company(*id)) { (name) } } }
        };
        all.push(Fact::new(speech.t("company-children"), children));
    }
    html! { @if !all.is_empty() { (panel(&speech.t("company-tree"), None, &html! {}, &facts(&all))) } }
}
