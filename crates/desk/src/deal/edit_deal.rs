//! Editing a deal's fields. Two who edit at once are both told: the second one's version no longer fits.

use sales::Event;
use sales::deal::DealFields;
use sales::event::Change;
use sales::vocabulary::names_of;
use store::Tx;
use store::rows::deals::{self, DealRow};
use store::rows::events::About;
use store::rows::totals::{self, Share};

use super::entry;
use crate::case::{definition_of, settle_deal};
use crate::{Act, Conflict, Error, Result, Scene, spine};

/// Writes all editable fields as they now stand in the form. The owner stays: see `AssignDeal`.
#[derive(Clone, Debug)]
pub struct EditDeal {
    pub id: i64,
    /// The version the editor saw.
    pub version: i64,
    pub fields: DealFields,
}

impl Act for EditDeal {
    /// The new version.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let deal = deals::get_to_change(tx, self.id)?;
        scene.may_read(deal.owner_id)?;
        scene.may_write(deal.owner_id)?;
        if deal.archived_at.is_some() {
            return Err(Conflict::Archived.into());
        }
        if deal.version != self.version {
            return Err(Error::Stale);
        }
        let fields = DealFields { owner_id: Some(deal.owner_id), ..self.fields.clone() };
        entry::check(tx, scene, &fields)?;
        let people = deals::list_people(tx, deal.id)?;
        let lines = deals::list_lines(tx, deal.id)?;
        let changes = spine::changes(&deal.fields(people, lines), &fields)?;
        if changes.is_empty() {
            return Ok(deal.version);
        }
        unlocked(tx, scene, &deal, &changes)?;
        deals::update_fields(tx, deal.id, &fields, deal.owner_id, scene.now)?;
        deals::put_parts(tx, deal.id, &fields.people, &fields.lines)?;
        let edited = deals::get(tx, deal.id)?;
        totals::change(tx, Share::of(&deal).as_ref(), Share::of(&edited).as_ref())?;
        entry::index_deal(tx, &edited)?;
        let about = About::deal(edited.id, edited.company_id, edited.person_id);
        spine::record(tx, scene, about, &Event::DealChanged { changes })?;
        Ok(settle_deal(tx, scene, self.id)?.version)
    }
}

/// Refuses what the deal's stage lets only an amendment change.
fn unlocked(tx: &mut Tx, scene: &Scene, deal: &DealRow, changes: &[Change]) -> Result<()> {
    let definition = definition_of(tx, scene, deal.process_version_id)?;
    let Some(stage) = definition.stage(&deal.stage).filter(|stage| !stage.locks.is_empty()) else {
        return Ok(());
    };
    let names: Vec<String> = changes.iter().flat_map(|change| names_of(&change.field)).collect();
    let findings = process::locked(stage, names.iter().map(String::as_str));
    if findings.is_empty() { Ok(()) } else { Err(Error::Refused(findings)) }
}
