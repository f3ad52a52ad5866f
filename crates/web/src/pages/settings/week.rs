//! The week as a small table: when a day's work begins and ends, or that it is free.

use jiff::civil::Weekday;
use maud::{Markup, html};
use sales::calendar::WorkingHours;

use super::typed::Typed;
use crate::routes;
use crate::ui::{Button, Field, Icon};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Keys of the weekdays' names.
pub const DAYS: [&str; 7] = [
    "weekday-monday",
    "weekday-tuesday",
    "weekday-wednesday",
    "weekday-thursday",
    "weekday-friday",
    "weekday-saturday",
    "weekday-sunday",
];

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Offered for a free day that is to be worked when no day of the week is.
const USUAL: (i16, i16) = (9 * 60, 18 * 60);

/// What a screen reader says of a time: "Monday, from".
pub fn label(side: &str, at: usize, speech: &Speech) -> String {
    let day = speech.t(DAYS[at]);
    speech.t_with(if side == "open" { "settings-opens" } else { "settings-closes" }, &[("day", day.into())])
}

pub fn week(hours: &WorkingHours, typed: &Typed, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let heads =
        ["field-weekday", "settings-from", "settings-to", "settings-free-day"].map(|key| speech.t(key));
    let usual = hours.0.iter().flatten().next().copied().unwrap_or(USUAL);
    html! {
        form.panel.rows-panel method="post" action=(routes::settings("hours")) {
            (visitor.token())
            input type="hidden" name="form" value="week";
            header.panel-head { h2 { (speech.t("settings-hours")) } }
            p.panel-note { (speech.t("settings-hours-hint")) }
            div.row-list #working_hours data-rows="week" {
                div.rows-head aria-hidden="true" { @for head in &heads { span { (head) } } }
                @for at in 0..DAYS.len() { (day(at, hours.0[at], usual, typed, visitor)) }
            }
            div.panel-foot { (Button::main(speech.t("settings-save")).icon(Icon::Check).submit()) }
        }
    }
}

/// A free day keeps usual hours out of sight, for the moment it is worked.
fn day(at: usize, stands: Option<(i16, i16)>, usual: (i16, i16), typed: &Typed, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (open, close) = stands.unwrap_or(usual);
    let name = speech.t(DAYS[at]);
    let free = format!("free-{at}");
    let is_free = if typed.is("week") { typed.form.is_on(&free) } else { stands.is_none() };
    let time = |side: &str, minute: i16| {
        let field = Field::input("time", format!("{side}-{at}"), label(side, at, speech));
        typed.cell("week", &format!("{side}-{at}"), field, &typed_minute(minute), speech)
    };
    html! {
        div.row role="group" aria-label=(name) {
            b.row-name { span.full { (name) } span.short aria-hidden="true" { (speech.weekday_short(WEEK[at])) } }
            (time("open", open))
            (time("close", close))
            span.row-free aria-hidden="true" { (speech.t("settings-free-day")) }
            label.row-tick {
                input type="checkbox" name=(free) value="on" checked[is_free] data-free="";
                span.unseen { (speech.t("settings-free-day")) }
            }
        }
    }
}

/// A day that closes at midnight is shown to its last minute.
fn typed_minute(minute: i16) -> String {
    let minute = minute.min(24 * 60 - 1);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
