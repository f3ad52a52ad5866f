//! A company: facts, group, people, open deals, what happened.

use axum::extract::{Path, Query, State};
use desk::company::{CompanyPage, CompanySeen};
use desk::look::Of;
use desk::settings::Installation;
use maud::{Markup, html};

use super::contact;
use super::open_deals::open_deals;
use super::put_away::{put_away, restore_strip};
use super::timeline::{Asked, timeline};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::Known;
use crate::routes;
use crate::ui::{Avatar, Button, Crumb, Fact, Icon, Nav, Page, avatar, facts, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

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
    let seen = app.desk.read(visitor.actor(), CompanyPage { id }).await?;
    let base = app.desk.read(visitor.actor(), Installation).await?.base_currency;
    let known = Known::load(app, visitor, Vec::new()).await?;
    let (of, here, speech) = (Of::Company(id), routes::company(id), &visitor.speech);
    let writes = seen.may_write && seen.company.archived_at.is_none();
    let new_deal = format!("/deals/new?company={id}");
    let deals =
        open_deals(app, visitor, &known, of, &seen.company.name, writes.then_some(new_deal.as_str())).await?;
    let happened = timeline(app, visitor, &known, of, &here, asked, writes).await?;
    let body = html! {
        @if seen.company.archived_at.is_some() {
            (restore_strip(&here, "company", seen.may_write, visitor))
        }
        div.with-side {
            div.stack { (deals) (happened) }
            div.stack { (about(&seen, &base, writes, speech)) (people(&seen, writes, speech)) (tree(&seen, speech)) }
        }
    };
    let mut page = Page::new(&seen.company.name, Nav::Companies, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-companies"), href: routes::COMPANIES.to_owned() }];
    if writes {
        let log = format!("/activities/new?company={id}");
        page.actions = html! {
            (put_away(&here, speech.t("company-archive"), visitor))
            (Button::plain(speech.t("company-log")).icon(Icon::Phone).opens(log).pressed_by("a"))
            (Button::main(speech.t("company-new-deal")).icon(Icon::Plus).opens(new_deal))
        };
    }
    Ok(page)
}

fn about(seen: &CompanySeen, base: &str, writes: bool, speech: &Speech) -> Markup {
    let company = &seen.company;
    let mut all = Vec::new();
    let mut put = |name: String, is: Option<Markup>| all.extend(is.map(|is| Fact::new(name, is)));
    let text = |value: &Option<String>| value.as_ref().map(|text| html! { (text) });
    let owner = match &seen.owner_name {
        Some(name) => html! { (avatar(&Avatar::of(name))) " " (name) },
        None => html! { (speech.t("company-everyone")) },
    };
    let phones = (!company.phones.is_empty()).then(|| contact::phones(&company.phones));
    let currency = company.currency.as_deref().unwrap_or(base);
    put(speech.t("field-owner"), Some(owner));
    put(speech.t("field-phones"), phones);
    put(speech.t("field-web"), company.web.as_deref().map(contact::site));
    put(speech.t("field-address"), text(&company.address));
    put(speech.t("field-industry"), text(&company.industry));
    put(speech.t("field-employees"), company.employees.map(|count| html! { (speech.number(count)) }));
    put(speech.t("field-founded"), company.founded.map(|year| html! { (year) }));
    put(
        speech.t("field-annual-revenue"),
        company.annual_revenue.map(|minor| html! { (speech.money(minor, currency)) }),
    );
    put(speech.t("field-currency"), text(&company.currency));
    put(speech.t("field-description"), text(&company.description));
    put(speech.t("company-since"), Some(html! { (speech.when(company.created_at)) }));
    put(speech.t("company-changed"), Some(html! { (speech.when(company.changed_at)) }));
    let address = routes::act(&routes::company(company.id), "edit");
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
