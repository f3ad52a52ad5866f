//! What a token covers: chosen when it is made, told in the list.

use maud::{Markup, html};
use sales::{Area, Fault, FieldError, Level, Scope};

use super::typed::Typed;
use crate::posted::Form;
use crate::ui::{Field, Icon, icon};
use crate::visitor::Visitor;
use crate::words::Speech;

/// What was chosen. All areas ticked bind the token to none of them, so that it covers those to come as well.
///
/// # Errors
/// A fault at `level` or `area`.
pub fn chosen(form: &Form) -> desk::Result<Scope> {
    let unknown =
        |field: &str, value: &str| FieldError::new(field, Fault::Unknown { value: value.to_owned() });
    let mut faults = Vec::new();
    let level = Level::parse(form.text("level"));
    if level.is_none() {
        faults.push(unknown("level", form.text("level")));
    }
    let mut areas = Vec::new();
    for word in form.all("area") {
        match Area::parse(word) {
            Some(area) => areas.push(area),
            None => faults.push(unknown("area", word)),
        }
    }
    if areas.is_empty() && faults.is_empty() {
        faults.push(FieldError::new("area", Fault::Required));
    }
    let Some(level) = level.filter(|_| faults.is_empty()) else { return Err(desk::Error::Invalid(faults)) };
    let all = Area::ALL.iter().all(|area| areas.contains(area));
    Ok(Scope::new(level, if all { Vec::new() } else { areas }))
}

/// How much, and of what. Nothing is ticked off until somebody does.
pub fn fields(typed: &Typed, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let offered = Level::ALL
        .into_iter()
        .filter(|level| *level < Level::Administration || visitor.actor().is_administrator());
    let named = offered.map(|level| (level.key().to_owned(), level_name(level, speech))).collect();
    let level = Field::select("level", speech.t("field-level"), named);
    let ticked = typed.is("add").then(|| typed.form.all("area"));
    let is_on = |area: Area| ticked.as_ref().is_none_or(|ticked| ticked.contains(&area.key()));
    let wrong = if typed.is("add") { typed.faults.at("area", speech) } else { None };
    html! {
        (typed.put("add", "level", level, Level::Read.key(), speech))
        fieldset.ticks #area tabindex="-1" data-wrong[wrong.is_some()] {
            legend { (speech.t("field-area")) }
            @if wrong.is_some() { p.wrong { (icon(Icon::Warning)) (speech.t("settings-token-no-area")) } }
            @for area in Area::ALL { (Field::tick("area", area.key(), &area_name(area, speech), is_on(area))) }
        }
    }
}

/// In the list: `Read and write: deals, files`.
pub fn told(scope: &Scope, speech: &Speech) -> String {
    let level = level_name(scope.level, speech);
    if scope.areas().is_empty() {
        return level;
    }
    let areas: Vec<String> =
        scope.areas().iter().map(|area| area_name(*area, speech).to_lowercase()).collect();
    speech.t_with("settings-token-covers", &[("level", level.into()), ("areas", areas.join(", ").into())])
}

fn level_name(level: Level, speech: &Speech) -> String {
    speech.t(&format!("token-level-{}", level.key()))
}

fn area_name(area: Area, speech: &Speech) -> String {
    speech.t(&format!("token-area-{}", area.key()))
}
