//! What happened to a client, in words.

use std::collections::BTreeMap;

use desk::look::{self, StageTitles};
use maud::{Markup, html};
use process::Words;
use sales::Event;
use sales::event::Change;

use super::changed::changed;
use crate::app::App;
use crate::pages::known::{Known, kind_icon, said};
use crate::routes;
use crate::ui::{Entry, Icon, Tone};
use crate::visitor::Visitor;
use crate::words::Speech;

/// The words that events only have keys and numbers for.
pub(super) struct Names<'a> {
    pub known: &'a Known,
    pub stages: BTreeMap<String, Words>,
    pub members: BTreeMap<i64, String>,
    pub speech: &'a Speech,
}

impl<'a> Names<'a> {
    pub(super) async fn load(
        app: &App,
        visitor: &'a Visitor,
        known: &'a Known,
        members: BTreeMap<i64, String>,
    ) -> desk::Result<Names<'a>> {
        let stages = app.desk.read(visitor.actor(), StageTitles).await?;
        Ok(Names { known, stages, members, speech: &visitor.speech })
    }

    fn stage(&self, key: &str) -> String {
        self.stages.get(key).map_or_else(|| key.to_owned(), |title| said(title, self.speech))
    }

    fn member(&self, id: i64) -> String {
        self.members.get(&id).cloned().unwrap_or_default()
    }
}

/// The parts of an entry that differ by event.
struct Told {
    icon: Icon,
    tone: Tone,
    verb: String,
    rest: Markup,
    said: Option<String>,
    about: Option<String>,
}

impl Told {
    fn plain(icon: Icon, verb: String) -> Told {
        Told { icon, tone: Tone::Plain, verb, rest: html! {}, said: None, about: None }
    }

    fn rest(self, rest: Markup) -> Told {
        Told { rest, ..self }
    }

    fn toned(self, tone: Tone) -> Told {
        Told { tone, ..self }
    }
}

/// An event as the timeline shows it; what happened to a deal links there.
pub(super) fn entry(seen: &look::Entry, names: &Names<'_>) -> Entry {
    let told = told(&seen.event, names);
    let by = by(seen, names.speech);
    let rest = html! {
        (told.rest)
        @if let Some(deal) = &seen.deal { " " a href=(routes::deal(deal.id)) { (deal.name) } }
    };
    Entry {
        id: format!("event-{}", seen.id),
        at: seen.at,
        icon: told.icon,
        tone: told.tone,
        verb: told.verb,
        rest,
        said: told.said.filter(|words| !words.is_empty()),
        about: told.about.map_or_else(|| by.clone(), |about| format!("{about} · {by}")),
    }
}

fn by(seen: &look::Entry, speech: &Speech) -> String {
    let name = seen.by.as_ref().map_or_else(|| speech.t("happened-by-system"), |by| by.name.clone());
    if seen.cause == "import" { speech.t_with("happened-by-import", &[("name", name.into())]) } else { name }
}

fn told(event: &Event, names: &Names<'_>) -> Told {
    let speech = names.speech;
    match event {
        Event::CompanyCreated { .. } => Told::plain(Icon::Building, speech.t("happened-created")),
        Event::PersonCreated { .. } => Told::plain(Icon::Person, speech.t("happened-created")),
        Event::CompanyChanged { changes }
        | Event::PersonChanged { changes }
        | Event::DealChanged { changes } => edited(changes, names),
        Event::Archived { .. } => Told::plain(Icon::Bin, speech.t("happened-archived")),
        Event::Restored { .. } => Told::plain(Icon::Undo, speech.t("happened-restored")),
        Event::NoteWritten { body, by_process, .. } => Told {
            said: Some(body.clone()),
            about: by_process.then(|| speech.t("happened-by-process")),
            ..Told::plain(Icon::Note, speech.t("happened-note-written"))
        },
        Event::TaskCreated { title, .. } => task(speech.t("happened-task-created"), title),
        Event::TaskDone { title, .. } => task(speech.t("happened-task-done"), title).toned(Tone::Green),
        Event::TaskReopened { title, .. } => task(speech.t("happened-task-reopened"), title),
        Event::ImportFinished { title, .. } => {
            Told::plain(Icon::Import, speech.t("happened-import-finished")).rest(html! { (title) })
        }
        Event::ImportUndone { title, .. } => {
            Told::plain(Icon::Undo, speech.t("happened-import-undone")).rest(html! { (title) })
        }
        Event::ActivityPlanned { .. }
        | Event::ActivityMoved { .. }
        | Event::ActivityDone { .. }
        | Event::ActivityCancelled { .. } => activity(event, names),
        Event::DealCreated { .. }
        | Event::DealAssigned { .. }
        | Event::CaseMoved { .. }
        | Event::CasePlaced { .. } => course(event, names),
    }
}

