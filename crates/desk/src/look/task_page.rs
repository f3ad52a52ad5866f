//! One task, as a form opens it.

use store::Tx;
use store::rows::tasks::{self, TaskRow};
use store::rows::{companies, deals, people};

use crate::{Error, Look, Result, Scene};

/// Looks at a task of one's own, or of a record within reach.
#[derive(Clone, Copy, Debug)]
pub struct TaskPage {
    pub id: i64,
}

impl Look for TaskPage {
    type Seen = TaskRow;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<TaskRow> {
        let task = tasks::get(tx, self.id)?;
        if task.owner_id.is_some() && task.owner_id == scene.by.member {
            return Ok(task);
        }
        match (task.deal_id, task.company_id, task.person_id) {
            (Some(deal), _, _) => scene.may_read(deals::get(tx, deal)?.owner_id)?,
            (_, Some(company), _) => {
                scene.may_read_shared(companies::find(tx, company)?.ok_or(Error::NotFound)?.owner_id)?;
            }
            (_, _, Some(person)) => {
                scene.may_read_shared(people::find(tx, person)?.ok_or(Error::NotFound)?.owner_id)?;
            }
            _ => scene.may_read(task.owner_id.ok_or(Error::NotFound)?)?,
        }
        Ok(task)
    }
}
