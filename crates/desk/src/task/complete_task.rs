//! Completing a task, and taking that back.

use sales::Event;
use store::Tx;
use store::rows::tasks;

use crate::{Act, Result, Scene, spine};

#[derive(Clone, Copy, Debug)]
pub struct CompleteTask {
    pub id: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct ReopenTask {
    pub id: i64,
}

impl Act for CompleteTask {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        set(tx, scene, self.id, true)
    }
}

impl Act for ReopenTask {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        set(tx, scene, self.id, false)
    }
}

fn set(tx: &mut Tx, scene: &Scene, id: i64, done: bool) -> Result<()> {
    scene.writers_only()?;
    let task = tasks::get_to_change(tx, id)?;
    let ground = super::ground_of(tx, scene, &task)?;
    if task.done_at.is_some() == done {
        return Ok(());
    }
    tasks::set_done(tx, id, done.then_some(scene.now), scene.by.member.filter(|_| done))?;
    let title = task.title;
    let event =
        if done { Event::TaskDone { task: id, title } } else { Event::TaskReopened { task: id, title } };
    spine::record(tx, scene, ground.about, &event)
}
