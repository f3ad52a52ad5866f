//! Placing history: an import puts a deal into any existing stage at its own date. Nothing is asked, no effects run;
//! what the stage would have asked stays as findings on the case. From then on every move is checked.

use jiff::Timestamp;
use process::{End, Finding, Severity, Words};
use sales::deal::{DealFields, month};
use sales::{Event, WorkingTime};
use store::Tx;
use store::rows::cases::{self, NewVisit, Run};
use store::rows::deals::{self, Origin};
use store::rows::events::About;
use store::rows::search;
use store::rows::totals::Share;

use super::definition_of;
use super::move_case::status;
use crate::{Error, Result, Scene, spine};

/// Where and when a deal is placed, and what it came from.
pub(crate) struct Place<'a> {
    pub version: i64,
    pub stage: &'a str,
    pub created_at: Timestamp,
    pub entered_at: Timestamp,
    /// Why it was lost, for a stage that is so; its key in the list of reasons.
    pub lost_reason: Option<&'a str>,
    pub source_id: Option<&'a str>,
    pub import_id: i64,
    /// An open activity is planned in the same transaction.
    pub has_next_step: bool,
    /// The calendar by whose days months are told.
    pub calendar: &'a WorkingTime,
    /// What search finds the deal by beside its name.
    pub words: &'a str,
}

/// A placed deal, and what an import writes of a whole batch at once: its share in the totals and what search finds.
pub(crate) struct Placed {
    pub deal: i64,
    pub share: Share,
    pub found: search::Entry,
}

/// Writes the placed deal, all but its share in the totals and its search entry. Only an import may call this.
pub(crate) fn place(
    tx: &mut Tx,
    scene: &Scene,
    fields: &DealFields,
    owner: i64,
    at: &Place<'_>,
) -> Result<Placed> {
    let definition = definition_of(tx, scene, at.version)?;
    let Some(stage) = definition.stage(at.stage) else {
        return Err(Error::field("stage", sales::Fault::Unknown { value: at.stage.to_owned() }));
    };
    let closed_at = stage.ends.map(|_| at.entered_at);
    let closed_month = closed_at.map(|closed| month(at.calendar.day_of(closed)));
    let origin = Origin {
        process_version_id: at.version,
        stage: at.stage,
        status: status(stage.ends),
        stage_probability: i64::from(stage.probability),
        entered_at: at.entered_at,
        closed_at,
        closed_month,
        lost_reason: at.lost_reason.filter(|_| stage.ends == Some(End::Lost)),
        source_id: at.source_id,
        import_id: Some(at.import_id),
        created_at: at.created_at,
        created_by: scene.by.member,
        now: scene.now,
    };
    let id = deals::insert(tx, fields, owner, &origin)?;
    let findings = standing_findings(stage, at.has_next_step);
    let kept = serde_json::to_string(&findings).map_err(|error| Error::Broken(error.to_string()))?;
    let visit = NewVisit {
        stage: at.stage,
        move_key: "",
        kind: "placed",
        started_at: at.created_at.min(at.entered_at),
        entered_at: at.entered_at,
    };
    let run = Run { process: &definition.key, version: at.version };
    cases::insert_placed(tx, id, &run, &visit, &kept)?;
    let about =
        About { import_id: Some(at.import_id), ..About::deal(id, fields.company_id, fields.person_id) };
    let event = Event::CasePlaced {
        stage: at.stage.to_owned(),
        entered_at: at.entered_at,
        findings: findings.iter().filter_map(|finding| finding.id.clone()).collect(),
    };
    spine::record(tx, scene, about, &event)?;
    let words = format!("{} {}", fields.name, at.words);
    let found =
        search::Entry { kind: "deal", record: id, owner: Some(owner), title: fields.name.clone(), words };
    Ok(Placed { deal: id, share: share(fields, owner, &origin), found })
}

fn share(fields: &DealFields, owner: i64, origin: &Origin<'_>) -> Share {
    Share {
        process_version_id: origin.process_version_id,
        stage: origin.stage.to_owned(),
        status: origin.status.to_owned(),
        kind: fields.kind.clone(),
        closed_month: origin.closed_month.clone(),
        owner_id: owner,
        currency: fields.currency.clone(),
        amount: fields.amount.unwrap_or(0),
        recurring: fields.recurring.unwrap_or(0),
    }
}

/// What the way into the stage would have asked, kept as warnings on the case.
fn standing_findings(stage: &process::Stage, has_next_step: bool) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for need in &stage.to_enter {
        findings.push(warning("placed-unchecked", Some(need.id.clone()), need.says.clone()));
    }
    if stage.is_open() && stage.next_step.is_some() && !has_next_step {
        let says = Words::new("No next step is planned.", "Следующий шаг не назначен.");
        findings.push(warning(process::code::NEXT_STEP, Some("next-step".to_owned()), says));
    }
    findings
}

fn warning(code: &'static str, id: Option<String>, says: Words) -> Finding {
    Finding {
        code,
        severity: Severity::Warns,
        line: 0,
        column: 0,
        at: String::new(),
        id,
        says,
        hint: Words::new(
            "Placed by an import: put it right when you next work on the deal.",
            "Поставлено импортом: поправьте, когда будете работать со сделкой.",
        ),
        mend: None,
    }
}
