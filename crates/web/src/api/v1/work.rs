//! What a list of activities or tasks is asked by.

use desk::look::{Cursor, WorkAsked};
use jiff::Timestamp;
use sales::Fault;
use serde::Deserialize;
use utoipa::IntoParams;

use super::bounds::{Ids, Keys, Limit, Word, WorkStatus};
use super::shared::Commas;
use super::{Caller, Problem};

const OPEN: &str = "open";
const DONE: &str = "done";
/// What work may be asked by.
pub const STATUSES: [&str; 2] = [OPEN, DONE];

/// Several values stand with commas between them.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct WorkQuery {
    /// Ids of members.
    #[param(value_type = Option<Ids>, inline, style = Form, explode = false)]
    pub owner: Commas<i64>,
    /// A team with all below it.
    pub team: Option<i64>,
    /// Types of activities, kinds of tasks.
    #[param(value_type = Option<Keys>, inline, style = Form, explode = false)]
    #[serde(rename = "type")]
    pub kind: Commas<String>,
    /// `open` or `done`; both where nothing is said.
    #[param(value_type = Option<WorkStatus>, inline)]
    pub status: Option<String>,
    /// Starts (a task: is due) at this instant or later.
    pub from: Option<Timestamp>,
    /// Starts (a task: is due) before this instant.
    pub until: Option<Timestamp>,
    pub deal_id: Option<i64>,
    /// The company's own and that of its deals.
    pub company_id: Option<i64>,
    /// The person's own and that of their deals.
    pub person_id: Option<i64>,
    /// The latest first.
    #[param(value_type = Option<bool>)]
    pub desc: bool,
    /// The `next` of the page before.
    #[param(value_type = Option<Word>, inline)]
    pub after: Option<String>,
    /// 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

impl WorkQuery {
    pub fn asked(self, caller: &Caller) -> Result<WorkAsked, Problem> {
        let done = match self.status.as_deref() {
            None => None,
            Some(OPEN) => Some(false),
            Some(DONE) => Some(true),
            Some(odd) => return Err(caller.fault("status", Fault::Unknown { value: odd.to_owned() })),
        };
        Ok(WorkAsked {
            owners: (!self.owner.0.is_empty()).then_some(self.owner.0),
            team: self.team,
            kinds: self.kind.0,
            done,
            from: self.from,
            until: self.until,
            deal_id: self.deal_id,
            company_id: self.company_id,
            person_id: self.person_id,
            desc: self.desc,
            limit: caller.limit(self.limit)?,
            after: self.after.map(Cursor),
        })
    }
}
