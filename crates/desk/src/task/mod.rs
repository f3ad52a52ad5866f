//! Tasks: work with a deadline.

mod change_task;
mod complete_task;
mod create_task;

pub use change_task::ChangeTask;
pub use complete_task::{CompleteTask, ReopenTask};
pub use create_task::CreateTask;

use sales::Fault;
use sales::field::{self, FieldError, NAME_MOST};
use store::Tx;
use store::rows::members;
use store::rows::tasks::TaskRow;

use crate::activity::{Ground, On, ground};
use crate::{Error, Result, Scene};

/// Checks a task's title and that its doer is a member.
fn check(tx: &mut Tx, title: &str, owner: Option<i64>) -> Result<()> {
    let mut faults = Vec::new();
    field::check_text(&mut faults, "title", title, true, NAME_MOST);
    if let Some(owner) = owner
        && members::find(tx, owner)?.is_none_or(|member| member.archived_at.is_some())
    {
        faults.push(FieldError::new("owner", Fault::Unknown { value: owner.to_string() }));
    }
    Error::unless_valid(faults)
}

/// Authorizes an act on a task: its doer may work it, and whoever may change its record.
pub(crate) fn ground_of(tx: &mut Tx, scene: &Scene, task: &TaskRow) -> Result<Ground> {
    let subject = store::rows::activities::Subject {
        deal_id: task.deal_id,
        company_id: task.company_id,
        person_id: task.person_id,
    };
    let on = On::of(subject);
    if on == On::Nothing {
        scene.writers_only()?;
        let owner = task.owner_id.ok_or(Error::NotFound)?;
        scene.may_read(owner)?;
        scene.may_write(owner)?;
    }
    if task.owner_id.is_some() && task.owner_id == scene.by.member {
        let about = store::rows::events::About {
            deal_id: task.deal_id,
            company_id: task.company_id,
            person_id: task.person_id,
            import_id: None,
        };
        return Ok(Ground { subject, about, deal: None });
    }
    ground(tx, scene, on)
}
