//! Today by the clock: what takes place, and what is free of the working hours.

use desk::look::{Day, DayEntry};
use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};

use crate::pages::known::Known;
use crate::pages::moment;
use crate::routes;
use crate::ui::{Icon, icon, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

/// What a free time is offered for, in minutes, where it is long enough.
const OFFERED: i64 = 30;

enum Line<'a> {
    Entry(&'a DayEntry),
    Free(Timestamp, Timestamp),
    Now(Timestamp),
}

impl Line<'_> {
    fn at(&self) -> Timestamp {
        match self {
            Line::Entry(entry) => entry.starts_at,
            Line::Free(at, _) | Line::Now(at) => *at,
        }
    }
}

pub fn show(day: &Day, known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let hours = day.hours.map(|(open, close)| {
        speech.t_with("from-to", &[("from", speech.time(open).into()), ("to", speech.time(close).into())])
    });
    let body = html! {
        @if hours.is_none() { p.hint { (speech.t("day-off")) } }
        @else if day.free.is_empty() && day.entries.is_empty() { p.hint { (speech.t("day-over")) } }
        ol.agenda role="list" {
            @for line in lines(day, speech) { (a_line(&line, known, speech)) }
        }
    };
    panel(&speech.t("day-calendar"), hours.as_deref(), &Markup::default(), &body)
}

/// Everything of today in the order of the clock; the present stands between where there is something around it.
fn lines<'a>(day: &'a Day, speech: &Speech) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = day.entries.iter().map(Line::Entry).collect();
    lines.extend(day.free.iter().map(|(from, to)| Line::Free(*from, *to)));
    let is_within = day.hours.is_some_and(|(open, close)| (open..close).contains(&speech.now));
    if is_within && !lines.is_empty() {
        lines.push(Line::Now(speech.now));
    }
    lines.sort_by_key(Line::at);
    lines
}

fn a_line(line: &Line<'_>, known: &Known, speech: &Speech) -> Markup {
    match line {
        Line::Now(now) => html! {
            li.agenda-now { time { (speech.time(*now)) } span { (speech.t("day-now")) } }
        },
        Line::Free(from, to) => html! {
            li {
                time { (speech.time(*from)) }
                a.agenda-free data-length=(steps(*from, *to)) href=(plan(*from, *to, speech)) data-dialog="" {
                    (speech.t_with("day-free-for", &[("length", length(*from, *to, speech).into())]))
                }
            }
        },
        Line::Entry(entry) => an_entry(entry, known, speech),
    }
}

fn an_entry(entry: &DayEntry, known: &Known, speech: &Speech) -> Markup {
    let what = known.activity(&entry.kind, &entry.subject);
    let tone = match entry.done_at {
        Some(_) => "green",
        None if entry.starts_at < speech.now => "red",
        None => "accent",
    };
    let href = entry.deal_id.map_or_else(|| routes::activity_plan(entry.id), routes::deal);
    let steps = steps(entry.starts_at, entry.ends_at);
    html! {
        li {
            time { (speech.time(entry.starts_at)) }
            a.agenda-entry data-tone=(tone) data-length=(steps) href=(href) title=(speech.span(entry.starts_at, entry.ends_at)) {
                @if entry.done_at.is_some() { (icon(Icon::Check)) span.unseen { (speech.t("day-done-count")) " " } }
                b { (entry.client.as_deref().unwrap_or(&what)) }
                @if entry.client.is_some() { " " span { (what) } }
            }
        }
    }
}

/// How tall it is drawn: up to half an hour, an hour, two hours, longer.
fn steps(from: Timestamp, to: Timestamp) -> u8 {
    match to.duration_since(from).as_mins() {
        ..=30 => 1,
        31..=60 => 2,
        61..=120 => 3,
        _ => 4,
    }
}

/// "1 h 30 min".
fn length(from: Timestamp, to: Timestamp, speech: &Speech) -> String {
    let minutes = to.duration_since(from).as_mins();
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let hours = (hours > 0).then(|| speech.t_with("day-hours", &[("hours", hours.into())]));
    let minutes = (minutes > 0).then(|| speech.t_with("minutes", &[("minutes", minutes.into())]));
    [hours, minutes].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The form that plans something at the beginning of a free time.
fn plan(from: Timestamp, to: Timestamp, speech: &Speech) -> String {
    let end = from.checked_add(OFFERED.minutes()).unwrap_or(to).min(to);
    let (day, from, end) =
        (moment::typed_day(from, speech), moment::typed_time(from, speech), moment::typed_time(end, speech));
    let times = format!("&next_day={day}&next_from={from}&next_to={end}");
    routes::and_back(&(routes::new_activity("", "plan", "") + &times), "/day")
}