fn task(verb: String, title: &str) -> Told {
    Told::plain(Icon::Task, verb).rest(html! { (title) })
}

fn edited(changes: &[Change], names: &Names<'_>) -> Told {
    let rest = html! {
        @for (place, change) in changes.iter().enumerate() {
            @if place > 0 { ", " }
            (changed(change, &names.members, names.speech))
        }
    };
    Told::plain(Icon::Pen, names.speech.t("happened-changed")).rest(rest)
}

/// What was done with the client and what is planned.
fn activity(event: &Event, names: &Names<'_>) -> Told {
    let speech = names.speech;
    let verb = |key: &str, kind: &str| speech.t_with(key, &[("kind", names.known.kind(kind).into())]);
    match event {
        Event::ActivityPlanned { kind, subject, starts_at, ends_at, owner, by_process, .. } => Told {
            about: by_process.then(|| speech.t("happened-by-process")),
            ..Told::plain(Icon::Calendar, verb("happened-planned", kind)).rest(html! {
                @if !subject.is_empty() { (subject) ", " }
                (speech.span(*starts_at, *ends_at)) " · " (names.member(*owner))
            })
        },
        Event::ActivityMoved { kind, before, after, .. } => {
            Told::plain(Icon::Clock, verb("happened-rescheduled", kind))
                .rest(html! { (speech.when(*before)) " → " (speech.when(*after)) })
        }
        Event::ActivityDone { kind, subject, minutes, outcome, words, findings, .. } => Told {
            said: Some([words.trim(), findings.trim()].join("\n").trim().to_owned()),
            about: outcome
                .as_ref()
                .map(|what| speech.t_with("happened-outcome", &[("outcome", what.as_str().into())])),
            ..Told::plain(kind_icon(kind), verb("happened-done", kind)).toned(Tone::Green).rest(html! {
                @if !subject.is_empty() { (subject) ", " }
                (speech.t_with("happened-minutes", &[("minutes", (*minutes).into())]))
            })
        },
        Event::ActivityCancelled { kind, subject, .. } => {
            Told::plain(Icon::Cross, verb("happened-cancelled", kind)).rest(html! { (subject) })
        }
        _ => Told::plain(Icon::Info, String::new()),
    }
}

/// How a deal went on.
fn course(event: &Event, names: &Names<'_>) -> Told {
    let speech = names.speech;
    let staged = |key: &str, stage: &str| speech.t_with(key, &[("stage", names.stage(stage).into())]);
    let named = |key: &str, id: i64| speech.t_with(key, &[("name", names.member(id).into())]);
    match event {
        Event::DealCreated { stage, .. } => Told::plain(Icon::Plus, staged("happened-deal-created", stage)),
        Event::DealAssigned { from, to } => Told::plain(Icon::Person, named("happened-deal-assigned", *to))
            .rest(html! { (named("happened-deal-assigned-from", *from)) }),
        Event::CaseMoved { from, to, overridden, .. } => Told {
            said: overridden.clone(),
            ..Told::plain(Icon::Right, staged("happened-moved", to))
                .toned(Tone::Accent)
                .rest(html! { (staged("happened-moved-from", from)) })
        },
        Event::CasePlaced { stage, .. } => Told::plain(Icon::Flag, staged("happened-placed", stage)),
        _ => Told::plain(Icon::Info, String::new()),
    }
}
