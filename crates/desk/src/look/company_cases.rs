//! The processes that run on a company, and those that may be started on it.

use process::Words;
use serde_json::Value;
use store::Tx;
use store::rows::cases::{self, CaseRow};
use store::rows::deal_page::{DealTask, OpenActivity};
use store::rows::{companies, company_page, processes};

use super::deal_page::{Stay, stay};
use crate::case::{CaseOf, OpenMoves, Ways, definition_of};
use crate::{Error, Look, Result, Scene};

/// Looks at the cases of a company.
#[derive(Clone, Copy, Debug)]
pub struct CompanyCases {
    pub company: i64,
}

/// A case with its ways out and where it has been.
#[derive(Clone, Debug)]
pub struct CaseSeen {
    pub process: String,
    pub title: Words,
    pub stage_title: Words,
    pub ways: Ways,
    pub stays: Vec<Stay>,
    /// What stays open on the case, as findings of the process language write themselves.
    pub findings: Vec<Value>,
}

/// An active process that does not run on the company yet.
#[derive(Clone, Debug)]
pub struct Startable {
    pub process: String,
    pub title: Words,
    /// Where it begins.
    pub stage: Words,
    pub help: Words,
    /// A next step must be planned with it.
    pub asks_next_step: bool,
}

#[derive(Clone, Debug)]
pub struct CompanyCasesSeen {
    pub name: String,
    pub owner: Option<i64>,
    pub cases: Vec<CaseSeen>,
    pub startable: Vec<Startable>,
    /// Planned with the company, earliest first.
    pub activities: Vec<OpenActivity>,
    pub tasks: Vec<DealTask>,
    pub may_write: bool,
}

impl Look for CompanyCases {
    type Seen = CompanyCasesSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<CompanyCasesSeen> {
        let company = companies::find(tx, self.company)?.ok_or(Error::NotFound)?;
        scene.may_read_shared(company.owner_id)?;
        let rows = cases::list_of_company(tx, self.company)?;
        let startable = startable(tx, scene, &rows)?;
        let cases = rows.into_iter().map(|row| seen(tx, scene, self.company, row));
        let cases = cases.collect::<Result<Vec<_>>>()?;
        Ok(CompanyCasesSeen {
            cases,
            startable,
            activities: company_page::list_open_activities(tx, self.company, &scene.by.reads)?,
            tasks: company_page::list_tasks(tx, self.company, &scene.by.reads)?,
            may_write: scene.by.writes.holds_shared(company.owner_id) && company.archived_at.is_none(),
            name: company.name,
            owner: company.owner_id,
        })
    }
}

fn seen(tx: &mut Tx, scene: &Scene, company: i64, row: CaseRow) -> Result<CaseSeen> {
    let ways = OpenMoves { of: CaseOf::company(company, &row.process) }.look(tx, scene)?;
    let definition = &ways.definition;
    let visits = cases::list_visits(tx, row.id)?;
    let stage = definition.stage(&row.stage).map(|stage| stage.title.clone());
    Ok(CaseSeen {
        title: definition.title.clone(),
        stage_title: stage.unwrap_or_else(|| Words::same(&row.stage)),
        stays: visits.into_iter().map(|visit| stay(definition, visit, scene.now)).collect(),
        findings: serde_json::from_str(&row.findings)
            .map_err(|error| Error::Broken(format!("findings of case {}: {error}", row.id)))?,
        process: row.process,
        ways,
    })
}

fn startable(tx: &mut Tx, scene: &Scene, running: &[CaseRow]) -> Result<Vec<Startable>> {
    let mut all = Vec::new();
    for row in processes::list_newest_on(tx, "company")?.into_iter().filter(|row| row.active) {
        if running.iter().any(|case| case.process == row.process) {
            continue;
        }
        let definition = definition_of(tx, scene, row.id)?;
        if definition.by_nobody {
            continue;
        }
        let start = definition.start();
        all.push(Startable {
            process: row.process,
            title: definition.title.clone(),
            stage: start.title.clone(),
            help: start.help.clone(),
            asks_next_step: start.next_step.as_ref().is_some_and(|rule| rule.else_plan.is_none()),
        });
    }
    Ok(all)
}
