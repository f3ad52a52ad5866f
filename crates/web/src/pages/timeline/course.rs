//! How a deal went on, told in the words of its process.

use std::collections::BTreeMap;

use desk::look::Entry as Happened;
use maud::html;
use process::{AskSpec, Definition, StateClass, Value};
use sales::Event;

use super::sentence::{Telling, Told};
use crate::pages::known::said;
use crate::ui::{Icon, Tone};

impl Telling<'_> {
    pub(super) fn course(&self, happened: &Happened) -> Told {
        let (speech, process) = (self.speech, happened.process.as_deref());
        let staged =
            |key: &str, stage: &str| speech.t_with(key, &[("stage", self.stage(process, stage).into())]);
        let named = |key: &str, id: i64| speech.t_with(key, &[("name", self.member(id).into())]);
        match &happened.event {
            Event::DealCreated { stage, .. } => {
                Told::plain(Icon::Plus, speech.t("event-deal")).rest(html! { (staged("event-in", stage)) })
            }
            Event::DealAssigned { from, to } => Told::plain(Icon::Person, named("event-assigned", *to))
                .rest(html! { (named("event-assigned-from", *from)) }),
            Event::CaseStarted { process: key, stage, .. } => {
                let title = process.map_or_else(|| key.clone(), |process| said(&process.title, speech));
                Told::plain(Icon::Flow, speech.t("event-started"))
                    .rest(html! { (title) " · " (staged("event-in", stage)) })
            }
            Event::CasePlaced { stage, entered_at, .. } => {
                let day = self.day(*entered_at);
                Told::plain(Icon::Flag, staged("event-placed", stage))
                    .rest(html! { (speech.t_with("event-since", &[("day", day.into())])) })
            }
            Event::CaseMoved { strand: Some(strand), move_key, to, answers, .. } => {
                self.strand(process, (strand, move_key, to), answers)
            }
            Event::CaseMoved { move_key, kind, from, to, answers, overridden, .. } => {
                let (icon, tone, key) = match kind.as_str() {
                    "return" => (Icon::Left, Tone::Accent, "event-returned"),
                    "amend" => (Icon::Pen, Tone::Accent, "event-amended"),
                    "fall_back" => (Icon::Left, Tone::Amber, "event-fell-back"),
                    "reopen" => (Icon::Undo, Tone::Accent, "event-reopened"),
                    "refusal" => (Icon::Right, Tone::Red, "event-moved"),
                    _ => (Icon::Right, Tone::Accent, "event-moved"),
                };
                let way = process.and_then(|process| process.movement(move_key));
                let asks = way.map(|way| way.asks.as_slice()).unwrap_or_default();
                let passed = overridden
                    .as_ref()
                    .map(|reason| speech.t_with("event-overridden", &[("reason", reason.as_str().into())]));
                let given = self.answers(asks, answers);
                let stayed = from == to;
                // A record that runs several says which.
                let beside =
                    happened.event.process().and(process).map(|process| said(&process.title, speech));
                Told {
                    tone,
                    said: Some(passed.into_iter().chain(given).collect::<Vec<_>>().join("\n")),
                    about: way.map(|way| said(&way.title, speech)),
                    ..Told::plain(icon, staged(key, to)).rest(html! {
                        @if !stayed { (staged("event-from", from)) }
                        @if let Some(title) = beside { " · " (title) }
                    })
                }
            }
            _ => Told::plain(Icon::Info, String::new()),
        }
    }

    /// A strand brought on: what it is and where it stands now.
    fn strand(
        &self,
        process: Option<&Definition>,
        (strand, move_key, to): (&str, &str, &str),
        answers: &BTreeMap<String, serde_json::Value>,
    ) -> Told {
        let known = process.and_then(|process| process.strand(strand));
        let state = known.and_then(|known| known.state(to));
        let title = known.map_or_else(|| strand.to_owned(), |known| said(&known.title, self.speech));
        let says = state.map_or_else(|| to.to_owned(), |state| said(&state.title, self.speech));
        let (icon, tone) = match state.map(|state| state.class) {
            Some(StateClass::Done) => (Icon::Check, Tone::Green),
            Some(StateClass::Failed) => (Icon::Cross, Tone::Red),
            _ => (Icon::Flow, Tone::Accent),
        };
        let way = process.and_then(|process| process.strand_move(move_key)).map(|(_, way)| way);
        let asks = way.map(|way| way.asks.as_slice()).unwrap_or_default();
        Told {
            tone,
            said: Some(self.answers(asks, answers).join("\n")),
            about: way.map(|way| said(&way.title, self.speech)),
            ..Told::plain(icon, title).rest(html! { (says) })
        }
    }

    fn stage(&self, process: Option<&Definition>, key: &str) -> String {
        let stage = process.and_then(|process| process.stage(key));
        stage.map_or_else(|| key.to_owned(), |stage| said(&stage.title, self.speech))
    }

    /// What was answered on the way, a line each: a reason by its title, a text as it was written.
    fn answers(&self, asks: &[AskSpec], answers: &BTreeMap<String, serde_json::Value>) -> Vec<String> {
        let speech = self.speech;
        let line = |(key, answer): (&String, &serde_json::Value)| {
            let answer = serde_json::from_value(answer.clone()).ok()?;
            let words = self.answer(key, answer)?;
            Some(match find(asks, key) {
                Some(AskSpec::OneOf { options, .. }) => {
                    let option = options.iter().find(|option| option.code == words);
                    option.map_or(words, |option| said(&option.title, speech))
                }
                Some(AskSpec::Field { title, .. }) => format!("{}: {words}", said(title, speech)),
                _ => words,
            })
        };
        answers.iter().filter_map(line).collect()
    }

    fn answer(&self, key: &str, answer: Value) -> Option<String> {
        let speech = self.speech;
        Some(match answer {
            Value::Absent => return None,
            Value::Bool(yes) => speech.t(if yes { "yes" } else { "no" }),
            Value::Int(number) => speech.number(number),
            Value::Money { minor, currency } => speech.money(minor, &currency),
            Value::Choice(code) if key == "type" => self.known.title("deal-type", &code),
            Value::Choice(code) if key == "source" => self.known.title("source", &code),
            Value::Text(words) | Value::Choice(words) => words,
            Value::Date(day) => speech.day(day),
            Value::Instant(at) => speech.when(at),
            Value::Many(items) => items.join(", "),
        })
    }
}

/// The ask of a key, also among those that an option brings.
fn find<'a>(asks: &'a [AskSpec], key: &str) -> Option<&'a AskSpec> {
    asks.iter().find(|ask| ask.key() == key).or_else(|| {
        asks.iter().find_map(|ask| match ask {
            AskSpec::OneOf { options, .. } => options.iter().find_map(|option| find(&option.asks, key)),
            _ => None,
        })
    })
}
