//! One change to many deals: what to change, what would come of it, then doing it.

mod form;
mod preview;
mod read;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use desk::bulk::{Change, ChangeMany, Outcome};

use self::form::Drawn;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::known::Known;
use crate::pages::{came_from, go, sheet};
use crate::posted::{Form, Posted};
use crate::said::{Said, saying};
use crate::visitor::Visitor;

pub const PATH: &str = "/deals/bulk";

/// The first form says `change` and the rows; the next ones also `deals` and what `step` they are.
pub async fn change(State(app): State<App>, headers: HeaderMap, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let back = sheet::back(&form, &came_from(&headers, super::list::PATH));
    let deals = read::deals(&app, &visitor, &form).await.map_err(told)?;
    if deals.is_empty() {
        return Ok(go(&visitor, &back));
    }
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    let stages = read::stages(&app, &visitor, &form).await;
    let drawn = Drawn { form: &form, deals: &deals, back: &back, known: &known, stages: &stages };
    // Archiving asks nothing more.
    if form.text("step").is_empty() && form.text("change") != "archive" {
        return Ok(drawn.values(&Faults::default(), &visitor).show(&visitor));
    }
    let checked = |change: Change| change.check().map(|()| change);
    let change = match read::change(&form, &visitor).and_then(checked) {
        Ok(change) => change,
        Err(error) => {
            let faults = Faults::of(error).map_err(told)?;
            return Ok(drawn.values(&faults, &visitor).refused(&visitor));
        }
    };
    let act = ChangeMany { deals: deals.clone(), change };
    if form.text("step") != "go" {
        let outcome = act.try_out(&app.desk, visitor.actor()).await.map_err(told)?;
        return Ok(preview::sheet(&drawn, &outcome, &visitor).show(&visitor));
    }
    let outcome = act.carry_out(&app.desk, visitor.actor()).await.map_err(told)?;
    Ok(done(&outcome, &back, &visitor))
}

/// Back to the list, with one way back for all of it.
fn done(outcome: &Outcome, back: &str, visitor: &Visitor) -> Response {
    let speech = &visitor.speech;
    let key = if outcome.kept.is_empty() { "bulk-done" } else { "bulk-done-but" };
    let counts = [("count", outcome.changed.into()), ("kept", outcome.kept.len().into())];
    saying(go(visitor, back), &Said { words: speech.t_with(key, &counts), act: outcome.act })
}

/// What stays the same from one form to the next: all that was said but the step and the rows.
fn carried(form: &Form) -> impl Iterator<Item = (&str, &str)> {
    let own = ["step", "deal", "deals", "all", "back", crate::security::CSRF_FIELD];
    let pairs = form.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    pairs.filter(move |(name, _)| !own.contains(name))
}
