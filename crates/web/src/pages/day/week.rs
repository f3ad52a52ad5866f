//! The week in seven days: what is planned on each, and what was done.

use desk::look::WeekDay;
use maud::{Markup, html};

use crate::ui::{Icon, icon};
use crate::words::Speech;

pub fn show(week: &[WeekDay], speech: &Speech) -> Markup {
    let any_done = week.iter().any(|day| day.done > 0);
    html! {
        ol.week role="list" { @for day in week { (one(day, any_done, speech)) } }
        p.week-key aria-hidden="true" {
            span { (icon(Icon::Calendar)) (speech.t("day-planned")) }
            span.week-done { (icon(Icon::Check)) (speech.t("day-done-count")) }
        }
    }
}

fn one(day: &WeekDay, any_done: bool, speech: &Speech) -> Markup {
    let counts = [
        ("day", speech.day_long(day.day).into()),
        ("planned", day.planned.into()),
        ("done", day.done.into()),
    ];
    let said = speech.t_with("day-of-week", &counts);
    let is_today = day.day == speech.today();
    html! {
        li title=(said) aria-current=[is_today.then_some("date")] {
            span.unseen { (said) }
            span aria-hidden="true" { (speech.weekday_short(day.day.weekday())) }
            b aria-hidden="true" { (day.day.day()) }
            span aria-hidden="true" { @if day.planned > 0 { (speech.number(day.planned)) } @else { "–" } }
            @if any_done {
                span.week-done aria-hidden="true" {
                    @if day.done > 0 { (icon(Icon::Check)) (speech.number(day.done)) }
                }
            }
        }
    }
}
