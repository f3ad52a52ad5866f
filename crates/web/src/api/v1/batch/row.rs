//! A row of a batch, and what became of it.

use axum::http::Method;
use desk::Make;
use desk::note::WriteNote;
use desk::task::CreateTask;
use sales::Need;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::set;
use crate::api::v1::extract::of_value;
use crate::api::v1::problem::ProblemBody;
use crate::api::v1::{Caller, Problem, activities, companies, deals, notes, people, scope, tasks};

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

/// What a row moves.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moving {
    Deal,
}

/// What is done in a row.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Sent")]
pub enum Row {
    Make { noun: Noun, fields: Map<String, Value> },
    Set { noun: set::Noun, id: i64, fields: Map<String, Value>, was: Map<String, Value> },
    Move { deal: i64, fields: Map<String, Value> },
}

/// As it is sent: a verb with its noun, and what belongs to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    make: Option<Noun>,
    set: Option<set::Noun>,
    #[serde(rename = "move")]
    moving: Option<Moving>,
    id: Option<i64>,
    fields: Map<String, Value>,
    was: Option<Map<String, Value>>,
}

impl TryFrom<Sent> for Row {
    type Error = &'static str;

    fn try_from(sent: Sent) -> Result<Row, &'static str> {
        let Sent { make, set, moving, id, fields, was } = sent;
        match (make, set, moving, id, was) {
            (Some(noun), None, None, None, None) => Ok(Row::Make { noun, fields }),
            (None, Some(noun), None, Some(id), was) => {
                Ok(Row::Set { noun, id, fields, was: was.unwrap_or_default() })
            }
            (None, None, Some(Moving::Deal), Some(deal), None) => Ok(Row::Move { deal, fields }),
            _ => Err("expected make, set with id, or move with id"),
        }
    }
}

impl Row {
    /// What it asks of the token: the same as a request of the noun's own address.
    fn need(&self) -> Need {
        let address = match self {
            Row::Make { noun: Noun::Deal, .. }
            | Row::Set { noun: set::Noun::Deal, .. }
            | Row::Move { .. } => "/deals",
            Row::Make { noun: Noun::Company, .. } | Row::Set { noun: set::Noun::Company, .. } => "/companies",
            Row::Make { noun: Noun::Person, .. } | Row::Set { noun: set::Noun::Person, .. } => "/people",
            Row::Make { noun: Noun::Activity, .. } => "/activities",
            Row::Make { noun: Noun::Task, .. } => "/tasks",
            Row::Make { noun: Noun::Note, .. } => "/notes",
        };
        scope::need(&Method::POST, address)
    }

    /// The act that does it.
    pub async fn act(self, caller: &Caller) -> Result<Make, Problem> {
        caller.covers(self.need())?;
        match self {
            Row::Make { noun, fields } => to_make(noun, fields),
            Row::Set { noun, id, fields, was } => set::to_set(caller, noun, id, &fields, &was),
            Row::Move { deal, fields } => {
                let taken = of_value::<deals::TakeMove>(Value::Object(fields))?;
                let (act, _) = deals::to_move(caller, deal.into(), taken).await?;
                Ok(Make::of(deal, act))
            }
        }
    }
}

fn to_make(noun: Noun, fields: Map<String, Value>) -> Result<Make, Problem> {
    Ok(match noun {
        Noun::Deal => Make::new(deals::to_create(fields)?),
        Noun::Company => Make::new(companies::to_create(fields)?),
        Noun::Person => Make::new(people::to_create(fields)?),
        Noun::Activity => Make::new(activities::to_plan(fields)?),
        Noun::Task => Make::new(CreateTask::from(of_value::<tasks::NewTask>(Value::Object(fields))?)),
        Noun::Note => Make::new(WriteNote::from(of_value::<notes::NewNote>(Value::Object(fields))?)),
    })
}

/// What became of a row: done, or refused.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BatchFate)]
pub struct Fate {
    /// The record that was made, changed or moved.
    pub id: Option<i64>,
    pub problem: Option<ProblemBody>,
}

impl Fate {
    pub fn of(done: Result<i64, Problem>) -> Fate {
        match done {
            Ok(id) => Fate { id: Some(id), problem: None },
            Err(problem) => Fate { id: None, problem: Some(problem.into_body()) },
        }
    }
}
