//! The process bar of a case.

use desk::case::Ways;
use desk::look::Stay;
use process::{Span, Stage};

use super::ways::missing;
use crate::pages::known::said;
use crate::ui::{Segment, Stand};
use crate::words::Speech;

/// The stages: those passed with their days, now, ahead. Of the ends only the one the case stands in.
pub fn segments(ways: &Ways, stays: &[Stay], speech: &Speech) -> Vec<Segment> {
    let here = &ways.stage;
    let all: Vec<&Stage> =
        ways.definition.stages().iter().filter(|stage| stage.is_open() || stage.key == *here).collect();
    let now = all.iter().position(|stage| stage.key == *here).unwrap_or(0);
    let next = ways.moves.iter().find(|way| way.main);
    let segment = |(place, stage): (usize, &&Stage)| {
        let stay = stays.iter().rev().find(|stay| stay.stage == stage.key);
        let is_next = next.is_some_and(|way| way.to.first() == Some(&stage.key));
        let (stand, detail) = match () {
            () if stage.key == *here => (Stand::Now, now_detail(stage, stay, speech)),
            () if is_next && place > now => (Stand::Next(next.map_or(0, missing)), ahead(stage, speech)),
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
