//! The timeline of a client: a composer, filters, days.

use desk::look::{Cursor, Kinds, Of, Timeline, TimelineSeen};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;

use super::happened::{Names, entry};
use crate::app::App;
use crate::pages::known::Known;
use crate::routes;
use crate::ui::{Button, Entry, Field, Tab, panel, switch, timeline_day};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Entries of a page.
const ENTRIES: i64 = 40;

/// What the address says of the timeline.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Asked {
    /// `activities`, `changes`, or all.
    shown: String,
    /// Where the page before ended.
    before: String,
}

impl Asked {
    fn kinds(&self) -> Kinds {
        match self.shown.as_str() {
            "activities" => Kinds::Activities,
            "changes" => Kinds::Changes,
            _ => Kinds::All,
        }
    }
}

/// The panel; `here` is the record's page, `writes` whether notes may be added.
pub(in crate::pages) async fn timeline(
    app: &App,
    visitor: &Visitor,
    known: &Known,
    of: Of,
    here: &str,
    asked: &Asked,
    writes: bool,
) -> desk::Result<Markup> {
    let before = Some(asked.before.clone()).filter(|cursor| !cursor.is_empty()).map(Cursor);
    let look = Timeline { of, kinds: asked.kinds(), before, limit: ENTRIES };
    let TimelineSeen { entries, members, next } = app.desk.read(visitor.actor(), look).await?;
    let names = Names::load(app, visitor, known, members).await?;
    let speech = &visitor.speech;
    let days = by_day(entries.iter().map(|seen| entry(seen, &names)).collect(), speech);
    let older = next.map(|next| routes::query(here, &[("shown", &asked.shown), ("before", &next.0)]));
    let body = html! {
        @if writes { (composer(of, here, visitor)) }
        @if days.is_empty() { p.hint { (speech.t("happened-none")) } }
        @for (day, entries) in &days { (timeline_day(*day, entries, speech)) }
        @if let Some(address) = older { div.acts { (Button::plain(speech.t("happened-older")).href(address)) } }
    };
    let title = speech.t("happened-title");
    Ok(panel(&title, None, &switch(&title, &filters(here, asked, speech)), &body))
}

fn filters(here: &str, asked: &Asked, speech: &Speech) -> Vec<Tab> {
    let tab = |key: &str, label: String, kinds: Kinds| {
        Tab::new(label, routes::query(here, &[("shown", key)]), asked.kinds() == kinds)
    };
    vec![
        tab("", speech.t("happened-all"), Kinds::All),
        tab("activities", speech.t("happened-activities"), Kinds::Activities),
        tab("changes", speech.t("happened-changes"), Kinds::Changes),
    ]
}

fn composer(of: Of, here: &str, visitor: &Visitor) -> Markup {
    let (name, id) = match of {
        Of::Deal(id) => ("deal", id),
        Of::Company(id) => ("company", id),
        Of::Person(id) => ("person", id),
    };
    let speech = &visitor.speech;
    html! {
        form.composer method="post" action=(routes::NOTES) data-kept="" data-ctrl-enter="" {
            (visitor.token())
            input type="hidden" name=(name) value=(id);
            input type="hidden" name="back" value=(here);
            (Field::area("body", speech.t("happened-note"), 1).label_unseen().required()
                .attr("placeholder", speech.t("happened-note-placeholder")).attr("data-key", "n").show(speech))
            (Button::plain(speech.t("happened-note-send")).small().submit())
        }
    }
}

/// Entries under the days of the reader's zone, in their order.
fn by_day(entries: Vec<Entry>, speech: &Speech) -> Vec<(Date, Vec<Entry>)> {
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
