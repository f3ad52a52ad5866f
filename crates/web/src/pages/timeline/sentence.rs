//! An event as a sentence: the verb first, what it was done to, the words that were said, and who did it.

use desk::look::{Entry as Happened, Link, Names, Of};
use jiff::Timestamp;
use maud::{Markup, html};
use sales::Event;

use super::change;
use crate::pages::activities::outcome;
use crate::pages::files as file;
use crate::pages::known::{Known, kind_icon};
use crate::routes;
use crate::ui::{Entry, Icon, MenuItem, Tone};
use crate::words::Speech;

/// Whose timeline is told, to whom, in which words.
pub(super) struct Telling<'a> {
    pub of: Of,
    pub names: &'a Names,
    pub known: &'a Known,
    pub speech: &'a Speech,
    /// Whether the reader may take back what is told.
    pub writes: bool,
    /// The acts that the entries at hand came of, one for each.
    pub acts: Vec<i64>,
}

/// What differs by the event.
pub(super) struct Told {
    pub icon: Icon,
    pub tone: Tone,
    pub verb: String,
    pub rest: Markup,
    pub said: Option<String>,
    /// What stands before who did it.
    pub about: Option<String>,
}

impl Told {
    pub(super) fn plain(icon: Icon, verb: String) -> Told {
        Told { icon, tone: Tone::Plain, verb, rest: Markup::default(), said: None, about: None }
    }

    pub(super) fn rest(self, rest: Markup) -> Told {
        Told { rest, ..self }
    }

    fn by_process(self, by_process: bool, speech: &Speech) -> Told {
        Told { about: by_process.then(|| speech.t("by-process")), ..self }
    }
}

