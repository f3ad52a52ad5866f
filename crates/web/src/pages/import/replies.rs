//! The buttons of a question.

use intake::{Question, Record};
use maud::{Markup, html};

use super::draft::Draft;
use super::questions::choice;
use crate::routes;
use crate::ui::{Button, Field};
use crate::visitor::Visitor;

/// More answers than these are chosen from a list.
const BUTTONS: usize = 3;

/// All that can be answered: the options, a new record of this name, another one that is there.
pub fn replies(draft: &Draft<'_>, place: usize, question: &Question, visitor: &Visitor) -> Markup {
    let Ok(json) = serde_json::to_string(question) else { return Markup::default() };
    let near = matches!(question, Question::NearMatch { .. });
    html! {
        (form(draft, "answer", visitor, &html! {
            input type="hidden" name="question" value=(json);
            (offered(draft, place, question, visitor))
        }))
        @if near {
            (make(draft, question, visitor))
            details.other-name {
                summary.button.quiet.small { (visitor.speech.t("import-other")) }
                (form(draft, "answer", visitor, &html! {
                    input type="hidden" name="question" value=(json);
                    (other(place, visitor))
                }))
            }
        }
    }
}

fn form(draft: &Draft<'_>, act: &str, visitor: &Visitor, body: &Markup) -> Markup {
    let address = routes::act(&routes::import(draft.import.id), act);
    html! {
        form.acts method="post" action=(address) data-hx-post=(address) data-hx-target="#draft" data-hx-swap="outerHTML" {
            (visitor.token())
            (body)
        }
    }
}

fn offered(draft: &Draft<'_>, place: usize, question: &Question, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let options = options(question);
    let told = |option: &String| choice(question, option, draft, speech);
    let sure = matches!(question, Question::NearMatch { .. } | Question::DateForm { proven: Some(_), .. });
    html! {
        @if options.len() > BUTTONS {
            @let listed = options.iter().map(|option| (option.clone(), told(option))).collect();
            (Field::select("choice", speech.t("import-choose"), listed).label_unseen()
                .id(format!("choice-{place}")).show(speech))
            (Button::plain(speech.t("import-choose")).small().submit())
        } @else {
            @for (at, option) in options.iter().enumerate() {
                @let button = if at == 0 && sure { Button::main(told(option)) } else { Button::plain(told(option)) };
                (button.small().submit_as("choice", option))
            }
        }
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

/// Names that are not known may be made, all of the column.
fn make(draft: &Draft<'_>, question: &Question, visitor: &Visitor) -> Markup {
    let Question::NearMatch { file, column, value, record, candidates, .. } = question else {
        return Markup::default();
    };
    // Products whose names differ in spaces and signs alone are the same product.
    if *record == Record::Product && candidates.first().is_some_and(|near| near.score >= 1.0) {
        return Markup::default();
    }
    let same = |other: &&Question| matches!(other, Question::NearMatch { file: f, column: c, .. } if f == file && c == column);
    let count = draft.preview.questions.iter().filter(same).count();
    let label = visitor.speech.t_with("import-make", &[("count", count.into())]);
    form(
        draft,
        "make",
        visitor,
        &html! {
            input type="hidden" name="file" value=(file);
            input type="hidden" name="column" value=(column);
            input type="hidden" name="value" value=(value);
            (Button::plain(label).small().submit())
        },
    )
}

/// A name that is here under quite another spelling.
fn other(place: usize, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let label = speech.t("import-other-name");
    html! {
        (Field::text("other", label.as_str()).label_unseen().id(format!("other-{place}"))
            .attr("placeholder", label.as_str()).attr("autocomplete", "off").required().show(speech))
        (Button::plain(speech.t("import-use-other")).small().submit())
    }
}
