//! The part of a form that plans an activity: kind, day, from, to, who. It stands alone when something is planned,
//! and at the end of another form as its next step.

use desk::look::FreeSlot;
use jiff::Timestamp;
use maud::{Markup, html};
use sales::activity::ActivityFields;
use sales::{Fault, FieldError};

use crate::app::App;
use crate::faults::Faults;
use crate::pages::known::Known;
use crate::pages::moment;
use crate::posted::Form;
use crate::ui::{Field, Icon, choices, icon};
use crate::visitor::Visitor;
use crate::words::Speech;

/// How long an activity is offered to take, in minutes.
const USUAL_MINUTES: i64 = 30;

/// A planned activity in a form. Its fields are named `<prefix>_kind`, `<prefix>_day` and so on.
pub struct Step {
    pub prefix: String,
    /// Its heading.
    pub title: String,
    /// A grey word beside the heading.
    pub about: String,
    /// It must be given; else nothing may be chosen.
    pub required: bool,
    /// The kinds that may be planned; empty is all.
    pub kinds: Vec<String>,
}

impl Step {
    /// The next step of a record.
    pub fn next(required: bool, speech: &Speech) -> Step {
        let about = if required { speech.t("next-step-always") } else { speech.t("optional") };
        Step { prefix: "next".to_owned(), title: speech.t("next-step"), about, required, kinds: Vec::new() }
    }

    fn name(&self, field: &str) -> String {
        format!("{}_{field}", self.prefix)
    }

    /// Fills what is empty with the first free half hour of the next working day.
    ///
    /// # Errors
    /// What the desk says.
    pub async fn prefill(
        &self,
        form: &mut Form,
        kind: &str,
        app: &App,
        visitor: &Visitor,
    ) -> desk::Result<()> {
        let slot = FreeSlot { member: None, minutes: USUAL_MINUTES };
        let (starts, ends) = app.desk.read(visitor.actor(), slot).await?;
        self.set_times(form, starts, ends, &visitor.speech);
        if self.required || self.kinds.len() == 1 {
            set(form, &self.name("kind"), self.kinds.first().map_or(kind, String::as_str));
        }
        set(form, &self.name("owner"), &visitor.actor().member.map(|id| id.to_string()).unwrap_or_default());
        Ok(())
    }

    pub fn set_times(&self, form: &mut Form, starts: Timestamp, ends: Timestamp, speech: &Speech) {
        set(form, &self.name("day"), &moment::typed_day(starts, speech));
        set(form, &self.name("from"), &moment::typed_time(starts, speech));
        set(form, &self.name("to"), &moment::typed_time(ends, speech));
    }

    /// What was typed; none where nothing is planned. Faults are named by the fields of this part.
    pub fn read(&self, form: &Form, faults: &mut Vec<FieldError>, speech: &Speech) -> Option<ActivityFields> {
        let mut fault = |field: &str, fault: Fault| faults.push(FieldError::new(&self.name(field), fault));
        let only = if self.kinds.len() == 1 { self.kinds.first() } else { None };
        let kind = form.owned(&self.name("kind")).or_else(|| only.cloned());
        let Some(kind) = kind else {
            if self.required {
                fault("kind", Fault::Required);
            }
            return None;
        };
        let day = form.text(&self.name("day"));
        if moment::day(day).is_none() {
            fault("day", if day.is_empty() { Fault::Required } else { Fault::NotADate });
            return None;
        }
        let time = |field: &str| moment::at(day, form.text(&self.name(field)), speech);
        let (Some(starts_at), Some(ends_at)) = (time("from"), time("to")) else {
            let wrong = if time("from").is_none() { "from" } else { "to" };
            fault(wrong, Fault::NotATime);
            return None;
        };
        if ends_at <= starts_at {
            fault("to", Fault::EndsBeforeStart);
            return None;
        }
        Some(ActivityFields {
            kind,
            subject: form.text(&self.name("subject")).to_owned(),
            starts_at,
            ends_at,
            owner_id: form.id(&self.name("owner")),
            person_id: form.id(&self.name("person")),
            words: String::new(),
        })
    }

    /// The part as a box of its own at the end of a form.
    pub fn boxed(&self, form: &Form, faults: &Faults, known: &Known, speech: &Speech) -> Markup {
        html! {
            div.fieldset data-tone="accent" id=(self.prefix) {
                h2 { (icon(Icon::Right)) (self.title) " " span.about { (self.about) } }
                (self.fields(form, faults, known, speech))
            }
        }
    }

    pub fn fields(&self, form: &Form, faults: &Faults, known: &Known, speech: &Speech) -> Markup {
        let chosen = form.text(&self.name("kind"));
        let mut kinds = known.kinds(&self.kinds, chosen);
        if !self.required && self.kinds.is_empty() {
            kinds.insert(
                0,
                crate::ui::Choice { value: String::new(), label: speech.t("step-none"), icon: None },
            );
        }
        let at = |field: &str| faults.at(&self.name(field), speech);
        let text = |field: &str| form.text(&self.name(field)).to_owned();
        let one = |input: Field, field: &str| input.value(text(field)).error(at(field)).show(speech);
        html! {
            @if self.kinds.len() != 1 {
                div id=(self.name("kind")) {
                    @if let Some(words) = at("kind") { p.wrong { (icon(Icon::Warning)) (words) } }
                    (choices(&self.name("kind"), &speech.t("field-kind"), &kinds, Some(chosen)))
                }
            }
            (one(Field::text(self.name("subject"), speech.t("field-what")).optional(), "subject"))
            div.fields-row {
                (one(Field::day(self.name("day"), speech.t("field-day")), "day"))
                (one(Field::input("time", self.name("from"), speech.t("field-from")), "from"))
                (one(Field::input("time", self.name("to"), speech.t("field-to")), "to"))
                (one(Field::select(self.name("owner"), speech.t("field-who"), known.members()), "owner"))
            }
        }
    }
}

/// Sets a field that is not there yet.
pub fn set(form: &mut Form, name: &str, value: &str) {
    if !form.0.iter().any(|(key, _)| key == name) {
        form.0.push((name.to_owned(), value.to_owned()));
    }
}
