//! The next step of a record, and what is planned after it.

use desk::look::OpenActivity;
use maud::{Markup, html};

use super::about::About;
use crate::pages::known::{Known, kind_icon};
use crate::routes;
use crate::ui::{Button, Edge, Icon, Tone, chip, strip};
use crate::visitor::Visitor;
use crate::words::Lateness;

/// The next step with its acts, or the way to plan one.
pub fn step(about: &About, known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let plan = routes::new_activity(&about.query(), "plan", "");
    let Some(first) = about.activities.first() else {
        let words = html! { b { (speech.t("no-next-step")) } };
        let acts = html! { @if about.may_write { (Button::main(speech.t("plan-one")).icon(Icon::Plus).opens(plan).pressed_by("a")) } };
        return strip(Edge(Tone::Violet), Icon::Plus, &words, &speech.t("no-next-step-detail"), &acts);
    };
    html! {
        (planned(first, true, about, known, visitor))
        @for later in about.activities.iter().skip(1) { (planned(later, false, about, known, visitor)) }
    }
}

fn planned(activity: &OpenActivity, first: bool, about: &About, known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (tone, drawing) = match speech.lateness(activity.starts_at) {
        Lateness::Days(_) | Lateness::Hours(_) => (Tone::Red, Some(Icon::Exclamation)),
        Lateness::Today => (Tone::Amber, Some(Icon::Clock)),
        Lateness::Ahead => (Tone::Plain, None),
    };
    let what = known.activity(&activity.kind, &activity.subject);
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
        @if about.may_write {
            (Button::quiet(speech.t("cancel-activity")).bare(Icon::Cross).opens(routes::activity_cancel(activity.id)))
            (Button::plain(speech.t("reschedule")).opens(routes::activity_plan(activity.id)))
            (done.icon(Icon::Check).opens(routes::activity_done(activity.id)))
        }
    };
    strip(Edge(tone), kind_icon(&activity.kind), &words, &parts.join(" · "), &acts)
}
