//! What took place: when, with whom, what came of it.

use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};
use sales::activity::OUTCOMES;
use sales::{Fault, FieldError};

use super::step::set;
use crate::faults::Faults;
use crate::pages::moment;
use crate::posted::Form;
use crate::ui::{Choice, Field, choices};
use crate::words::Speech;

/// The longest an activity may be logged to have taken, in minutes: two days.
const MOST_MINUTES: i64 = 2 * 24 * 60;

/// Fields of this part: `on_day`, `started`, `minutes`, `outcome`, `words`, `findings`.
pub struct Taken {
    pub started_at: Timestamp,
    pub ended_at: Timestamp,
    pub outcome: Option<String>,
    pub words: String,
    pub findings: String,
}

/// Fills what is empty: it began so long ago.
pub fn prefill(form: &mut Form, started: Timestamp, minutes: i64, speech: &Speech) {
    set(form, "on_day", &moment::typed_day(started, speech));
    set(form, "started", &moment::typed_time(started, speech));
    set(form, "minutes", &minutes.to_string());
}

pub fn read(form: &Form, faults: &mut Vec<FieldError>, speech: &Speech) -> Option<Taken> {
    let day = form.text("on_day");
    if moment::day(day).is_none() {
        faults.push(FieldError::new("on_day", Fault::NotADate));
    }
    let started_at = moment::at(day, form.text("started"), speech);
    if started_at.is_none() && moment::day(day).is_some() {
        faults.push(FieldError::new("started", Fault::NotATime));
    }
    let minutes = form.id("minutes").filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
    if minutes.is_none() {
        faults.push(FieldError::new("minutes", Fault::NotANumber));
    }
    let (started_at, minutes) = (started_at?, minutes?);
    Some(Taken {
        started_at,
        ended_at: started_at.checked_add(minutes.minutes()).ok()?,
        outcome: form.owned("outcome"),
        words: form.text("words").to_owned(),
        findings: form.text("findings").to_owned(),
    })
}

/// When it was, in one row.
pub fn times(form: &Form, faults: &Faults, people: &[(String, String)], speech: &Speech) -> Markup {
    let mut options = people.to_vec();
    options.insert(0, (String::new(), speech.t("nobody-named")));
    let one =
        |input: Field, name: &str| input.value(form.text(name)).error(faults.at(name, speech)).show(speech);
    html! {
        div.fields-row {
            @if !people.is_empty() { (one(Field::select("with", speech.t("field-with"), options), "with")) }
            (one(Field::day("on_day", speech.t("field-day")), "on_day"))
            (one(Field::input("time", "started", speech.t("field-started")), "started"))
            (one(Field::input("number", "minutes", speech.t("field-minutes")).attr("min", "1"), "minutes"))
        }
    }
}

/// What came of it. A discovery is asked for its findings at once.
pub fn result(form: &Form, faults: &Faults, kind: &str, speech: &Speech) -> Markup {
    let area = |name: &str, label: String| {
        Field::area(name, label, 3)
            .optional()
            .value(form.text(name))
            .error(faults.at(name, speech))
            .show(speech)
    };
    let findings = area("findings", speech.t("field-findings"));
    html! {
        div #outcome { (choices("outcome", &speech.t("field-outcome"), &outcomes(speech), form.filled("outcome"))) }
        (area("words", speech.t("field-said")))
        @if kind.ends_with("discovery") || !form.text("findings").is_empty() { (findings) }
        @else { details.more { summary { (speech.t("field-findings")) } (findings) } }
    }
}

fn outcomes(speech: &Speech) -> Vec<Choice> {
    let choice = |key: &&str| Choice { value: (*key).to_owned(), label: outcome(key, speech), icon: None };
    OUTCOMES.iter().map(choice).collect()
}

/// An outcome in words.
pub fn outcome(key: &str, speech: &Speech) -> String {
    speech.t(&format!("outcome-{key}"))
}
