//! One value of a deal, edited where it stands in the list. Two who change different fields both get their way; who
//! changes the same one is told of the other, and what they typed stays.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::Setting;
use desk::deal::SetDealFields;
use desk::look::{DealPage, DealSeen, Of};
use maud::{Markup, html};
use sales::{Fault, FieldError, money};
use serde_json::{Value, json};

use super::columns::text;
use super::form::filled;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::sentence;
use crate::pages::known::Known;
use crate::pages::merge;
use crate::pages::moment;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field, Toast, toast};
use crate::visitor::Visitor;
use crate::words::Speech;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, field)): Path<(i64, String)>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let edited = Edited::load(&app, &visitor, id, &field).await.map_err(told)?;
    let stands = edited.stands();
    Ok(edited.form(&stands, None, &visitor).into_response())
}

pub async fn save(State(app): State<App>, Path((id, field)): Path<(i64, String)>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let edited = Edited::load(&app, &visitor, id, &field).await.map_err(told)?;
    let typed = form.text("value").to_owned();
    match edited.write(&app, &visitor, &form).await {
        Ok(()) => {
            let now = Edited::load(&app, &visitor, id, &field).await.map_err(told)?;
            Ok(now.done(&visitor))
        }
        Err(desk::Error::Stale) => {
            let words = edited.who_was_first(&app, &visitor).await.map_err(told)?;
            let form = edited.form(&typed, Some(words), &visitor);
            Ok((StatusCode::CONFLICT, form).into_response())
        }
        Err(desk::Error::Invalid(faults)) => {
            let words = faults.iter().map(|fault| sentence(fault, &visitor.speech)).collect::<Vec<_>>();
            let form = edited.form(&typed, Some(words.join(" ")), &visitor);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
        }
        Err(error) => Err(told(error)),
    }
}

/// A field of a deal as it stands now.
struct Edited<'a> {
    field: &'a str,
    seen: DealSeen,
    known: Known,
}

impl Edited<'_> {
    async fn load<'a>(app: &App, visitor: &Visitor, id: i64, field: &'a str) -> desk::Result<Edited<'a>> {
        if !super::columns::is_editable(field) && !["competitor", "description"].contains(&field) {
            return Err(desk::Error::NotFound);
        }
        let seen = app.desk.read(visitor.actor(), DealPage { id }).await?;
        if !seen.may_write {
            return Err(desk::Error::Forbidden);
        }
        Ok(Edited { field, seen, known: Known::load(app, visitor, Vec::new()).await? })
    }

    /// What stands there, as it is typed.
    fn stands(&self) -> String {
        filled(&self.seen).text(self.field).to_owned()
    }

    async fn write(&self, app: &App, visitor: &Visitor, form: &Form) -> desk::Result<()> {
        let currency = &self.seen.deal.currency;
        let fault = |fault| desk::Error::Invalid(vec![FieldError::new(self.field, fault)]);
        let value = self::value(self.field, form.text("value"), currency).map_err(fault)?;
        let was = self::value(self.field, form.text("was"), currency).unwrap_or(Value::Null);
        let setting = Setting { field: self.field.to_owned(), value, was: Some(was) };
        let act = SetDealFields { id: self.seen.deal.id, settings: vec![setting] };
        visitor.write(app, act).await.map(|_| ())
    }

    /// "Ruth Sandys has made it £500 meanwhile, at 10:05."
    async fn who_was_first(&self, app: &App, visitor: &Visitor) -> desk::Result<String> {
        let speech = &visitor.speech;
        let first = merge::first(app, visitor, Of::Deal(self.seen.deal.id), &[self.field]).await?;
        let Some((who, when)) = first else { return Ok(speech.t("inline-stale")) };
        let value = self.value_words(speech).unwrap_or_else(|| speech.t("changed-unset"));
        let words = [("who", who.into()), ("when", when.into()), ("value", value.into())];
        Ok(speech.t_with("inline-stale-by", &words))
    }

    /// The value in a field of its own; `wrong` says what is to be put right.
    fn form(&self, typed: &str, wrong: Option<String>, visitor: &Visitor) -> Markup {
        let (speech, id) = (&visitor.speech, self.seen.deal.id);
        let input = self.input(typed, speech).id(format!("inline-{id}-{}", self.field)).label_unseen();
        html! {
            form.inline method="post" action=(routes::deal_field(id, self.field)) data-inline="" novalidate {
                (visitor.token())
                input type="hidden" name="was" value=(self.stands());
                (input.value(typed).error(wrong).show(speech))
                (Button::main(speech.t("save")).small().submit())
            }
        }
    }

    fn input(&self, typed: &str, speech: &Speech) -> Field {
        let label = || match self.field {
            "name" => speech.t("field-deal-name"),
            other => speech.t(&format!("field-{}", other.replace('_', "-"))),
        };
        let listed = |list| Field::select("value", label(), self.known.optional(list, typed, speech));
        match self.field {
            "type" => listed("deal-type"),
            "source" => listed("source"),
            "expected_close_on" => Field::day("value", label()),
            "probability" => Field::input("number", "value", label()),
            "description" => Field::area("value", label(), 3),
            _ => Field::text("value", label()),
        }
    }

    /// The value as the list shows it, and the way back.
    fn done(&self, visitor: &Visitor) -> Response {
        let speech = &visitor.speech;
        let said =
            Toast { words: speech.t("said-saved"), points: None, undo: visitor.did().map(routes::undo) };
        let words = self.value_words(speech);
        html! { span { (text(words)) } (toast(&said, &visitor.signed.csrf, speech)) }.into_response()
    }

    /// As people say it; none where nothing stands.
    fn value_words(&self, speech: &Speech) -> Option<String> {
        let deal = &self.seen.deal;
        let money = |minor: Option<i64>| minor.map(|minor| speech.money(minor, &deal.currency));
        let listed = |list: &str, key: &Option<String>| key.as_deref().map(|key| self.known.title(list, key));
        match self.field {
            "amount" => money(deal.amount),
            "recurring" => money(deal.recurring),
            "expected_close_on" => deal.expected_close_on.map(|day| speech.day(day)),
            "probability" => Some(speech.percent(deal.probability.unwrap_or(deal.stage_probability))),
            "type" => listed("deal-type", &deal.r#type),
            "source" => listed("source", &deal.source),
            "campaign" => deal.campaign.clone(),
            "competitor" => deal.competitor.clone(),
            "description" => deal.description.clone(),
            _ => Some(deal.name.clone()),
        }
    }
}

/// What was typed, as the deal keeps it.
pub(super) fn value(field: &str, text: &str, currency: &str) -> Result<Value, Fault> {
    match field {
        "name" => Ok(json!(text)),
        _ if text.is_empty() => Ok(Value::Null),
        "amount" | "recurring" => money::parse_minor(text, currency).map(|minor| json!(minor)),
        "expected_close_on" => moment::day(text).map(|day| json!(day)).ok_or(Fault::NotADate),
        "probability" => {
            let percent = text.parse::<i64>().ok().filter(|percent| (0..=100).contains(percent));
            percent.map(|percent| json!(percent)).ok_or(Fault::NotAPercent)
        }
        _ => Ok(json!(text)),
    }
}
