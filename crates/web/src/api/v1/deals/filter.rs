//! Which deals are asked for.

use desk::look::ListFilter;
use sales::Fault;
use sales::activity::NextStep;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::v1::bounds::{DealOrder, Ids, Keys, Limit, Statuses, StepStands, Word};
use crate::api::v1::shared::Commas;
use crate::api::v1::{Caller, Problem};

/// What the status of a deal is asked by.
pub const STATUSES: [&str; 4] = ["open", "won", "lost", "closed"];

/// What a list of deals is asked by; several values stand with commas between them.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct DealQuery {
    /// Ids of members.
    #[param(value_type = Option<Ids>, inline, style = Form, explode = false)]
    pub owner: Commas<i64>,
    /// A team with all below it.
    pub team: Option<i64>,
    #[param(value_type = Option<Word>, inline)]
    pub process: Option<String>,
    #[param(value_type = Option<Keys>, inline, style = Form, explode = false)]
    pub stage: Commas<String>,
    /// `open`, `won`, `lost`, `closed`.
    #[param(value_type = Option<Statuses>, inline, style = Form, explode = false)]
    pub status: Commas<String>,
    #[param(value_type = Option<Keys>, inline, style = Form, explode = false)]
    #[serde(rename = "type")]
    pub kind: Commas<String>,
    #[param(value_type = Option<Keys>, inline, style = Form, explode = false)]
    pub source: Commas<String>,
    /// Words of the deal's, the company's or the person's name.
    #[param(value_type = Option<Word>, inline)]
    pub q: Option<String>,
    /// `overdue`, `today`, `planned` or `missing`.
    #[param(value_type = Option<StepStands>, inline)]
    pub next_step: Option<String>,
    pub company_id: Option<i64>,
    pub person_id: Option<i64>,
    /// Archived deals alone.
    #[param(value_type = Option<bool>)]
    pub archived: bool,
    /// `name`, `amount`, `expected_close`, `created`, `changed`, `next_step` or `stage`; `created` where nothing is said.
    #[param(value_type = Option<DealOrder>, inline)]
    pub sort: Option<String>,
    #[param(value_type = Option<bool>)]
    pub desc: bool,
    /// The `next` of the page before.
    #[param(value_type = Option<Word>, inline)]
    pub after: Option<String>,
    /// 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

impl DealQuery {
    pub fn filter(&self, caller: &Caller) -> Result<ListFilter, Problem> {
        if let Some(odd) = self.status.0.iter().find(|status| !STATUSES.contains(&status.as_str())) {
            return Err(caller.fault("status", Fault::Unknown { value: odd.clone() }));
        }
        Ok(ListFilter {
            owners: (!self.owner.0.is_empty()).then(|| self.owner.0.clone()),
            team: self.team,
            process: self.process.clone(),
            stages: self.stage.0.clone(),
            statuses: self.status.0.clone(),
            types: self.kind.0.clone(),
            sources: self.source.0.clone(),
            text: self.q.clone(),
            next_step: next_step(self.next_step.as_deref(), caller)?,
            company_id: self.company_id,
            person_id: self.person_id,
            archived: self.archived,
        })
    }
}

/// How the next step must stand.
pub fn next_step(asked: Option<&str>, caller: &Caller) -> Result<Option<NextStep>, Problem> {
    let Some(asked) = asked else { return Ok(None) };
    let found = NextStep::ALL.into_iter().find(|step| step.key() == asked);
    match found {
        Some(step) => Ok(Some(step)),
        None => Err(caller.fault("next_step", Fault::Unknown { value: asked.to_owned() })),
    }
}
