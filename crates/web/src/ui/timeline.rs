//! What happened, by day, newest first: an icon, a sentence that begins with the verb, the words said.

use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use super::chip::{Tone, chip};
use super::icon::{Icon, icon};
use super::menu::{MenuItem, menu};
use crate::words::Speech;

/// One event as a reader sees it.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: String,
    pub at: Timestamp,
    pub icon: Icon,
    pub tone: Tone,
    /// "Sales discovery held".
    pub verb: String,
    /// "with Tom Keller and Ruth Sandys, 70 min", links and chips in it.
    pub rest: Markup,
    /// What was said, in a quiet box.
    pub said: Option<String>,
    /// Who, and what came of it.
    pub about: String,
    /// It was taken back: the words that say so.
    pub undone: Option<String>,
    /// What may be done about it.
    pub acts: Vec<MenuItem>,
}

/// A day's entries under its heading.
#[must_use]
pub fn timeline_day(on: Date, entries: &[Entry], csrf: &str, speech: &Speech) -> Markup {
    html! {
        section.timeline-day {
            h3 { time datetime=(on) { (speech.day_heading(on)) } }
            ol role="list" { @for entry in entries { (row(entry, csrf, speech)) } }
        }
    }
}

fn row(entry: &Entry, csrf: &str, speech: &Speech) -> Markup {
    html! {
        li.entry id=(entry.id) data-undone[entry.undone.is_some()] {
            span.entry-icon data-tone=(entry.tone.name()) { (icon(entry.icon)) }
            div.entry-words {
                p {
                    b { (entry.verb) } " " (entry.rest)
                    @if let Some(words) = &entry.undone { " " (chip(Tone::Plain, Some(Icon::Undo), words)) }
                }
                @if let Some(said) = &entry.said { blockquote { (said) } }
                @if !entry.about.is_empty() { small { (entry.about) } }
            }
            @if !entry.acts.is_empty() { (menu(&speech.t("more-acts"), &entry.acts, csrf)) }
            time.entry-time datetime=(entry.at) title=(speech.when_full(entry.at)) { (speech.time(entry.at)) }
        }
    }
}
