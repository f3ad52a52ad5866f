//! The record that an activity hangs on, as its form shows it.

use desk::activity::On;
use desk::company::CompanyPage;
use desk::look::{ActivityRow, CompanyCases, DealPage};
use desk::person::PersonPage;

use crate::app::App;
use crate::posted::Form;
use crate::routes;
use crate::visitor::Visitor;

/// A record, whom one may meet there, and what is planned.
pub struct Ground {
    pub on: On,
    /// `deal=42`, as links and hidden fields write it.
    pub query: String,
    pub name: String,
    pub href: String,
    pub people: Vec<(String, String)>,
    /// Open activities.
    pub planned: Vec<i64>,
    /// An open deal or a process of a company, in a stage that always has a next step.
    pub keeps_next_step: bool,
}

impl Ground {
    /// # Errors
    /// What the desk says: the record may be out of reach.
    pub async fn load(app: &App, visitor: &Visitor, on: On) -> desk::Result<Ground> {
        match on {
            On::Deal(id) => deal(app, visitor, id).await,
            On::Company(id) => company(app, visitor, id).await,
            On::Person(id) => person(app, visitor, id).await,
            On::Nothing => Ok(Ground::bare(on, String::new(), String::new(), "/day".to_owned())),
        }
    }

    fn bare(on: On, query: String, name: String, href: String) -> Ground {
        Ground { on, query, name, href, people: Vec::new(), planned: Vec::new(), keeps_next_step: false }
    }

    /// Whether nothing is planned but perhaps this one, so that another step must follow.
    pub fn wants_next_after(&self, activity: Option<i64>) -> bool {
        self.keeps_next_step && self.planned.iter().all(|planned| Some(*planned) == activity)
    }
}

/// What the address or the form names: the deal first, then the company.
pub fn named(form: &Form) -> On {
    match (form.id("deal"), form.id("company"), form.id("person")) {
        (Some(id), _, _) => On::Deal(id),
        (_, Some(id), _) => On::Company(id),
        (_, _, Some(id)) => On::Person(id),
        _ => On::Nothing,
    }
}

pub fn of(activity: &ActivityRow) -> On {
    match (activity.deal_id, activity.company_id, activity.person_id) {
        (Some(id), _, _) => On::Deal(id),
        (_, Some(id), _) => On::Company(id),
        (_, _, Some(id)) => On::Person(id),
        _ => On::Nothing,
    }
}

async fn deal(app: &App, visitor: &Visitor, id: i64) -> desk::Result<Ground> {
    let seen = app.desk.read(visitor.actor(), DealPage { id }).await?;
    let client = seen.company.as_ref().or(seen.person.as_ref()).map(|link| link.name.clone());
    let mut ground =
        Ground::bare(On::Deal(id), format!("deal={id}"), client.unwrap_or(seen.deal.name), routes::deal(id));
    ground.people =
        seen.people.into_iter().map(|person| (person.person_id.to_string(), person.name)).collect();
    ground.planned = seen.activities.iter().map(|activity| activity.id).collect();
    let stage = seen.definition.stage(&seen.deal.stage);
    ground.keeps_next_step = stage.is_some_and(|stage| stage.is_open() && stage.next_step.is_some());
    Ok(ground)
}

async fn company(app: &App, visitor: &Visitor, id: i64) -> desk::Result<Ground> {
    let seen = app.desk.read(visitor.actor(), CompanyPage { id }).await?;
    let href = routes::company(id);
    let mut ground = Ground::bare(On::Company(id), format!("company={id}"), seen.company.name, href);
    ground.people = seen.people.into_iter().map(|person| (person.id.to_string(), person.name)).collect();
    let runs = app.desk.read(visitor.actor(), CompanyCases { company: id }).await?;
    ground.planned = runs.activities.iter().map(|activity| activity.id).collect();
    let mut stages = runs.cases.iter().filter_map(|case| case.ways.definition.stage(&case.ways.stage));
    ground.keeps_next_step = stages.any(|stage| stage.is_open() && stage.next_step.is_some());
    Ok(ground)
}

async fn person(app: &App, visitor: &Visitor, id: i64) -> desk::Result<Ground> {
    let seen = app.desk.read(visitor.actor(), PersonPage { id }).await?;
    let name = seen.person.name;
    let mut ground = Ground::bare(On::Person(id), format!("person={id}"), name.clone(), routes::person(id));
    ground.people = vec![(id.to_string(), name)];
    Ok(ground)
}
