//! One value of a company or a person, edited where it stands: in the list, and among the facts of the record. Two who
//! change different fields both get their way; who changes the same one is told of the other, and what they typed stays.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::Setting;
use desk::company::{CompanyPage, SetCompanyFields};
use desk::look::Of;
use desk::person::{PersonPage, SetPersonFields};
use desk::settings::Installation;
use maud::{Markup, html};
use serde_json::Value;

use super::Noun;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::sentence;
use crate::pages::{companies, merge, people};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Fact, Field, Toast, toast};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Values of several lines.
const LONG: [&str; 4] = ["phones", "mails", "address", "description"];

impl Noun {
    /// What may be edited where it stands.
    fn editable(self) -> &'static [&'static str] {
        self.either(
            &[
                "name",
                "industry",
                "type",
                "competitor",
                "employees",
                "founded",
                "annual_revenue",
                "web",
                "phones",
                "address",
                "description",
            ],
            &["name", "given", "family", "mails", "phones", "description"],
        )
    }

    /// A value among the facts of the record. One that does not stand is shown to whoever may fill it in.
    pub(in crate::pages) fn fact(
        self,
        id: i64,
        field: &str,
        is: Option<Markup>,
        writes: bool,
        speech: &Speech,
    ) -> Option<Fact> {
        let name = speech.t(&format!("field-{}", field.replace('_', "-")));
        if !writes {
            return is.map(|is| Fact::new(name, is));
        }
        let unset = || html! { span.unset { (speech.t("not-set")) } };
        Some(Fact::new(name, is.unwrap_or_else(unset)).edited_at(self.value(id, field), speech))
    }

    /// Where the values of a row are edited; nowhere by whoever may not.
    pub(in crate::pages) fn values(
        self,
        id: i64,
        owner: Option<i64>,
        visitor: &Visitor,
    ) -> impl Fn(&str) -> Option<String> + use<> {
        let writes = visitor.actor().writes.holds_shared(owner);
        move |field| writes.then(|| self.value(id, field))
    }

    /// The address of one value, for whoever may change it.
    pub(in crate::pages) fn value(self, id: i64, field: &str) -> String {
        debug_assert!(self.editable().contains(&field), "{field}");
        routes::act(&routes::act(&self.record(id), "fields"), field)
    }
}

pub(in crate::pages) async fn show(noun: Noun, app: &App, visitor: &Visitor, id: i64, field: &str) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(visitor);
    let edited = Edited::load(noun, app, visitor, id, field).await.map_err(told)?;
    Ok(edited.form(edited.stands.text(field), None, visitor).into_response())
}

pub(in crate::pages) async fn save(noun: Noun, app: &App, id: i64, field: &str, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let edited = Edited::load(noun, app, &visitor, id, field).await.map_err(told)?;
    let typed = form.text("value");
    let (status, words) = match edited.write(app, &visitor, &form).await {
        Ok(()) => {
            let now = Edited::load(noun, app, &visitor, id, field).await.map_err(told)?;
            return Ok(now.done(&visitor));
        }
        Err(desk::Error::Stale) => {
            (StatusCode::CONFLICT, edited.who_was_first(app, &visitor).await.map_err(told)?)
        }
        Err(desk::Error::Invalid(faults)) => {
            let words: Vec<String> = faults.iter().map(|fault| sentence(fault, &visitor.speech)).collect();
            (StatusCode::UNPROCESSABLE_ENTITY, words.join(" "))
        }
        Err(error) => return Err(told(error)),
    };
    Ok((status, edited.form(typed, Some(words), &visitor)).into_response())
}

/// A record as its form would type it, and the field in hand.
struct Edited<'a> {
    noun: Noun,
    id: i64,
    field: &'a str,
    stands: Form,
}

