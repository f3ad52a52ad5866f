//! The head of a deal's page: title, facts, acts, the process bar; and the next step under it.

use desk::look::{OpenActivity, Stay};
use maud::{Markup, html};
use process::{Span, Stage};

use super::cards::money_full;
use super::list::ended;
use super::move_case::Asked;
use super::ways;
use crate::pages::known::{kind_icon, said};
use crate::routes;
use crate::ui::{Button, Edge, Icon, Segment, Stand, Tone, chip, process_bar, strip};
use crate::visitor::Visitor;
use crate::words::{Lateness, Speech};

pub fn head(asked: &Asked, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (seen, deal) = (&asked.seen, &asked.seen.deal);
    let client = seen.company.as_ref().map(|link| (routes::company(link.id), &link.name));
    let client = client.or(seen.person.as_ref().map(|link| (routes::person(link.id), &link.name)));
    let money = money_full(deal.amount, deal.recurring, &deal.currency, speech);
    html! {
        div.record-head {
            div.record-title {
                h2 { (deal.name)
                    @if deal.status != "open" { " " (ended(&deal.status, speech)) }
                    @if deal.archived_at.is_some() { " " (chip(Tone::Plain, Some(Icon::Bin), &speech.t("status-archived"))) }
                }
                div.acts { (acts(asked, visitor)) }
            }
            dl.record-facts {
                @if let Some((href, name)) = client { div { dt { (speech.t("field-client")) } dd { a href=(href) { (name) } } } }
                div { dt { (speech.t("field-amount")) } dd { (money.unwrap_or_else(|| speech.t("not-set"))) } }
                div { dt { (speech.t("field-owner")) } dd { (seen.owner.name) } }
                div { dt { (speech.t("column-close")) } dd {
                    @if let Some(day) = deal.expected_close_on { (speech.day(day)) } @else { (speech.t("not-set")) }
                } }
            }
            (process_bar(&segments(asked, speech), speech))
        }
    }
}

fn acts(asked: &Asked, visitor: &Visitor) -> Markup {
    let (speech, deal) = (&visitor.speech, &asked.seen.deal);
    let may = asked.ways.may_write;
    let log = routes::new_activity(&format!("deal={}", deal.id), "log", "call");
    html! {
        @if may {
            (Button::plain(speech.t("log-call")).icon(Icon::Phone).opens(log).pressed_by("c"))
            @for refusal in ways::refusals(asked, visitor) { (refusal) }
            @if let Some(forward) = ways::forward(asked, visitor) { (forward) }
        }
    }
}

/// The stages: those passed with their days, now, ahead. Of the ends only the one the deal stands in.
fn segments(asked: &Asked, speech: &Speech) -> Vec<Segment> {
    let seen = &asked.seen;
    let here = &seen.deal.stage;
    let all: Vec<&Stage> =
        asked.ways.definition.stages().iter().filter(|stage| stage.is_open() || stage.key == *here).collect();
    let now = all.iter().position(|stage| stage.key == *here).unwrap_or(0);
    let next = asked.ways.moves.iter().find(|way| way.main);
    let segment = |(place, stage): (usize, &&Stage)| {
        let stay = seen.stays.iter().rev().find(|stay| stay.stage == stage.key);
        let is_next = next.is_some_and(|way| way.to.first() == Some(&stage.key));
        let (stand, detail) = match () {
            () if stage.key == *here => (Stand::Now, now_detail(stage, stay, speech)),
            () if is_next && place > now => {
                (Stand::Next(next.map_or(0, ways::missing)), ahead(stage, speech))
            }
            () if place < now && stay.is_some() => (Stand::Done, passed(stay, speech)),
            () => (Stand::Ahead, ahead(stage, speech)),
        };
        Segment { name: said(&stage.title, speech), stand, detail }
    };
    all.iter().enumerate().map(segment).collect()
}

fn passed(stay: Option<&Stay>, speech: &Speech) -> String {
    let Some(stay) = stay else { return String::new() };
    format!("{} · {}", speech.day(speech.day_of(stay.entered_at)), speech.days(stay.days))
}

fn now_detail(stage: &Stage, stay: Option<&Stay>, speech: &Speech) -> String {
    let day = stay.map_or(1, |stay| stay.days + 1);
    match stage.rots_after.and_then(usual_days).filter(|_| stage.is_open()) {
        Some(usual) => speech.t_with("stage-days-usual", &[("day", day.into()), ("usual", usual.into())]),
        None => speech.t_with("stage-day", &[("day", day.into())]),
    }
}

/// The stay that the process finds healthy, in days of the week.
fn usual_days(span: Span) -> Option<i64> {
    match span {
        Span::Days(days) => Some(i64::from(days)),
        Span::WorkingDays(days) => Some(i64::from(days) * 7 / 5),
        Span::Weeks(weeks) => Some(i64::from(weeks) * 7),
        Span::Months(months) => Some(i64::from(months) * 30),
        Span::Minutes(_) | Span::Hours(_) | Span::WorkingHours(_) => None,
    }
}

fn ahead(stage: &Stage, speech: &Speech) -> String {
    if stage.never_skip {
        speech.t("never-skipped")
    } else if stage.may_skip {
        speech.t("may-skip")
    } else {
        String::new()
    }
}

/// The next step with its acts, or the way to plan one.
pub fn step(asked: &Asked, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    if asked.seen.deal.status != "open" {
        return Markup::default();
    }
    let plan = routes::new_activity(&format!("deal={}", asked.seen.deal.id), "plan", "");
    let Some(first) = asked.seen.activities.first() else {
        let words = html! { b { (speech.t("no-next-step")) } };
        let acts = html! { @if asked.ways.may_write { (Button::main(speech.t("plan-one")).icon(Icon::Plus).opens(plan).pressed_by("a")) } };
        return strip(Edge(Tone::Violet), Icon::Plus, &words, &speech.t("no-next-step-detail"), &acts);
    };
    html! {
        (planned(first, true, asked, visitor))
        @for later in asked.seen.activities.iter().skip(1) { (planned(later, false, asked, visitor)) }
    }
}

fn planned(activity: &OpenActivity, first: bool, asked: &Asked, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (tone, drawing) = match speech.lateness(activity.starts_at) {
        Lateness::Days(_) | Lateness::Hours(_) => (Tone::Red, Some(Icon::Exclamation)),
        Lateness::Today => (Tone::Amber, Some(Icon::Clock)),
        Lateness::Ahead => (Tone::Plain, None),
    };
    let what = asked.known.activity(&activity.kind, &activity.subject);
    let words = html! {
        b { (what) }
        @if drawing.is_some() { " " (chip(tone, drawing, &speech.late_or_when(activity.starts_at))) }
    };
    let mut parts = vec![speech.span(activity.starts_at, activity.ends_at), activity.owner_name.clone()];
    parts.extend(activity.person_name.clone());
    if activity.postponed > 0 {
        parts.push(speech.t_with("put-off", &[("count", activity.postponed.into())]));
    }
    let done = Button::main(speech.t("done-log-it"));
    let done = if first { done } else { Button::plain(speech.t("done-log-it")) };
    let acts = html! {
        @if asked.ways.may_write {
            (Button::quiet(speech.t("cancel-activity")).bare(Icon::Cross).opens(routes::activity_cancel(activity.id)))
            (Button::plain(speech.t("reschedule")).opens(routes::activity_plan(activity.id)))
            (done.icon(Icon::Check).opens(routes::activity_done(activity.id)))
        }
    };
    strip(Edge(tone), kind_icon(&activity.kind), &words, &parts.join(" · "), &acts)
}
