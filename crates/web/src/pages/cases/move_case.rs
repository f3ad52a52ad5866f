//! One move in a dialog: what it asks, where to, what to accept, the next step with it.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use desk::case::{CaseOf, MoveCase};
use maud::{Markup, html};
use process::{AskSpec, Finding, Level, MoveKind, OpenMove, code};
use sales::Role;
use sales::activity::ActivityFields;

use super::about::field_key;
use super::asked::Asked;
use super::asks::{self, Drawing};
use super::mends::Mending;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::{Faults, sentence};
use crate::pages::known::said;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::ui::{Button, Choice, Field, FieldError, choices, error_summary, needs};
use crate::visitor::Visitor;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, key)): Path<(i64, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    ask(&app, &visitor, &CaseOf::Deal(id), &key, Form(query)).await
}

pub async fn show_of_company(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, process, key)): Path<(i64, String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    ask(&app, &visitor, &CaseOf::company(id, &process), &key, Form(query)).await
}

async fn ask(app: &App, visitor: &Visitor, of: &CaseOf, key: &str, form: Form) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(visitor);
    let asked = Asked::load(app, visitor, of).await.map_err(told)?;
    dialog(app, visitor, &asked, key, form).await.map_err(told)
}

/// The dialog of a move, prefilled.
///
/// # Errors
/// `NotFound` where the move does not leave the stage.
pub async fn dialog(
    app: &App,
    visitor: &Visitor,
    asked: &Asked,
    key: &str,
    mut form: Form,
) -> desk::Result<Response> {
    let way = asked.way(key).ok_or(desk::Error::NotFound)?;
    for step in asked.steps(way, visitor) {
        step.prefill(&mut form, "call", app, visitor).await?;
    }
    Ok(draw(&form, &Wrong::default(), asked, way, visitor).show(visitor))
}

pub async fn take(State(app): State<App>, Path((id, key)): Path<(i64, String)>, posted: Posted) -> Answer {
    moved(&app, &CaseOf::Deal(id), &key, posted).await
}

pub async fn take_of_company(
    State(app): State<App>,
    Path((id, process, key)): Path<(i64, String, String)>,
    posted: Posted,
) -> Answer {
    moved(&app, &CaseOf::company(id, &process), &key, posted).await
}

async fn moved(app: &App, of: &CaseOf, key: &str, posted: Posted) -> Answer {
    let Posted { visitor, mut form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let asked = Asked::load(app, &visitor, of).await.map_err(told)?;
    let Some(way) = asked.way(key) else {
        return Err(told(desk::Error::Conflict(desk::Conflict::Done)));
    };
    let wrong = match write(app, &visitor, &form, &asked, way).await {
        Ok(()) => {
            let back = sheet::back(&form, &asked.about.home());
            return Ok(taken(&asked, way, form.filled("to"), &back, &visitor));
        }
        Err(wrong) => wrong.map_err(told)?,
    };
    for step in asked.steps(way, &visitor) {
        step.prefill(&mut form, "call", app, &visitor).await.map_err(told)?;
    }
    Ok(draw(&form, &wrong, &asked, way, &visitor).answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY))
}

/// Onwards, saying where the deal stands now.
pub fn taken(asked: &Asked, way: &OpenMove, to: Option<&str>, back: &str, visitor: &Visitor) -> Response {
    let stage = to.or_else(|| way.to.first().map(String::as_str)).unwrap_or_default();
    let stage = asked.destination(way, stage, visitor);
    match asked.strand(way) {
        Some(strand) => {
            let strand = said(&strand.title, &visitor.speech);
            go_saying(visitor, back, "strand-moved", &[("strand", strand.into()), ("state", stage.into())])
        }
        None => {
            let words = [("card", asked.about.name.clone().into()), ("stage", stage.into())];
            go_saying(visitor, back, "card-moved", &words)
        }
    }
}

/// What keeps a move from being taken: sentences by ask, faults of the steps, findings of the process.
#[derive(Default)]
struct Wrong {
    asks: BTreeMap<String, String>,
    faults: Faults,
    findings: Vec<Finding>,
}

async fn write(
    app: &App,
    visitor: &Visitor,
    form: &Form,
    asked: &Asked,
    way: &OpenMove,
) -> Result<(), Result<Wrong, desk::Error>> {
    let speech = &visitor.speech;
    let (answers, unread) = asks::read(&way.asks, form, &asked.about.currency, speech);
    let mut faults = Vec::new();
    let steps = asked.steps(way, visitor);
    let next_steps: Vec<ActivityFields> =
        steps.iter().filter_map(|step| step.read(form, &mut faults, speech)).collect();
    if !unread.is_empty() || !faults.is_empty() {
        return Err(Ok(Wrong { asks: unread, faults: Faults(faults), findings: Vec::new() }));
    }
    let act = MoveCase {
        of: asked.about.of.clone(),
        move_key: way.move_key.clone(),
        to: form.owned("to"),
        answers,
        accepts: form.all("accepts").into_iter().map(str::to_owned).collect(),
        next_steps,
        override_reason: form.owned("override_reason"),
        entry: form.filled("entry").and_then(|entry| entry.parse().ok()),
    };
    match visitor.write(app, act).await {
        Ok(_) => Ok(()),
        Err(desk::Error::Refused(findings)) => Err(Ok(of_findings(findings, visitor))),
        Err(error) => Err(Faults::of(error).map(|faults| Wrong { faults, ..Wrong::default() })),
    }
}

