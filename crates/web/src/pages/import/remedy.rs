//! One answer for all rows with the same reason.

use axum::extract::{Path, State};
use desk::import::{Remedy, Why, mend_all};
use intake::ReasonCode;
use maud::{Markup, html};
use sales::Fault;

use super::mend_list::{Asked, MendList, companies_offered, field};
use super::why;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go_saying;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field};
use crate::visitor::Visitor;
use crate::words::Speech;

/// So many words of a column are asked about at once.
const WORDS: usize = 5;

pub async fn mend(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error| Trouble::from(error).told(&visitor);
    let odd =
        |field: &str| told(desk::Error::field(field, Fault::Unknown { value: form.text(field).to_owned() }));
    let why = why::read(form.text("why")).ok_or_else(|| odd("why"))?;
    let remedy = remedy(&form).ok_or_else(|| odd("remedy"))?;
    if form.filled("value").is_none() && matches!(remedy, Remedy::Value(_) | Remedy::Means { .. }) {
        let asked = Asked { why: why::written(&why), ..Asked::default() };
        return Ok(go_saying(&visitor, &asked.address(id), "import-value-wanted", &[]));
    }
    let done = mend_all(&app.desk, visitor.actor(), id, why, remedy).await.map_err(told)?;
    let counts =
        [("imported", done.imported.into()), ("known", done.known.into()), ("still", done.still.into())];
    Ok(go_saying(&visitor, &routes::import(id), "import-mended-all", &counts))
}

fn remedy(form: &Form) -> Option<Remedy> {
    let value = || form.text("value").to_owned();
    Some(match form.text("remedy") {
        "value" => Remedy::Value(value()),
        "means" => Remedy::Means { word: form.text("word").to_owned(), means: value() },
        "make" => Remedy::Make,
        "day-first" => Remedy::DayFirst,
        "month-first" => Remedy::MonthFirst,
        "comma" => Remedy::Comma,
        "point" => Remedy::Point,
        _ => return None,
    })
}

/// What may be done with all rows of a reason; nothing where no one answer can fit.
pub fn show(list: &MendList<'_>, why: &Why, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let count = list.import.report.why.iter().find(|count| count.why == *why).map_or(0, |count| count.rows);
    let all = speech.t_with("import-all-at-once", &[("count", count.into())]);
    let choices = |choices: &[(&str, &str)]| {
        html! { @for (remedy, key) in choices { (button(remedy, key, speech)) } }
    };
    match (why.code, &why.column) {
        (ReasonCode::AmbiguousDate, Some(_)) => {
            let orders = [("day-first", "import-day-first"), ("month-first", "import-month-first")];
            form(list, why, &all, &choices(&orders), visitor)
        }
        (ReasonCode::AmbiguousNumber, Some(_)) => {
            form(list, why, &all, &choices(&[("comma", "import-comma"), ("point", "import-point")]), visitor)
        }
        (ReasonCode::NotFound, Some(header)) => html! {
            (form(list, why, &all, &button("make", "import-make-all", speech).show(), visitor))
            (words(list, why, header, visitor))
        },
        (ReasonCode::UnknownStage, Some(header)) => words(list, why, header, visitor),
        (ReasonCode::ClientMissing, _) => {
            let label = speech.t("import-stand-in");
            let company = Field::text("value", label.as_str()).attr("placeholder", label.as_str());
            let company = companies_offered(company.attr("autocomplete", "off"));
            form(
                list,
                why,
                &all,
                &value(company, "all-value", "value", "import-use-for-all", speech),
                visitor,
            )
        }
        (_, Some(header)) => {
            let typed = field(list, why.file, header);
            form(list, why, &all, &value(typed, "all-value", "value", "import-use-for-all", speech), visitor)
        }
        (_, None) => Markup::default(),
    }
}

fn form(list: &MendList<'_>, why: &Why, words: &str, body: &Markup, visitor: &Visitor) -> Markup {
    html! {
        form.remedy method="post" action=(routes::act(&routes::import(list.import.id), "mend")) {
            (visitor.token())
            input type="hidden" name="why" value=(why::written(why));
            b { (words) }
            (body)
        }
    }
}

fn button(remedy: &str, key: &str, speech: &Speech) -> Button {
    Button::plain(speech.t(key)).small().submit_as("remedy", remedy)
}

fn value(field: Field, id: &str, remedy: &str, key: &str, speech: &Speech) -> Markup {
    html! { (field.label_unseen().id(id).show(speech)) (button(remedy, key, speech)) }
}

/// The words of this page's rows that nobody knows here, each with what it may mean.
fn words(list: &MendList<'_>, why: &Why, header: &str, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let mut words: Vec<&str> = Vec::new();
    for word in list.seen.rows.iter().filter_map(|row| row.value(header)) {
        if !word.is_empty() && !words.contains(&word) && words.len() < WORDS {
            words.push(word);
        }
    }
    html! {
        @for (at, word) in words.iter().enumerate() {
            @let told = speech.t_with("import-word-means", &[("word", (*word).into())]);
            @let meaning = field(list, why.file, header);
            (form(list, why, &told, &html! {
                input type="hidden" name="word" value=(word);
                (value(meaning, &format!("means-{at}"), "means", "import-use-for-such", speech))
            }, visitor))
        }
    }
}
