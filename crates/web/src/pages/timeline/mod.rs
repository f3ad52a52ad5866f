//! What happened to a deal, a company or a person: a composer, filters, days of sentences, the newest first.

mod change;
mod composer;
mod course;
mod sentence;

use desk::look::{Cursor, Kinds, Of, TimelineSeen};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;

use self::sentence::Telling;
use crate::app::App;
use crate::pages::known::Known;
use crate::routes;
use crate::ui::{Button, Entry, Tab, panel, switch, timeline_day};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Entries at a time.
const ENTRIES: i64 = 20;

/// What the address says of the timeline.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Asked {
    /// `activities`, `changes`, or all.
    show: String,
    /// Where the entries before ended.
    before: String,
}

impl Asked {
    fn kinds(&self) -> Kinds {
        match self.show.as_str() {
            "activities" => Kinds::Activities,
            "changes" => Kinds::Changes,
            _ => Kinds::All,
        }
    }
}

/// The timeline of a record as one page of it was read.
pub(in crate::pages) struct Timeline {
    of: Of,
    asked: Asked,
    seen: TimelineSeen,
}

impl Timeline {
    /// Reads what is asked for.
    ///
    /// # Errors
    /// What the desk says; a record out of reach is not found.
    pub(in crate::pages) async fn load(
        app: &App,
        visitor: &Visitor,
        of: Of,
        asked: Asked,
    ) -> desk::Result<Timeline> {
        let before = Some(asked.before.clone()).filter(|cursor| !cursor.is_empty()).map(Cursor);
        let look = desk::look::Timeline { of, kinds: asked.kinds(), before, limit: ENTRIES };
        Ok(Timeline { of, asked, seen: app.desk.read(visitor.actor(), look).await? })
    }

    /// Whether a script asks for earlier entries alone, to put them under those it has.
    pub(in crate::pages) fn goes_on(&self, visitor: &Visitor) -> bool {
        visitor.fragment && !self.asked.before.is_empty()
    }

    /// The panel; `writes` is whether the visitor may add to the record.
    pub(in crate::pages) fn panel(&self, known: &Known, writes: bool, visitor: &Visitor) -> Markup {
        let speech = &visitor.speech;
        let title = speech.t("timeline");
        let body = html! {
            @if writes { (composer::composer(self.of, visitor)) }
            (self.entries(known, writes, visitor))
        };
        html! {
            div #timeline { (panel(&title, None, &switch(&title, &self.filters(speech)), &body)) }
        }
    }

    /// Days of entries, and the way to the earlier ones; `writes` as in [`Timeline::panel`].
    pub(in crate::pages) fn entries(&self, known: &Known, writes: bool, visitor: &Visitor) -> Markup {
        let (speech, csrf) = (&visitor.speech, &visitor.signed.csrf);
        let acts = self.seen.entries.iter().filter_map(|happened| happened.act);
        let telling =
            Telling { of: self.of, names: &self.seen.names, known, speech, writes, acts: acts.collect() };
        let days = by_day(self.seen.entries.iter().map(|happened| telling.entry(happened)), speech);
        let earlier =
            self.seen.next.as_ref().map(|next| {
                routes::query(&page(self.of), &[("show", &self.asked.show), ("before", &next.0)])
            });
        html! {
            @if days.is_empty() { p.hint { (speech.t("timeline-none")) } }
            @for (day, entries) in &days { (timeline_day(*day, entries, csrf, speech)) }
            @if let Some(address) = earlier {
                div.more-entries {
                    (Button::quiet(speech.t("earlier")).small().href(&address).attr("data-hx-get", &address)
                        .attr("data-hx-target", "closest .more-entries").attr("data-hx-swap", "outerHTML"))
                }
            }
        }
    }

    fn filters(&self, speech: &Speech) -> [Tab; 3] {
        let tab = |show: &str, label: String, kinds: Kinds| {
            let address = format!("{}#timeline", routes::query(&page(self.of), &[("show", show)]));
            Tab::new(label, address, self.asked.kinds() == kinds)
        };
        [
            tab("", speech.t("timeline-all"), Kinds::All),
            tab("activities", speech.t("timeline-activities"), Kinds::Activities),
            tab("changes", speech.t("timeline-changes"), Kinds::Changes),
        ]
    }
}

/// The record's own page.
fn page(of: Of) -> String {
    match of {
        Of::Deal(id) => routes::deal(id),
        Of::Company(id) => routes::company(id),
        Of::Person(id) => routes::person(id),
    }
}

/// Entries under the days of the reader's zone, in their order.
fn by_day(entries: impl Iterator<Item = Entry>, speech: &Speech) -> Vec<(Date, Vec<Entry>)> {
    let mut days: Vec<(Date, Vec<Entry>)> = Vec::new();
    for entry in entries {
        let on = speech.day_of(entry.at);
        match days.last_mut().filter(|(day, _)| *day == on) {
            Some((_, entries)) => entries.push(entry),
            None => days.push((on, vec![entry])),
        }
    }
    days
}
