//! Activities and tasks within reach, by keyset.

use jiff::Timestamp;
use store::Tx;
use store::rows::deal_filter;
use store::rows::work_list::{self, ListedActivity, ListedTask, WorkFilter};

use super::cursor::Cursor;
use crate::{Look, Result, Scene};

/// Which work, in which order, after which row; what is empty asks nothing.
#[derive(Clone, Debug, Default)]
pub struct WorkAsked {
    pub owners: Option<Vec<i64>>,
    /// A team and all below it.
    pub team: Option<i64>,
    /// Types of activities, kinds of tasks.
    pub kinds: Vec<String>,
    pub done: Option<bool>,
    /// Starts (is due) within `from..until`.
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    pub deal_id: Option<i64>,
    pub company_id: Option<i64>,
    pub person_id: Option<i64>,
    pub desc: bool,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// A page of work; `next` leads to the one after it.
#[derive(Clone, Debug)]
pub struct WorkPageful<Row> {
    pub rows: Vec<Row>,
    pub next: Option<Cursor>,
}

/// Lists activities by their start.
#[derive(Clone, Debug)]
pub struct ActivityList(pub WorkAsked);

impl Look for ActivityList {
    type Seen = WorkPageful<ListedActivity>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Self::Seen> {
        let (filter, limit) = self.0.filter(tx)?;
        let mut rows = work_list::list_activities(tx, &scene.by.reads, &filter, limit + 1)?;
        let next = Cursor::cut(&mut rows, limit, |row| (row.mark, row.id))?;
        Ok(WorkPageful { rows, next })
    }
}

/// Lists tasks by their deadline, those without one last.
#[derive(Clone, Debug)]
pub struct TaskList(pub WorkAsked);

impl Look for TaskList {
    type Seen = WorkPageful<ListedTask>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Self::Seen> {
        let (filter, limit) = self.0.filter(tx)?;
        let mut rows = work_list::list_tasks(tx, scene.by.member, &scene.by.reads, &filter, limit + 1)?;
        let next = Cursor::cut(&mut rows, limit, |row| (row.mark, row.id))?;
        Ok(WorkPageful { rows, next })
    }
}

impl WorkAsked {
    /// The filter as rows are asked by it, and the rows of a page.
    fn filter(&self, tx: &mut Tx) -> Result<(WorkFilter, i64)> {
        let mut owners = self.owners.clone();
        if let Some(team) = self.team {
            let mut members = deal_filter::list_team_members(tx, team)?;
            members.retain(|member| owners.as_ref().is_none_or(|asked| asked.contains(member)));
            owners = Some(members);
        }
        let filter = WorkFilter {
            owners,
            kinds: self.kinds.clone(),
            done: self.done,
            from: self.from,
            until: self.until,
            deal_id: self.deal_id,
            company_id: self.company_id,
            person_id: self.person_id,
            desc: self.desc,
            after: self.after.as_ref().map(Cursor::read).transpose()?,
        };
        Ok((filter, self.limit.clamp(1, 200)))
    }
}
