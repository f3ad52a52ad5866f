//! What an activity, task or note hangs on, and who may add to it.

use store::Tx;
use store::rows::activities::{ActivityRow, Subject};
use store::rows::deals::DealRow;
use store::rows::events::{About, Of};
use store::rows::{companies, deals, people};

use crate::{Conflict, Error, Result, Scene};

/// The record that something hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Deal(i64),
    Company(i64),
    Person(i64),
    /// A member's own work, on no record.
    Nothing,
}

/// The record found, and the actor allowed to add to it.
pub(crate) struct Ground {
    pub subject: Subject,
    pub about: About,
    pub deal: Option<DealRow>,
}

/// Authorizes and loads.
pub(crate) fn ground(tx: &mut Tx, scene: &Scene, on: On) -> Result<Ground> {
    scene.writers_only()?;
    match on {
        On::Nothing => Ok(Ground { subject: Subject::default(), about: About::default(), deal: None }),
        On::Deal(id) => {
            let deal = deals::get_to_change(tx, id)?;
            scene.may_read(deal.owner_id)?;
            scene.may_write(deal.owner_id)?;
            if deal.archived_at.is_some() {
                return Err(Conflict::Archived.into());
            }
            let subject = Subject { deal_id: Some(id), ..Subject::default() };
            Ok(Ground { subject, about: About::deal(id, deal.company_id, deal.person_id), deal: Some(deal) })
        }
        On::Company(id) => {
            let company = companies::find(tx, id)?.ok_or(Error::NotFound)?;
            allowed(scene, company.owner_id, company.archived_at.is_some())?;
            let subject = Subject { company_id: Some(id), ..Subject::default() };
            Ok(Ground { subject, about: About::company(id), deal: None })
        }
        On::Person(id) => {
            let person = people::find(tx, id)?.ok_or(Error::NotFound)?;
            allowed(scene, person.owner_id, person.archived_at.is_some())?;
            let subject = Subject { person_id: Some(id), ..Subject::default() };
            Ok(Ground { subject, about: About::person(id), deal: None })
        }
    }
}

/// The same for an activity that is there. One on no record is its owner's.
pub(crate) fn ground_of(tx: &mut Tx, scene: &Scene, activity: &ActivityRow) -> Result<Ground> {
    let on = On::of(Subject {
        deal_id: activity.deal_id,
        company_id: activity.company_id,
        person_id: activity.person_id,
    });
    let ground = ground(tx, scene, on)?;
    if on == On::Nothing {
        scene.may_read(activity.owner_id)?;
        scene.may_write(activity.owner_id)?;
    }
    Ok(ground)
}

fn allowed(scene: &Scene, owner: Option<i64>, archived: bool) -> Result<()> {
    scene.may_read_shared(owner)?;
    scene.may_write_shared(owner)?;
    if archived { Err(Conflict::Archived.into()) } else { Ok(()) }
}

impl From<Of> for On {
    fn from(of: Of) -> On {
        match of {
            Of::Deal(id) => On::Deal(id),
            Of::Company(id) => On::Company(id),
            Of::Person(id) => On::Person(id),
        }
    }
}

impl On {
    /// From the columns of a row: the deal first, then the company.
    pub(crate) fn of(subject: Subject) -> On {
        match subject {
            Subject { deal_id: Some(id), .. } => On::Deal(id),
            Subject { company_id: Some(id), .. } => On::Company(id),
            Subject { person_id: Some(id), .. } => On::Person(id),
            _ => On::Nothing,
        }
    }
}