impl Telling<'_> {
    pub(super) fn entry(&self, happened: &Happened) -> Entry {
        let told = self.tell(happened);
        let who = self.who(happened);
        Entry {
            id: format!("event-{}", happened.id),
            at: happened.at,
            icon: told.icon,
            tone: told.tone,
            verb: told.verb,
            rest: html! { (told.rest) @if let Some(link) = self.elsewhere(happened) { " · " (link) } },
            said: told.said.filter(|words| !words.trim().is_empty()),
            undone: happened.undone_at.map(|at| self.undone_on(at)),
            acts: self.way_back(happened).into_iter().collect(),
            about: told.about.map_or_else(|| who.clone(), |about| format!("{about} · {who}")),
        }
    }

    fn undone_on(&self, at: Timestamp) -> String {
        self.speech.t_with("entry-undone", &[("day", self.day(at).into())])
    }

    /// An act is taken back whole, whichever of its entries one begins at.
    fn way_back(&self, happened: &Happened) -> Option<MenuItem> {
        let act = happened.act.filter(|_| self.writes && happened.undoable)?;
        let alone = self.acts.iter().filter(|other| **other == act).count() == 1;
        let label = self.speech.t(if alone { "undo" } else { "undo-with-the-rest" });
        Some(MenuItem { icon: Some(Icon::Undo), post: true, ..MenuItem::link(label, routes::undo(act)) })
    }

    fn tell(&self, happened: &Happened) -> Told {
        let speech = self.speech;
        let plain = |icon, key: &str| Told::plain(icon, speech.t(key));
        let titled = |icon, key: &str, title: &str| plain(icon, key).rest(html! { (title) });
        match &happened.event {
            Event::CompanyCreated { .. } => plain(Icon::Building, "event-company"),
            Event::PersonCreated { .. } => plain(Icon::Person, "event-person"),
            Event::CompanyChanged { .. } | Event::PersonChanged { .. } | Event::DealChanged { .. } => {
                change::told(happened, self)
            }
            Event::Archived { .. } => plain(Icon::Bin, "event-archived"),
            Event::Restored { .. } => plain(Icon::Undo, "event-restored"),
            Event::DealCreated { .. }
            | Event::DealAssigned { .. }
            | Event::CaseStarted { .. }
            | Event::CaseMoved { .. }
            | Event::CasePlaced { .. } => self.course(happened),
            Event::ActivityPlanned { .. }
            | Event::ActivityMoved { .. }
            | Event::ActivityDone { .. }
            | Event::ActivityCancelled { .. } => self.activity(happened),
            Event::TaskCreated { title, due_at, by_process, .. } => {
                let due = due_at.map(|at| speech.t_with("event-due", &[("day", self.day(at).into())]));
                let rest = html! { (title) @if let Some(due) = due { ", " (due) } };
                plain(Icon::Task, "event-task").rest(rest).by_process(*by_process, speech)
            }
            Event::TaskDone { title, .. } => {
                Told { tone: Tone::Green, ..titled(Icon::Task, "event-task-done", title) }
            }
            Event::TaskReopened { title, .. } => titled(Icon::Undo, "event-task-reopened", title),
            Event::NoteWritten { body, by_process, .. } => {
                let note = Told { said: Some(body.clone()), ..plain(Icon::Note, "event-note") };
                note.by_process(*by_process, speech)
            }
            Event::FileAttached { name, media, size, .. } => {
                let about = file::in_brief(media, *size, speech);
                plain(Icon::Clip, "event-file-attached").rest(html! { (name) ", " (about) })
            }
            Event::FileDescribed { name, document, signed, .. } => {
                let paper = match (document.as_str(), signed) {
                    ("", _) => speech.t("document-none"),
                    (kind, false) => self.known.title("document-kind", kind),
                    (kind, true) => {
                        let kind = self.known.title("document-kind", kind);
                        speech.t_with("holds-signed", &[("kind", kind.into())])
                    }
                };
                titled(Icon::Paper, "event-file-described", name).rest(html! { (name) ", " (paper) })
            }
            Event::FileRemoved { name, .. } => titled(Icon::Bin, "event-file-removed", name),
            Event::Undone { events, .. } => {
                let done: Vec<String> = events.iter().map(|kind| lower(&speech.t(undone(kind)))).collect();
                plain(Icon::Undo, "event-undone").rest(html! { (done.join(", ")) })
            }
            Event::ImportFinished { title, .. } => titled(Icon::Import, "event-import", title),
            Event::ImportUndone { title, .. } => titled(Icon::Undo, "event-import-undone", title),
        }
    }

    /// What was done with the client and what is planned.
    fn activity(&self, happened: &Happened) -> Told {
        let (known, speech) = (self.known, self.speech);
        let verb = |key: &str, kind: &str| speech.t_with(key, &[("what", known.kind(kind).into())]);
        match &happened.event {
            Event::ActivityPlanned { activity, kind, subject, starts_at, ends_at, owner, by_process } => {
                let parts =
                    [self.with(*activity), self.quoted(subject), text(&speech.span(*starts_at, *ends_at))];
                let is_own = happened.by.as_ref().is_some_and(|by| by.id == *owner);
                let rest = html! {
                    (listed(parts.into_iter().flatten()))
                    @if !is_own { " · " (self.member(*owner)) }
                };
                let planned = Told::plain(Icon::Calendar, verb("event-planned", kind)).rest(rest);
                planned.by_process(*by_process, speech)
            }
            Event::ActivityMoved { kind, before, after, postponed, .. } => {
                let key = match () {
                    () if before == after => "event-replanned",
                    () if *postponed => "event-put-off",
                    () => "event-brought-forward",
                };
                let rest =
                    html! { @if before != after { (speech.when(*before)) " → " } (speech.when(*after)) };
                Told::plain(Icon::Clock, verb(key, kind)).rest(rest)
            }
            Event::ActivityDone {
                activity, kind, subject, minutes, outcome: came, words, findings, ..
            } => {
                let length = speech.t_with("minutes", &[("minutes", (*minutes).into())]);
                // That it was done, the sentence says itself.
                let came = came.as_deref().filter(|key| *key != "done");
                let came = came.map(|key| lower(&outcome(key, speech))).unwrap_or_default();
                let parts = [self.with(*activity), self.quoted(subject), text(&length), text(&came)];
                let said = [words.trim(), findings.trim()].join("\n").trim().to_owned();
                let done = Told::plain(kind_icon(kind), verb("event-done", kind))
                    .rest(listed(parts.into_iter().flatten()));
                Told { tone: Tone::Green, said: Some(said), ..done }
            }
            Event::ActivityCancelled { activity, kind, subject } => {
                let rest = listed([self.with(*activity), self.quoted(subject)].into_iter().flatten());
                Told::plain(Icon::Cross, verb("event-cancelled", kind)).rest(rest)
            }
            _ => Told::plain(Icon::Info, String::new()),
        }
    }

    /// What an activity was called, beside its kind.
    fn quoted(&self, subject: &str) -> Option<Markup> {
        let words = || self.speech.t_with("event-subject", &[("subject", subject.into())]);
        (!subject.is_empty()).then(|| html! { (words()) })
    }

    /// With whom an activity is or was, unless this is their timeline.
    fn with(&self, activity: i64) -> Option<Markup> {
        let person = self.names.with.get(&activity)?;
        let is_here = matches!(self.of, Of::Person(id) if id == person.id);
        (!is_here).then(
            || html! { (self.speech.t("event-with")) " " (link(routes::person(person.id), &person.name)) },
        )
    }

    /// The record that it happened to, where that is not the one whose timeline this is.
    fn elsewhere(&self, happened: &Happened) -> Option<Markup> {
        let deal = |deal: &Link| link(routes::deal(deal.id), &deal.name);
        let person = |person: &Link| link(routes::person(person.id), &person.name);
        let company = |company: &Link| link(routes::company(company.id), &company.name);
        match self.of {
            Of::Deal(_) => None,
            Of::Company(_) => happened.deal.as_ref().map(deal).or(happened.person.as_ref().map(person)),
            Of::Person(_) => happened.deal.as_ref().map(deal).or(happened.company.as_ref().map(company)),
        }
    }

    fn who(&self, happened: &Happened) -> String {
        let speech = self.speech;
        let Some(by) = &happened.by else {
            return speech.t(match (happened.cause.as_str(), &happened.event) {
                ("import", _) => "by-import",
                (_, Event::CaseMoved { .. }) => "by-itself",
                _ => "by-server",
            });
        };
        let named = |key| speech.t_with(key, &[("name", by.name.as_str().into())]);
        match happened.cause.as_str() {
            "import" => named("by-import-of"),
            "token" => named("by-token-of"),
            _ => by.name.clone(),
        }
    }

    /// A day within a sentence.
    pub(super) fn day(&self, at: Timestamp) -> String {
        let on = self.speech.day_of(at);
        let day = self.speech.day(on);
        if on == self.speech.today() { lower(&day) } else { day }
    }

    pub(super) fn member(&self, id: i64) -> String {
        let name = self.names.members.get(&id).map(String::as_str).or_else(|| self.known.member(id));
        name.map_or_else(|| format!("#{id}"), str::to_owned)
    }
}