impl Edited<'_> {
    async fn load<'a>(
        noun: Noun,
        app: &App,
        visitor: &Visitor,
        id: i64,
        field: &'a str,
    ) -> desk::Result<Edited<'a>> {
        if !noun.editable().contains(&field) {
            return Err(desk::Error::NotFound);
        }
        let (stands, may_write) = match noun {
            Noun::Company => {
                let seen = app.desk.read(visitor.actor(), CompanyPage { id }).await?;
                let base = app.desk.read(visitor.actor(), Installation).await?.base_currency;
                (companies::typed(&seen.company, seen.parent_name.as_deref(), &base), seen.may_write)
            }
            Noun::Person => {
                let seen = app.desk.read(visitor.actor(), PersonPage { id }).await?;
                (people::typed(&seen), seen.may_write)
            }
        };
        if may_write { Ok(Edited { noun, id, field, stands }) } else { Err(desk::Error::Forbidden) }
    }

    /// The field's value, were this typed there.
    async fn value(&self, app: &App, visitor: &Visitor, text: &str) -> desk::Result<Value> {
        let mut form = self.stands.clone();
        form.0.retain(|(name, _)| name != self.field);
        form.0.push((self.field.to_owned(), text.to_owned()));
        let json = match self.noun {
            Noun::Company => serde_json::to_value(companies::read(app, visitor, &form).await?),
            Noun::Person => serde_json::to_value(people::read(app, visitor, &form).await?.0),
        };
        let json = json.map_err(|error| desk::Error::Broken(error.to_string()))?;
        Ok(json.get(self.field).cloned().unwrap_or_default())
    }

    async fn write(&self, app: &App, visitor: &Visitor, form: &Form) -> desk::Result<()> {
        let value = self.value(app, visitor, form.text("value")).await?;
        let was = self.value(app, visitor, form.text("was")).await.unwrap_or_default();
        let settings = vec![Setting { field: self.field.to_owned(), value, was: Some(was) }];
        match self.noun {
            Noun::Company => visitor.write(app, SetCompanyFields { id: self.id, settings }).await,
            Noun::Person => visitor.write(app, SetPersonFields { id: self.id, settings }).await,
        }
        .map(|_| ())
    }

    /// "Ruth Sandys has made it Transport meanwhile, at 10:05."
    async fn who_was_first(&self, app: &App, visitor: &Visitor) -> desk::Result<String> {
        let speech = &visitor.speech;
        let of = self.noun.either(Of::Company(self.id), Of::Person(self.id));
        let Some((who, when)) = merge::first(app, visitor, of, &[self.field]).await? else {
            return Ok(speech.t("inline-stale"));
        };
        let value = Some(self.stands.text(self.field)).filter(|text| !text.is_empty());
        let value = value.map_or_else(|| speech.t("changed-unset"), str::to_owned);
        let words = [("who", who.into()), ("when", when.into()), ("value", value.into())];
        Ok(speech.t_with("inline-stale-by", &words))
    }

    /// The value in a field of its own; `wrong` says what is to be put right.
    fn form(&self, typed: &str, wrong: Option<String>, visitor: &Visitor) -> Markup {
        let speech = &visitor.speech;
        let control = self.control(speech).id(format!("inline-{}-{}", self.id, self.field)).label_unseen();
        html! {
            form.inline method="post" action=(self.noun.value(self.id, self.field)) data-inline="" novalidate {
                (visitor.token())
                input type="hidden" name="was" value=(self.stands.text(self.field));
                (control.value(typed).error(wrong).show(speech))
                (Button::main(speech.t("save")).small().submit())
            }
        }
    }

    fn control(&self, speech: &Speech) -> Field {
        let label = match self.field {
            "name" => speech.t(self.noun.either("field-name", "person-name")),
            other => speech.t(&format!("field-{}", other.replace('_', "-"))),
        };
        match self.field {
            "employees" | "founded" => Field::text("value", label).attr("inputmode", "numeric"),
            "annual_revenue" => Field::text("value", label).attr("inputmode", "decimal"),
            long if LONG.contains(&long) => Field::area("value", label, 3),
            _ => Field::text("value", label),
        }
    }

    /// The value as it is written, and the way back.
    fn done(&self, visitor: &Visitor) -> Response {
        let speech = &visitor.speech;
        let said =
            Toast { words: speech.t("said-saved"), points: None, undo: visitor.did().map(routes::undo) };
        let text = self.stands.text(self.field);
        let number = text.parse::<i64>().ok().filter(|_| self.field == "employees");
        let shown = number.map_or_else(|| text.to_owned(), |number| speech.number(number));
        html! {
            span.long { @if shown.is_empty() { span.unset { (speech.t("not-set")) } } @else { (shown) } }
            (toast(&said, &visitor.signed.csrf, speech))
        }
        .into_response()
    }
}
