//! What is known of a deal: every field, its people, its product lines.

use desk::look::{DealPerson, ProductLine};
use maud::{Markup, html};

use super::shown::Shown;
use crate::routes;
use crate::ui::{Avatar, Button, Fact, Icon, avatar, facts, panel};
use crate::visitor::Visitor;

pub fn about(shown: &Shown, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let edit = Button::quiet(speech.t("edit-deal"))
        .bare(Icon::Pen)
        .small()
        .opens(routes::edit_deal(shown.seen.deal.id));
    let acts = html! { @if shown.asked.ways.may_write { (edit.pressed_by("e")) } };
    panel(&speech.t("about-deal"), None, &acts, &facts(&all(shown, visitor)))
}

fn all(shown: &Shown, visitor: &Visitor) -> Vec<Fact> {
    let (speech, deal) = (&visitor.speech, &shown.seen.deal);
    let text = |value: Option<String>| match value {
        Some(value) => html! { (value) },
        None => html! { span.unset { (speech.t("not-set")) } },
    };
    let known =
        |list: &str, key: &Option<String>| text(key.as_deref().map(|key| shown.asked.known.title(list, key)));
    let chance = deal.probability.unwrap_or(deal.stage_probability);
    let forecast = deal.amount.map(|amount| {
        let sum = i64::try_from(i128::from(amount) * i128::from(chance) / 100).unwrap_or(amount);
        speech.t_with(
            "forecast-at",
            &[("sum", speech.money(sum, &deal.currency).into()), ("chance", speech.percent(chance).into())],
        )
    });
    let money = html! {
        @match deal.amount {
            Some(minor) => { (speech.t_with("once", &[("sum", speech.money(minor, &deal.currency).into())]))
                @if deal.amount_estimated { " " span.hint { (speech.t("estimated")) } } }
            None => (text(None)),
        }
    };
    let monthly = deal
        .recurring
        .map(|minor| speech.t_with("monthly", &[("sum", speech.money(minor, &deal.currency).into())]));
    let writes = shown.seen.may_write && deal.archived_at.is_none();
    let fact = |key: &str, is: Markup| Fact::new(speech.t(key), is);
    let value = |field: &str, is: Markup| {
        let fact = fact(&format!("field-{}", field.replace('_', "-")), is);
        if writes { fact.edited_at(routes::deal_field(deal.id, field), speech) } else { fact }
    };
    let mut all = vec![
        value("amount", money),
        value("recurring", text(monthly)),
        value("probability", text(deal.probability.map(|chance| speech.percent(chance)))),
        fact("forecast", text(forecast.or_else(|| Some(speech.percent(chance))))),
        value("expected_close_on", text(deal.expected_close_on.map(|day| speech.day_full(day)))),
        value("type", known("deal-type", &deal.r#type)),
        value("source", known("source", &deal.source)),
        value("campaign", text(deal.campaign.clone())),
        value("competitor", text(deal.competitor.clone())),
        fact("team", team(shown, visitor)),
    ];
    if let Some(reason) = &deal.lost_reason {
        all.push(fact("lost-reason", known("reason", &Some(reason.clone()))));
    }
    if let Some(closed) = deal.closed_at {
        all.push(fact("closed-on", html! { (speech.day_full(speech.day_of(closed))) }));
    }
    if deal.description.is_some() || writes {
        let words = deal.description.as_ref().map(|words| html! { span.long { (words) } });
        all.push(value("description", words.unwrap_or_else(|| text(None))));
    }
    all.push(fact("created-on", html! { (speech.day_full(speech.day_of(deal.created_at))) }));
    if let Some(source) = &deal.source_id {
        all.push(fact("source-id", html! { (source) }));
    }
    all
}

fn team(shown: &Shown, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let member = |name: &str, part: String| html! { span.member { (avatar(&Avatar::of(name))) " " (name) ", " (part) } };
    html! {
        (member(&shown.seen.owner.name, speech.t("part-seller")))
        @if let Some(engineer) = &shown.seen.engineer { br; (member(&engineer.name, speech.t("part-engineer"))) }
    }
}

pub fn people(shown: &Shown, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let add = Button::quiet(speech.t("add-person"))
        .bare(Icon::Plus)
        .small()
        .href(format!("{}#people", routes::edit_deal(shown.seen.deal.id)));
    let acts = html! { @if shown.asked.ways.may_write { (add) } };
    let body = html! {
        @if shown.seen.people.is_empty() { p.hint { (speech.t("no-people")) } }
        @else { ul.people role="list" { @for person in &shown.seen.people { (one(person, visitor)) } } }
    };
    panel(&speech.t("nav-people"), None, &acts, &body)
}

fn one(person: &DealPerson, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let first = |lines: &str| lines.lines().next().map(str::to_owned).filter(|line| !line.is_empty());
    let role =
        if person.role.is_empty() && person.is_main { speech.t("main-contact") } else { person.role.clone() };
    html! {
        li {
            (avatar(&Avatar::of(person.name.as_str())))
            div { a href=(routes::person(person.person_id)) { b { (person.name) } } small { (role) } }
            @if let Some(phone) = first(&person.phones) {
                (Button::plain(speech.t_with("call-person", &[("name", person.name.as_str().into())])).bare(Icon::Phone).small().href(format!("tel:{}", phone.replace(' ', ""))))
            }
            @if let Some(mail) = first(&person.mails) {
                (Button::plain(speech.t_with("mail-person", &[("name", person.name.as_str().into())])).bare(Icon::Mail).small().href(format!("mailto:{mail}")))
            }
        }
    }
}

pub fn lines(shown: &Shown, visitor: &Visitor) -> Markup {
    let (speech, deal) = (&visitor.speech, &shown.seen.deal);
    if shown.seen.lines.is_empty() {
        return Markup::default();
    }
    let price = |line: &ProductLine| line.unit_price.or(line.list_price);
    let sum = |line: &ProductLine| {
        price(line).map(|price| speech.money(price.saturating_mul(line.quantity), &deal.currency))
    };
    let edit = Button::quiet(speech.t("edit-deal"))
        .bare(Icon::Pen)
        .small()
        .href(format!("{}#lines", routes::edit_deal(deal.id)));
    let acts = html! { @if shown.asked.ways.may_write { (edit) } };
    let body = html! {
        ul.product-lines role="list" {
            @for line in &shown.seen.lines {
                li { span { (line.product_name) @if line.quantity > 1 { " × " (speech.number(line.quantity)) } } span.figure { (sum(line).unwrap_or_else(|| "–".to_owned())) } }
            }
        }
    };
    panel(&speech.t("field-lines"), None, &acts, &body)
}
