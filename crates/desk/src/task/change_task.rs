//! Changing a task's title, doer or deadline; a queue's task is taken by naming a doer.

use jiff::Timestamp;
use store::Tx;
use store::rows::{parts, tasks};

use crate::{Act, Conflict, Result, Scene};

#[derive(Clone, Debug)]
pub struct ChangeTask {
    pub id: i64,
    pub title: String,
    pub owner: Option<i64>,
    pub due_at: Option<Timestamp>,
}

impl Act for ChangeTask {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.writers_only()?;
        let task = tasks::get_to_change(tx, self.id)?;
        // Whoever works the queue may take from it, whatever the record's owner.
        let takes = match (&task.queue, scene.by.member, self.owner) {
            (Some(queue), Some(member), Some(owner)) => {
                owner == member && parts::is_of_queue(tx, member, queue)?
            }
            _ => false,
        };
        if !takes {
            super::ground_of(tx, scene, &task)?;
        }
        if task.done_at.is_some() {
            return Err(Conflict::Done.into());
        }
        super::check(tx, &self.title, self.owner)?;
        let owner = self.owner.or(task.owner_id);
        tasks::update(tx, self.id, self.title.trim(), owner, task.queue.as_deref(), self.due_at)?;
        Ok(())
    }
}
