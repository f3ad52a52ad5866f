//! Questions on top of a draft, each answered in one click. Answers stay in the mapping.

use intake::{Preview, Question, ReasonCode};
use maud::{Markup, html};

use crate::routes;
use crate::ui::{Button, Edge, Field, Icon, Tone, strip};
use crate::visitor::Visitor;
use crate::words::Speech;

/// More at once would bury the columns.
const SHOWN: usize = 12;
/// More answers than these are chosen from a list.
const BUTTONS: usize = 3;

pub fn show(import: i64, preview: &Preview, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let more = preview.questions.len().saturating_sub(SHOWN);
    html! {
        @for (place, question) in preview.questions.iter().take(SHOWN).enumerate() {
            (one(import, place, question, visitor))
        }
        @if more > 0 { p.hint { (speech.t_with("import-more-questions", &[("count", more.into())])) } }
        @if let Some(rows) = without_client(preview) { (stand_in(import, rows, visitor)) }
    }
}

fn one(import: i64, place: usize, question: &Question, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (words, detail) = words(question, speech);
    let acts = html! { (answers(import, place, question, visitor)) (make(import, question, visitor)) };
    strip(Edge(Tone::Amber), Icon::Warning, &html! { (words) }, &detail, &acts)
}

fn words(question: &Question, speech: &Speech) -> (String, String) {
    let rows = question.rows();
    let column = question.column();
    let with = |key: &str, value: &str| {
        speech.t_with(key, &[("rows", rows.into()), ("column", column.into()), ("value", value.into())])
    };
    match question {
        Question::DateForm { examples, proven, .. } => {
            let proof = proven.as_ref().map(|form| {
                speech.t_with("import-ask-proven", &[("form", choice(question, form, speech).into())])
            });
            (with("import-ask-date", &examples.join(", ")), proof.unwrap_or_default())
        }
        Question::NumberForm { examples, .. } => {
            (with("import-ask-number", &examples.join(", ")), String::new())
        }
        Question::NearMatch { value, record, candidates, .. } => {
            let detail = candidates.first().map(|near| super::frame::said(&near.why, speech).to_owned());
            (with(&format!("import-ask-near-{}", record.name()), value), detail.unwrap_or_default())
        }
        Question::Stage { value, .. } => (with("import-ask-stage", value), String::new()),
    }
}

/// What may be chosen, the likeliest first.
fn options(question: &Question) -> Vec<String> {
    match question {
        Question::DateForm { options, proven, .. } => {
            let mut options = options.clone();
            options.sort_by_key(|option| Some(option) != proven.as_ref());
            options
        }
        Question::NumberForm { options, .. } | Question::Stage { options, .. } => options.clone(),
        Question::NearMatch { candidates, .. } => candidates.iter().map(|near| near.name.clone()).collect(),
    }
}

fn choice(question: &Question, option: &str, speech: &Speech) -> String {
    let key = match question {
        Question::DateForm { .. } if option.starts_with("day") => "import-day-first",
        Question::DateForm { .. } => "import-month-first",
        Question::NumberForm { .. } if option == "comma" => "import-comma",
        Question::NumberForm { .. } => "import-point",
        Question::NearMatch { .. } => return speech.t_with("import-use", &[("name", option.into())]),
        Question::Stage { .. } => return option.to_owned(),
    };
    speech.t(key)
}

fn answers(import: i64, place: usize, question: &Question, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let options = options(question);
    let Ok(json) = serde_json::to_string(question) else { return Markup::default() };
    let sure = matches!(question, Question::NearMatch { .. } | Question::DateForm { proven: Some(_), .. });
    html! {
        form.acts method="post" action=(routes::act(&routes::import(import), "answer")) {
            (visitor.token())
            input type="hidden" name="question" value=(json);
            @if options.len() > BUTTONS {
                @let listed = options.iter().map(|option| (option.clone(), choice(question, option, speech))).collect();
                (Field::select("choice", speech.t("import-choose"), listed).label_unseen()
                    .id(format!("choice-{place}")).show(speech))
                (Button::plain(speech.t("import-choose")).small().submit())
            } @else {
                @for (at, option) in options.iter().enumerate() {
                    @let label = choice(question, option, speech);
                    @let button = if at == 0 && sure { Button::main(label) } else { Button::plain(label) };
                    (button.small().submit_as("choice", option))
                }
            }
        }
    }
}

/// Names that are not known may be made, all of the column.
fn make(import: i64, question: &Question, visitor: &Visitor) -> Markup {
    let Question::NearMatch { file, column, value, .. } = question else { return Markup::default() };
    html! {
        form method="post" action=(routes::act(&routes::import(import), "make")) {
            (visitor.token())
            input type="hidden" name="file" value=(file);
            input type="hidden" name="column" value=(column);
            input type="hidden" name="value" value=(value);
            (Button::plain(visitor.speech.t("import-make")).small().submit())
        }
    }
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
    let acts = html! {
        form.acts method="post" action=(routes::act(&routes::import(import), "stand-in")) {
            (visitor.token())
            (Field::text("company", speech.t("import-stand-in")).label_unseen()
                .attr("placeholder", speech.t("import-stand-in")).required().show(speech))
            (Button::plain(speech.t("import-use-stand-in")).small().submit())
        }
    };
    let words = html! { (speech.t_with("import-ask-client", &[("rows", rows.into())])) };
    strip(Edge(Tone::Amber), Icon::Warning, &words, &speech.t("import-ask-client-detail"), &acts)
}