/// What was taken back, by the kind of its event.
fn undone(kind: &str) -> &'static str {
    match kind {
        "company-created" => "event-company",
        "person-created" => "event-person",
        "deal-created" => "event-deal",
        "archived" => "event-archived",
        "restored" => "event-restored",
        "deal-assigned" => "undone-assigned",
        "case-started" => "event-started",
        "case-moved" => "undone-moved",
        "activity-planned" => "undone-planned",
        "activity-moved" => "undone-rescheduled",
        "activity-done" => "undone-done",
        "activity-cancelled" => "undone-cancelled",
        "task-created" => "event-task",
        "task-done" => "event-task-done",
        "task-reopened" => "event-task-reopened",
        "note-written" => "event-note",
        "file-attached" => "event-file-attached",
        "file-described" => "event-file-described",
        "file-removed" => "event-file-removed",
        _ => "undone-changed",
    }
}

pub(super) fn link(address: String, name: &str) -> Markup {
    html! { a href=(address) { (name) } }
}

/// Text as a part of a list; none where there is none.
fn text(words: &str) -> Option<Markup> {
    (!words.is_empty()).then(|| html! { (words) })
}

/// Parts with commas between them.
pub(super) fn listed(parts: impl IntoIterator<Item = Markup>) -> Markup {
    html! { @for (place, part) in parts.into_iter().enumerate() { @if place > 0 { ", " } (part) } }
}

/// A title within a sentence.
fn lower(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
