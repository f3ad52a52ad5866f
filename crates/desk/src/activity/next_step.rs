//! Nothing falls between two chairs: what takes a deal's last planned activity away asks for the next first
//! (seed 003.2).

use sales::activity::ActivityFields;
use store::Tx;
use store::rows::deals::DealRow;
use store::rows::events::Of;
use store::rows::{activities, cases, companies, deals};

use super::plan::{plan_for_deal, plan_on};
use crate::case::{Record, definition_of};
use crate::{Error, Result, Scene};

/// Called after an activity was completed or cancelled: plans what was given, and refuses the whole act where an open
/// deal would be left without a next step that its stage asks for.
pub(crate) fn keep(
    tx: &mut Tx,
    scene: &Scene,
    deal: &DealRow,
    next: Option<&ActivityFields>,
) -> Result<Option<i64>> {
    let planned = match next {
        Some(next) => Some(plan_for_deal(tx, scene, deal, next, false)?),
        None => None,
    };
    deals::refresh_next_step(tx, deal.id)?;
    let definition = definition_of(tx, scene, deal.process_version_id)?;
    let asked =
        definition.stage(&deal.stage).is_some_and(|stage| stage.is_open() && stage.next_step.is_some());
    if asked && deal.archived_at.is_none() && activities::list_open_of_deal(tx, deal.id)?.is_empty() {
        return Err(Error::NextStepRequired { of: Of::Deal(deal.id) });
    }
    Ok(planned)
}

/// The same on a company: some process that runs there may stand in a stage that asks for a next step.
pub(crate) fn keep_on_company(
    tx: &mut Tx,
    scene: &Scene,
    company: i64,
    next: Option<&ActivityFields>,
) -> Result<Option<i64>> {
    let row = companies::find(tx, company)?.ok_or(Error::NotFound)?;
    let is_archived = row.archived_at.is_some();
    let planned = match next {
        Some(next) => Some(plan_on(tx, scene, &Record::company(row), next)?),
        None => None,
    };
    if is_archived || activities::has_open_of_company(tx, company)? {
        return Ok(planned);
    }
    for case in cases::list_of_company(tx, company)? {
        let definition = definition_of(tx, scene, case.process_version_id)?;
        if definition.stage(&case.stage).is_some_and(|stage| stage.is_open() && stage.next_step.is_some()) {
            return Err(Error::NextStepRequired { of: Of::Company(company) });
        }
    }
    Ok(planned)
}
