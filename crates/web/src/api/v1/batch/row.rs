//! A row of a batch, and what became of it.

use std::borrow::Cow;

use axum::http::Method;
use desk::Make;
use desk::note::WriteNote;
use desk::task::CreateTask;
use sales::Need;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

use crate::api::v1::extract::of_value;
use crate::api::v1::problem::ProblemBody;
use crate::api::v1::{Problem, activities, companies, deals, notes, people, scope, tasks};

/// What a row makes.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    Deal,
    Company,
    Person,
    Activity,
    Task,
    Note,
}

/// A record to make.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub make: Noun,
    /// The body that a POST to the noun's own address takes.
    pub fields: Map<String, Value>,
}

impl PartialSchema for Row {
    fn schema() -> RefOr<Schema> {
        let nouns = [
            ("BatchDeal", "deal", deals::NewDeal::name()),
            ("BatchCompany", "company", companies::NewCompany::name()),
            ("BatchPerson", "person", people::NewPerson::name()),
            ("BatchActivity", "activity", activities::PlannedActivity::name()),
            ("BatchTask", "task", tasks::NewTask::name()),
            ("BatchNote", "note", notes::NewNote::name()),
        ];
        let row = |(title, noun, body): (&str, &str, Cow<str>)| {
            let make = ObjectBuilder::new().schema_type(Type::String).enum_values(Some([noun]));
            let row = ObjectBuilder::new().title(Some(title)).property("make", make).required("make");
            let row = row.property("fields", Ref::from_schema_name(body)).required("fields");
            row.additional_properties(Some(AdditionalProperties::FreeForm(false)))
        };
        let says = "A record to make: the noun, and the body that a POST to its own address takes.";
        let any = OneOfBuilder::new().description(Some(says));
        nouns.into_iter().map(row).fold(any, OneOfBuilder::item).into()
    }
}

impl ToSchema for Row {
    fn name() -> Cow<'static, str> {
        "BatchRow".into()
    }
}

impl Row {
    /// What it asks of the token: the same as a POST to the noun's own address.
    pub fn need(&self) -> Need {
        scope::need(
            &Method::POST,
            match self.make {
                Noun::Deal => "/deals",
                Noun::Company => "/companies",
                Noun::Person => "/people",
                Noun::Activity => "/activities",
                Noun::Task => "/tasks",
                Noun::Note => "/notes",
            },
        )
    }

    /// The act that makes the record.
    pub fn act(self) -> Result<Make, Problem> {
        Ok(match self.make {
            Noun::Deal => Make::new(deals::to_create(self.fields)?),
            Noun::Company => Make::new(companies::to_create(self.fields)?),
            Noun::Person => Make::new(people::to_create(self.fields)?),
            Noun::Activity => Make::new(activities::to_plan(self.fields)?),
            Noun::Task => {
                Make::new(CreateTask::from(of_value::<tasks::NewTask>(Value::Object(self.fields))?))
            }
            Noun::Note => Make::new(WriteNote::from(of_value::<notes::NewNote>(Value::Object(self.fields))?)),
        })
    }
}

/// What became of a row: made, or refused.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BatchFate)]
pub struct Fate {
    pub id: Option<i64>,
    pub problem: Option<ProblemBody>,
}

impl Fate {
    pub fn of(made: Result<i64, Problem>) -> Fate {
        match made {
            Ok(id) => Fate { id: Some(id), problem: None },
            Err(problem) => Fate { id: None, problem: Some(problem.into_body()) },
        }
    }
}
