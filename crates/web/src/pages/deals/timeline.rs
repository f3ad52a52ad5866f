//! What happened to a record, in sentences.

use std::collections::BTreeMap;

use desk::look::{Entry as Happened, TimelineSeen};
use jiff::civil::Date;
use maud::{Markup, html};
use process::Words;
use sales::Event;
use sales::event::Change;
use serde_json::Value;

use crate::pages::activities::outcome;
use crate::pages::known::{Known, kind_icon, said};
use crate::routes;
use crate::ui::{Entry, Icon, Tone, timeline_day};
use crate::words::Speech;

/// The words that events are told in.
pub struct Telling<'a> {
    pub known: &'a Known,
    /// Titles of stages by key.
    pub stages: &'a BTreeMap<String, Words>,
    /// Titles of moves by key.
    pub moves: &'a BTreeMap<String, Words>,
    pub currency: &'a str,
    pub speech: &'a Speech,
}

impl Telling<'_> {
    /// Days of entries, the newest first.
    pub fn days(&self, seen: &TimelineSeen) -> Markup {
        let mut days: Vec<(Date, Vec<Entry>)> = Vec::new();
        for happened in &seen.entries {
            let (day, entry) = (self.speech.day_of(happened.at), self.entry(happened, seen));
            match days.last_mut() {
                Some((last, entries)) if *last == day => entries.push(entry),
                _ => days.push((day, vec![entry])),
            }
        }
        html! { @for (day, entries) in &days { (timeline_day(*day, entries, self.speech)) } }
    }

    fn entry(&self, happened: &Happened, seen: &TimelineSeen) -> Entry {
        let mut entry = Entry {
            id: format!("event-{}", happened.id),
            at: happened.at,
            icon: Icon::Info,
            tone: Tone::Plain,
            verb: String::new(),
            rest: Markup::default(),
            said: None,
            about: self.who(happened),
        };
        self.tell(&mut entry, &happened.event, happened, seen);
        entry
    }

    fn who(&self, happened: &Happened) -> String {
        let by = happened.by.as_ref().map(|link| link.name.clone());
        match (by, happened.cause.as_str()) {
            (Some(name), "import") => self.speech.t_with("by-import-of", &[("name", name.into())]),
            (Some(name), _) => name,
            (None, "import") => self.speech.t("by-import"),
            (None, _) => self.speech.t("by-server"),
        }
    }

    fn tell(&self, entry: &mut Entry, event: &Event, happened: &Happened, seen: &TimelineSeen) {
        let speech = self.speech;
        let mut set = |icon: Icon, tone: Tone, verb: String| {
            entry.icon = icon;
            entry.tone = tone;
            entry.verb = verb;
        };
        let text = |words: String| html! { (words) };
        match event {
            Event::CompanyCreated { name } | Event::PersonCreated { name } => {
                set(Icon::Plus, Tone::Plain, speech.t("event-created"));
                entry.rest = text(name.clone());
            }
            Event::DealCreated { name, .. } => {
                set(Icon::Plus, Tone::Accent, speech.t("event-deal-created"));
                entry.rest = self.deal_link(happened).unwrap_or_else(|| text(name.clone()));
            }
            Event::CompanyChanged { changes }
            | Event::PersonChanged { changes }
            | Event::DealChanged { changes } => {
                set(Icon::Pen, Tone::Plain, speech.t("event-changed"));
                entry.rest = self.changes(changes, seen);
            }
            Event::Archived { .. } => set(Icon::Bin, Tone::Plain, speech.t("event-archived")),
            Event::Restored { .. } => set(Icon::Undo, Tone::Plain, speech.t("event-restored")),
            Event::DealAssigned { from, to } => {
                set(Icon::Person, Tone::Plain, speech.t("event-assigned"));
                entry.rest = html! { (self.member(*from, seen)) " → " (self.member(*to, seen)) };
            }
            Event::CaseMoved { .. } | Event::CasePlaced { .. } => self.moved(entry, event),
            Event::ActivityPlanned { kind, subject, starts_at, ends_at, by_process, .. } => {
                let what = self.known.activity(kind, subject);
                set(Icon::Calendar, Tone::Plain, speech.t_with("event-planned", &[("what", what.into())]));
                entry.rest = text(speech.span(*starts_at, *ends_at));
                if *by_process {
                    entry.about = speech.t("by-process");
                }
            }
            Event::ActivityMoved { kind, before, after, postponed, .. } => {
                let key = if *postponed { "event-put-off" } else { "event-brought-forward" };
                set(Icon::Clock, Tone::Plain, speech.t_with(key, &[("what", self.known.kind(kind).into())]));
                entry.rest = html! { (speech.when(*before)) " → " (speech.when(*after)) };
            }
            Event::ActivityDone { .. } => self.done(entry, event, happened),
            Event::ActivityCancelled { kind, subject, .. } => {
                let what = self.known.activity(kind, subject);
                set(Icon::Cross, Tone::Plain, speech.t_with("event-cancelled", &[("what", what.into())]));
            }
            Event::TaskCreated { title, due_at, by_process, .. } => {
                set(Icon::Task, Tone::Plain, speech.t("event-task"));
                let due = due_at.map(|at| speech.day(speech.day_of(at)));
                entry.rest = html! { (title) @if let Some(day) = due { ", " (speech.t_with("due", &[("day", day.into())])) } };
                if *by_process {
                    entry.about = speech.t("by-process");
                }
            }
            Event::TaskDone { title, .. } => {
                set(Icon::Task, Tone::Green, speech.t("event-task-done"));
                entry.rest = text(title.clone());
            }
            Event::TaskReopened { title, .. } => {
                set(Icon::Undo, Tone::Plain, speech.t("event-task-reopened"));
                entry.rest = text(title.clone());
            }
            Event::NoteWritten { body, .. } => {
                set(Icon::Note, Tone::Plain, speech.t("event-note"));
                entry.said = Some(body.clone());
            }
            Event::ImportFinished { title, .. } => {
                set(Icon::Import, Tone::Plain, speech.t("event-import"));
                entry.rest = text(title.clone());
            }
            Event::ImportUndone { title, .. } => {
                set(Icon::Undo, Tone::Plain, speech.t("event-import-undone"));
                entry.rest = text(title.clone());
            }
        }
    }

    fn moved(&self, entry: &mut Entry, event: &Event) {
        let speech = self.speech;
        match event {
            Event::CaseMoved { move_key, kind, from, to, answers, overridden, .. } => {
                entry.icon = if kind == "return" { Icon::Left } else { Icon::Right };
                entry.tone = if kind == "refusal" { Tone::Red } else { Tone::Accent };
                entry.verb = speech.t_with("event-moved", &[("stage", self.stage(to).into())]);
                entry.rest = html! { (speech.t_with("from-stage", &[("stage", self.stage(from).into())])) };
                let given: Vec<String> =
                    answers.values().filter_map(Value::as_str).map(str::to_owned).collect();
                let words = overridden
                    .as_ref()
                    .map(|reason| speech.t_with("event-overridden", &[("reason", reason.as_str().into())]));
                entry.said = words.or_else(|| (!given.is_empty()).then(|| given.join(". ")));
                if let Some(title) = self.moves.get(move_key) {
                    entry.about = format!("{} · {}", said(title, speech), entry.about);
                }
            }
            Event::CasePlaced { stage, entered_at, .. } => {
                entry.icon = Icon::Flag;
                entry.verb = speech.t_with("event-placed", &[("stage", self.stage(stage).into())]);
                entry.rest = html! { (speech.day(speech.day_of(*entered_at))) };
            }
            _ => {}
        }
    }

    fn done(&self, entry: &mut Entry, event: &Event, happened: &Happened) {
        let Event::ActivityDone { kind, subject, minutes, outcome: came, words, findings, .. } = event else {
            return;
        };
        let speech = self.speech;
        entry.icon = kind_icon(kind);
        entry.tone = Tone::Green;
        entry.verb = self.known.activity(kind, subject);
        let with = happened.person.as_ref().map(|person| (routes::person(person.id), person.name.clone()));
        let length = speech.t_with("minutes", &[("minutes", (*minutes).into())]);
        let result = came.as_deref().map(|key| outcome(key, speech));
        entry.rest = html! {
            @if let Some((href, name)) = with { a href=(href) { (name) } ", " }
            (length) @if let Some(result) = result { ", " (result) }
        };
        let said: Vec<&str> =
            [words.as_str(), findings.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
        entry.said = (!said.is_empty()).then(|| said.join("\n"));
    }

    fn stage(&self, key: &str) -> String {
        self.stages.get(key).map_or_else(|| key.to_owned(), |title| said(title, self.speech))
    }

    fn deal_link(&self, happened: &Happened) -> Option<Markup> {
        let deal = happened.deal.as_ref()?;
        Some(html! { a href=(routes::deal(deal.id)) { (deal.name) } })
    }

    fn member(&self, id: i64, seen: &TimelineSeen) -> String {
        let name = seen.members.get(&id).map(String::as_str).or_else(|| self.known.member(id));
        name.map_or_else(|| format!("#{id}"), str::to_owned)
    }

    fn changes(&self, changes: &[Change], seen: &TimelineSeen) -> Markup {
        html! {
            @for (place, change) in changes.iter().enumerate() {
                @if place > 0 { "; " }
                (self.field(&change.field))
                @if let (Some(before), Some(after)) = (self.value(change, &change.before, seen), self.value(change, &change.after, seen)) {
                    " " (before) " → " (after)
                }
            }
        }
    }

    fn field(&self, field: &str) -> String {
        let name = field.strip_suffix("_id").unwrap_or(field).replace('_', "-");
        match field {
            "name" => self.speech.t("field-deal-name"),
            _ => self.speech.t(&format!("field-{name}")),
        }
    }

    /// A value in words; none where it says nothing to a reader, such as a list or another record's number.
    fn value(&self, change: &Change, value: &Value, seen: &TimelineSeen) -> Option<String> {
        let speech = self.speech;
        let number = value.as_i64();
        Some(match (change.field.as_str(), value) {
            (_, Value::Null) => "–".to_owned(),
            ("amount" | "recurring", _) => speech.money(number?, self.currency),
            ("owner_id" | "engineer_id", _) => self.member(number?, seen),
            ("company_id" | "person_id" | "parent_id", _) => return None,
            ("type", Value::String(key)) => self.known.title("deal-type", key),
            ("source", Value::String(key)) => self.known.title("source", key),
            ("description", _) => return None,
            ("expected_close_on", Value::String(day)) => {
                day.parse().map_or_else(|_| day.clone(), |day| speech.day(day))
            }
            (_, Value::String(text)) => text.clone(),
            (_, Value::Number(number)) => number.to_string(),
            (_, Value::Bool(true)) => speech.t("yes"),
            (_, Value::Bool(false)) => speech.t("no"),
            _ => return None,
        })
    }
}
