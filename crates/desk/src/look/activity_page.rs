//! One activity, as a form opens it.

use store::Tx;
use store::rows::activities::{self, ActivityRow};
use store::rows::{companies, deals, people};

use crate::{Error, Look, Result, Scene};

/// Looks at an activity of a record within reach, or at one's own.
#[derive(Clone, Copy, Debug)]
pub struct ActivityPage {
    pub id: i64,
}

impl Look for ActivityPage {
    type Seen = ActivityRow;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<ActivityRow> {
        let activity = activities::get(tx, self.id)?;
        match (activity.deal_id, activity.company_id, activity.person_id) {
            (Some(deal), _, _) => scene.may_read(deals::get(tx, deal)?.owner_id)?,
            (_, Some(company), _) => {
                scene.may_read_shared(companies::find(tx, company)?.ok_or(Error::NotFound)?.owner_id)?;
            }
            (_, _, Some(person)) => {
                scene.may_read_shared(people::find(tx, person)?.ok_or(Error::NotFound)?.owner_id)?;
            }
            _ => scene.may_read(activity.owner_id)?,
        }
        Ok(activity)
    }
}
