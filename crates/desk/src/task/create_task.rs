//! A new task on a record, or a member's own.

use jiff::Timestamp;
use sales::{Event, Fault};
use store::Tx;
use store::rows::tasks::{self, NewTask};

use crate::activity::{On, ground};
use crate::{Act, Error, Result, Scene, spine};

#[derive(Clone, Debug)]
pub struct CreateTask {
    pub on: On,
    pub title: String,
    /// None is the actor.
    pub owner: Option<i64>,
    pub due_at: Option<Timestamp>,
}

impl Act for CreateTask {
    /// The new task's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let ground = ground(tx, scene, self.on)?;
        super::check(tx, &self.title, self.owner)?;
        let owner = self.owner.or(scene.by.member).ok_or(Error::field("owner", Fault::Required))?;
        let task = NewTask {
            title: self.title.trim(),
            kind: "",
            subject: ground.subject,
            owner_id: Some(owner),
            queue: None,
            due_at: self.due_at,
            effect_key: None,
        };
        let id = tasks::insert(tx, &task, scene.now, scene.by.member)?
            .ok_or_else(|| Error::Broken("a task without effect key was made before".to_owned()))?;
        let event = Event::TaskCreated {
            task: id,
            title: self.title.trim().to_owned(),
            owner: Some(owner),
            queue: None,
            due_at: self.due_at,
            by_process: false,
        };
        spine::record(tx, scene, ground.about, &event)?;
        Ok(id)
    }
}
