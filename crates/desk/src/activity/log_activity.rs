//! Logging what took place without having been planned.

use sales::Fault;
use sales::activity::ActivityFields;
use store::Tx;
use store::rows::activities;

use super::{CompleteActivity, Completed, On, ground, plan};
use crate::{Act, Error, Result, Scene};

/// An activity that took place, and the next step if one follows.
#[derive(Clone, Debug)]
pub struct LogActivity {
    pub on: On,
    pub fields: ActivityFields,
    pub outcome: Option<String>,
    pub findings: String,
    pub next_step: Option<ActivityFields>,
}

impl Act for LogActivity {
    type Done = Completed;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Completed> {
        let ground = ground(tx, scene, self.on)?;
        plan::check(tx, scene, &ground, None, &self.fields)?;
        let owner = self.fields.owner_id.or(scene.by.member);
        let owner = owner.or(ground.deal.as_ref().map(|deal| deal.owner_id));
        let owner = owner.ok_or(Error::field("owner", Fault::Required))?;
        let id =
            activities::insert(tx, &self.fields, ground.subject, owner, None, scene.now, scene.by.member)?;
        let done = CompleteActivity {
            id,
            started_at: Some(self.fields.starts_at),
            ended_at: Some(self.fields.ends_at),
            outcome: self.outcome.clone(),
            words: self.fields.words.clone(),
            findings: self.findings.clone(),
            next_step: self.next_step.clone(),
        };
        done.carry_out(tx, scene, false)
    }
}
