//! The form that asks what to change.

use maud::{Markup, html};

use super::{PATH, carried};
use crate::faults::Faults;
use crate::pages::activities::step::Step;
use crate::pages::known::Known;
use crate::pages::sheet::Sheet;
use crate::posted::Form;
use crate::ui::{Button, Field, Nav};
use crate::visitor::Visitor;
use crate::words::Speech;

/// The fields that may be set at once.
pub(super) const FIELDS: [&str; 6] =
    ["type", "source", "campaign", "competitor", "expected_close_on", "probability"];

pub(super) struct Drawn<'a> {
    pub form: &'a Form,
    pub deals: &'a [i64],
    pub back: &'a str,
    pub known: &'a Known,
    pub stages: &'a [(String, String)],
}

impl Drawn<'_> {
    pub(super) fn values(&self, faults: &Faults, visitor: &Visitor) -> Sheet {
        let speech = &visitor.speech;
        let inputs = match self.form.text("change") {
            "assign" => self.owner(faults, speech),
            "move" => self.stage(faults, speech),
            _ => self.fields(faults, speech),
        };
        let body = html! {
            (faults.summary(speech))
            input type="hidden" name="change" value=(self.form.text("change"));
            input type="hidden" name="query" value=(self.form.text("query"));
            (inputs)
        };
        self.sheet("try", &body, Some(Button::main(speech.t("bulk-show"))), speech)
    }

    /// Around the form of either step; `step` is what it leads to.
    pub(super) fn sheet(&self, step: &str, body: &Markup, send: Option<Button>, speech: &Speech) -> Sheet {
        let deals: Vec<String> = self.deals.iter().map(i64::to_string).collect();
        Sheet {
            id: "bulk",
            title: speech.t(self.title()),
            about: Some(speech.t_with("bulk-deals", &[("count", self.deals.len().into())])),
            action: PATH.to_owned(),
            back: self.back.to_owned(),
            active: Nav::Deals,
            body: html! {
                input type="hidden" name="step" value=(step);
                input type="hidden" name="deals" value=(deals.join(","));
                (body)
            },
            send,
            hint: None,
        }
    }

    /// What was said already, unseen in the next form.
    pub(super) fn carried(&self) -> Markup {
        html! { @for (name, value) in carried(self.form) { input type="hidden" name=(name) value=(value); } }
    }

    fn title(&self) -> &'static str {
        match self.form.text("change") {
            "assign" => "bulk-assign",
            "move" => "bulk-move",
            "archive" => "bulk-archive",
            _ => "bulk-set",
        }
    }

    fn owner(&self, faults: &Faults, speech: &Speech) -> Markup {
        Field::select("owner", speech.t("field-owner"), self.known.members())
            .hint(speech.t("assign-hint"))
            .value(self.form.text("owner"))
            .error(faults.at("owner", speech))
            .show(speech)
    }

    fn stage(&self, faults: &Faults, speech: &Speech) -> Markup {
        let stage = Field::select("stage", speech.t("field-stage"), self.stages.to_vec())
            .value(self.form.text("stage"))
            .error(faults.at("stage", speech));
        html! {
            (stage.show(speech))
            (Step::next(false, speech).boxed(self.form, faults, self.known, speech))
        }
    }

    fn fields(&self, faults: &Faults, speech: &Speech) -> Markup {
        let one = |input: Field, name: &str| {
            input.value(self.form.text(name)).error(faults.at(name, speech)).show(speech)
        };
        let listed = |name: &'static str, list: &str, label: &str| {
            let mut options = self.known.options(list, self.form.text(name));
            options.insert(0, (String::new(), speech.t("bulk-as-it-is")));
            one(Field::select(name, speech.t(label), options), name)
        };
        html! {
            p.hint { (speech.t("bulk-set-hint")) }
            div.fields-row { (listed("type", "deal-type", "field-type")) (listed("source", "source", "field-source")) }
            div.fields-row {
                (one(Field::text("campaign", speech.t("field-campaign")), "campaign"))
                (one(Field::text("competitor", speech.t("field-competitor")), "competitor"))
            }
            div.fields-row {
                (one(Field::day("expected_close_on", speech.t("field-expected-close-on")), "expected_close_on"))
                (one(Field::input("number", "probability", speech.t("field-probability")), "probability"))
            }
        }
    }
}
