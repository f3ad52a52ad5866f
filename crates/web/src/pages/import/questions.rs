//! Questions on top of a draft, each answered in one click. Answers stay in the mapping.

use desk::import::ProcessPlaces;
use intake::{FilePreview, Preview, Question, ReasonCode};
use maud::{Markup, html};

use super::columns::mapping_of;
use super::draft::Draft;
use super::frame::said;
use super::replies::replies;
use crate::pages::known;
use crate::routes;
use crate::ui::{Button, Edge, Field, Icon, Tone, strip};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Shown at once: more would bury the columns.
const FIRST: usize = 12;
/// Shown on demand; what is behind them comes when these are answered.
const MOST: usize = 200;

pub fn show(draft: &Draft<'_>, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let all = &draft.preview.questions;
    let first = &all[..all.len().min(FIRST)];
    let rest = &all[first.len()..all.len().min(MOST)];
    html! {
        @for (place, question) in first.iter().enumerate() { (one(draft, place, question, visitor)) }
        @if !rest.is_empty() {
            details.more-questions {
                summary.button { (speech.t_with("import-more-questions", &[("count", (all.len() - FIRST).into())])) }
                div.stack {
                    @for (at, question) in rest.iter().enumerate() {
                        (one(draft, FIRST + at, question, visitor))
                    }
                    @if all.len() > MOST {
                        p.hint {
                            (speech.t_with("import-still-more-questions", &[("count", (all.len() - MOST).into())]))
                        }
                    }
                }
            }
        }
        @if let Some(rows) = without_client(&draft.preview) { (stand_in(draft.import.id, rows, visitor)) }
    }
}

fn one(draft: &Draft<'_>, place: usize, question: &Question, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (words, detail) = words(question, draft, speech);
    let acts = replies(draft, place, question, visitor);
    strip(Edge(Tone::Amber), Icon::Warning, &html! { b { (words) } }, &detail, &acts)
}

fn words(question: &Question, draft: &Draft<'_>, speech: &Speech) -> (String, String) {
    let (rows, column) = (question.rows(), question.column());
    let with = |key: &str, value: &str| {
        speech.t_with(key, &[("rows", rows.into()), ("column", column.into()), ("value", value.into())])
    };
    match question {
        Question::DateForm { examples, proven, .. } => {
            let proof = proven.as_ref().map(|form| {
                speech.t_with("import-ask-proven", &[("form", choice(question, form, draft, speech).into())])
            });
            (with("import-ask-date", &examples.join(", ")), proof.unwrap_or_default())
        }
        Question::NumberForm { examples, .. } => {
            (with("import-ask-number", &examples.join(", ")), String::new())
        }
        Question::NearMatch { value, record, candidates, .. } => {
            let why = candidates.first().map(|near| {
                let told = [("name", near.name.as_str().into()), ("why", said(&near.why, speech).into())];
                speech.t_with("import-ask-near-why", &told)
            });
            let detail = why.unwrap_or_else(|| speech.t("import-ask-near-none"));
            (with(&format!("import-ask-near-{}", record.name()), value), detail)
        }
        Question::Stage { value, .. } => (with("import-ask-stage", value), String::new()),
    }
}

/// An option in words.
pub fn choice(question: &Question, option: &str, draft: &Draft<'_>, speech: &Speech) -> String {
    let key = match question {
        Question::DateForm { .. } if option.starts_with("day") => "import-day-first",
        Question::DateForm { .. } => "import-month-first",
        Question::NumberForm { .. } if option == "comma" => "import-comma",
        Question::NumberForm { .. } => "import-point",
        Question::NearMatch { .. } => return speech.t_with("import-use", &[("name", option.into())]),
        Question::Stage { file, .. } => return stage_title(draft, *file, option, speech),
    };
    speech.t(key)
}

/// A stage by its title in the process that the file names.
fn stage_title(draft: &Draft<'_>, file: usize, key: &str, speech: &Speech) -> String {
    let of_file = |preview: &&FilePreview| preview.file == file;
    let preview = draft.preview.files.iter().find(of_file);
    let mapping = preview.and_then(|preview| mapping_of(draft.mapping.as_ref(), preview));
    let process = mapping.and_then(|mapping| mapping.process.as_deref());
    let used = |place: &&ProcessPlaces| process.is_none_or(|process| place.process == process);
    let place = draft.places.iter().find(used);
    let stage = place.and_then(|place| place.stages.iter().find(|(stage, _)| stage == key));
    stage.map_or_else(|| key.to_owned(), |(_, title)| known::said(title, speech))
}

/// Rows of deals that name no client.
fn without_client(preview: &Preview) -> Option<u64> {
    let reasons = preview.files.iter().flat_map(|file| &file.reasons);
    let rows: u64 =
        reasons.filter(|reason| reason.code == ReasonCode::ClientMissing).map(|reason| reason.rows).sum();
    (rows > 0).then_some(rows)
}

/// They stay to mend, or get one company that stands in.
fn stand_in(import: i64, rows: u64, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let address = routes::act(&routes::import(import), "stand-in");
    let acts = html! {
        form.acts method="post" action=(address) data-hx-post=(address) data-hx-target="#draft" data-hx-swap="outerHTML" {
            (visitor.token())
            (Field::text("company", speech.t("import-stand-in")).label_unseen()
                .attr("placeholder", speech.t("import-stand-in")).attr("autocomplete", "off").required().show(speech))
            (Button::plain(speech.t("import-use-stand-in")).small().submit())
        }
    };
    let words = html! { b { (speech.t_with("import-ask-client", &[("rows", rows.into())])) } };
    strip(Edge(Tone::Amber), Icon::Warning, &words, &speech.t("import-ask-client-detail"), &acts)
}