/// Findings of asks stand beside their fields; the others above them.
fn of_findings(findings: Vec<Finding>, visitor: &Visitor) -> Wrong {
    let (asks, findings): (Vec<Finding>, Vec<Finding>) = findings
        .into_iter()
        .partition(|found| matches!(found.code, code::ASK | code::ANSWER) && found.id.is_some());
    let said = |found: Finding| Some((found.id?, said(&found.says, &visitor.speech)));
    Wrong { asks: asks.into_iter().filter_map(said).collect(), faults: Faults::default(), findings }
}

/// What the move's own button says.
pub fn label(way: &OpenMove, asked: &Asked, visitor: &Visitor) -> String {
    match (way.kind, way.to.as_slice()) {
        (MoveKind::Forward, [to]) if way.main => {
            visitor.speech.t_with("move-to-stage", &[("stage", asked.stage(to, visitor).into())])
        }
        _ => said(&way.title, &visitor.speech),
    }
}

fn draw(form: &Form, wrong: &Wrong, asked: &Asked, way: &OpenMove, visitor: &Visitor) -> sheet::Sheet {
    let speech = &visitor.speech;
    let may_send = asked.ways.may_write && (way.open || may_override(way, visitor));
    let send = Button::main(said(&way.title, speech));
    sheet::Sheet {
        id: "move",
        title: said(&way.title, speech),
        about: Some(asked.about.name.clone()),
        action: asked.about.a_move(&way.move_key),
        back: sheet::back(form, &asked.about.home()),
        active: asked.about.nav(),
        body: body(form, wrong, asked, way, visitor),
        send: may_send.then_some(send),
        hint: None,
    }
}

fn may_override(way: &OpenMove, visitor: &Visitor) -> bool {
    way.gives_way() && matches!(visitor.actor().role, Role::Administrator | Role::Manager)
}

fn body(form: &Form, wrong: &Wrong, asked: &Asked, way: &OpenMove, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let back = asked.about.home();
    let mending = Mending { about: &asked.about, known: &asked.known, speech, back: &back };
    let drawing =
        Drawing { form, wrong: &wrong.asks, currency: &asked.about.currency, known: &asked.known, speech };
    let blocks: Vec<_> =
        way.needs.iter().filter(|need| need.level == Level::Block).map(|need| mending.need(need)).collect();
    let to = way.to.first().map(|key| asked.destination(way, key, visitor)).unwrap_or_default();
    html! {
        (summary(wrong, way, visitor))
        input type="hidden" name="entry" value=(form.filled("entry").map_or_else(|| asked.ways.entry.to_string(), str::to_owned));
        @if !blocks.is_empty() { (needs(&speech.t_with("needs-title", &[("stage", to.into())]), &blocks, speech)) }
        @if way.to.len() > 1 { (targets(form, asked, way, visitor)) }
        @if way.open || may_override(way, visitor) {
            (drawing.all(&way.asks))
            (warnings(form, way, visitor))
            @for step in asked.steps(way, visitor) { (step.boxed(form, &wrong.faults, &asked.known, speech)) }
        }
        @if may_override(way, visitor) {
            (Field::text("override_reason", speech.t("override-reason")).hint(speech.t("override-hint"))
                .value(form.text("override_reason")).show(speech))
        }
    }
}

fn summary(wrong: &Wrong, way: &OpenMove, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let title = |key: &str| {
        let found = way.asks.iter().find(|ask| ask.key() == key);
        found.map_or_else(
            || {
                if key.contains('.') { speech.t(&field_key(key)) } else { key.to_owned() }
            },
            |ask| match ask {
                AskSpec::Field { title, .. }
                | AskSpec::OneOf { title, .. }
                | AskSpec::Text { title, .. }
                | AskSpec::Plan { title, .. } => said(title, speech),
            },
        )
    };
    let mut errors: Vec<FieldError> = wrong
        .asks
        .iter()
        .map(|(key, words)| FieldError { field: asks::name(key), label: title(key), words: words.clone() })
        .collect();
    errors.extend(wrong.faults.0.iter().map(|fault| {
        let field = fault.field.rsplit('_').next().unwrap_or_default();
        FieldError {
            field: fault.field.clone(),
            label: speech.t(&format!("field-{field}")),
            words: sentence(fault, speech),
        }
    }));
    errors.extend(wrong.findings.iter().map(|found| {
        let place = match (found.code, found.id.as_deref()) {
            (code::NO_TARGET, _) => "to".to_owned(),
            (code::NEXT_STEP, _) => "next_kind".to_owned(),
            (_, Some(id)) => format!("accept-{id}"),
            _ => "move-form".to_owned(),
        };
        FieldError { field: place, label: said(&way.title, speech), words: said(&found.says, speech) }
    }));
    error_summary(&errors, speech)
}

fn targets(form: &Form, asked: &Asked, way: &OpenMove, visitor: &Visitor) -> Markup {
    let options: Vec<Choice> = way
        .to
        .iter()
        .map(|key| Choice { value: key.clone(), label: asked.stage(key, visitor), icon: None })
        .collect();
    let last = way.to.last().map(String::as_str);
    html! { div #to { (choices("to", &visitor.speech.t("move-where"), &options, form.filled("to").or(last))) } }
}

/// Warnings are accepted one by one.
fn warnings(form: &Form, way: &OpenMove, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let open = way.needs.iter().filter(|need| need.level == Level::Warn && need.met != Some(true));
    let accepted = form.all("accepts");
    html! {
        @for need in open {
            div.accept id=(format!("accept-{}", need.id)) {
                p { (said(&need.says, speech)) " " span.hint { (said(&need.why, speech)) } }
                (Field::tick("accepts", &need.id, &speech.t("accept-warning"), accepted.contains(&need.id.as_str())))
            }
        }
    }
}
