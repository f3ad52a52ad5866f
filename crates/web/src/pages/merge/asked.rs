//! What two have changed at once, as the form asks about it: what stands now and since whom, beside what was typed.

use desk::look::{Kinds, Of, Timeline};
use maud::{Markup, html};
use sales::Event;

use super::{Merged, Part};
use crate::app::App;
use crate::posted::Form;
use crate::ui::{Icon, icon};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Events looked through for who was first.
const LATELY: i64 = 20;

/// A value of a control in words; none for one that nobody sees.
type Says<'a> = &'a (dyn Fn(&str, &str) -> Option<String> + Sync);

/// A part with what stands and what was typed.
struct Line {
    label: String,
    stands: String,
    /// "Ruth Sandys, today 10:05".
    since: Option<String>,
    typed: String,
}

/// The question that is put above the form.
pub struct Asked(Vec<Line>);

impl Asked {
    /// Finds who was first.
    ///
    /// # Errors
    /// What the desk says.
    pub async fn load(
        app: &App,
        visitor: &Visitor,
        of: Of,
        merged: &Merged,
        stands: &Form,
        says: Says<'_>,
    ) -> desk::Result<Asked> {
        let speech = &visitor.speech;
        let mut lines = Vec::new();
        for part in &merged.asked {
            lines.push(Line {
                label: speech.t(part.label),
                stands: words(part, stands, says, speech),
                since: first(app, visitor, of, part.fields)
                    .await?
                    .map(|(who, when)| format!("{who}, {when}")),
                typed: words(part, &merged.form, says, speech),
            });
        }
        Ok(Asked(lines))
    }

    pub fn show(&self, speech: &Speech) -> Markup {
        html! {
            section.error-summary tabindex="-1" data-focus="" role="alert" {
                h2 { (icon(Icon::Warning)) (speech.t("stale")) }
                table.compare {
                    thead { tr { td {} th scope="col" { (speech.t("stands-now")) } th scope="col" { (speech.t("you-typed")) } } }
                    tbody {
                        @for line in &self.0 {
                            tr {
                                th scope="row" { (line.label) }
                                td { (line.stands) @if let Some(since) = &line.since { br; small { (since) } } }
                                td { (line.typed) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn words(part: &Part, form: &Form, says: Says<'_>, speech: &Speech) -> String {
    let said = |row: Vec<String>| {
        let values = part.controls.iter().zip(row).filter(|(_, value)| !value.is_empty());
        values.filter_map(|(control, value)| says(control, &value)).collect::<Vec<_>>().join(" ")
    };
    let rows: Vec<String> = part.rows_of(form).into_iter().map(said).filter(|row| !row.is_empty()).collect();
    if rows.is_empty() { speech.t("changed-unset") } else { rows.join("; ") }
}

/// Who changed one of these fields last, and when.
///
/// # Errors
/// What the desk says.
pub async fn first(
    app: &App,
    visitor: &Visitor,
    of: Of,
    fields: &[&str],
) -> desk::Result<Option<(String, String)>> {
    let look = Timeline { of, kinds: Kinds::Changes, before: None, limit: LATELY };
    let lately = app.desk.read(visitor.actor(), look).await?;
    let touches = |event: &Event| match event {
        Event::DealChanged { changes }
        | Event::CompanyChanged { changes }
        | Event::PersonChanged { changes } => {
            changes.iter().any(|change| fields.contains(&change.field.as_str()))
        }
        _ => false,
    };
    let speech = &visitor.speech;
    Ok(lately.entries.iter().find(|entry| touches(&entry.event)).map(|entry| {
        let who = entry.by.as_ref().map_or_else(|| speech.t("by-server"), |by| by.name.clone());
        (who, speech.when(entry.at))
    }))
}
