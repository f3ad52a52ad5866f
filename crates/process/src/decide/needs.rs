//! Needs by the kind of move. All are evaluated; nothing is cut short.

use super::{Command, found};
use crate::condition::{Sight, truth, why};
use crate::definition::{Definition, Level, Move, MoveKind, Need, Stage};
use crate::text::both;
use crate::{Finding, Severity, code};

/// What a step passes although it does not hold.
#[derive(Default)]
pub struct Passed {
    pub flagged: Vec<Finding>,
    pub overridden: Vec<Finding>,
}

/// The needs of a move: forward asks always + the stage's + its own + the target's, all others only their own.
pub fn demanded<'a>(
    definition: &'a Definition,
    from: &'a Stage,
    movement: &'a Move,
    to: &'a Stage,
) -> impl Iterator<Item = &'a Need> {
    let forward = movement.kind == MoveKind::Forward;
    let around = move |needs: &'a [Need]| if forward { needs } else { &[] };
    around(&definition.always)
        .iter()
        .chain(around(&from.to_go_on))
        .chain(&movement.needs)
        .chain(around(&to.to_enter))
}

/// Whether the need is asked at all.
pub fn asked(need: &Need, sight: &Sight<'_>) -> bool {
    need.only_if.as_ref().is_none_or(|condition| truth(&condition.tree, sight) == Some(true))
}

/// Sorts the needs that do not hold: refused, accepted, passed over.
pub fn judge<'a>(
    needs: impl Iterator<Item = &'a Need>,
    sight: &Sight<'_>,
    command: &Command,
    findings: &mut Vec<Finding>,
) -> Passed {
    let overrides = overriding(sight, command, findings);
    let mut passed = Passed::default();
    for need in needs {
        if !asked(need, sight) || truth(&need.holds.tree, sight) == Some(true) {
            continue;
        }
        let finding = unmet(need, sight);
        let unasked = !sight.knowledge.taker_is_person || command.through.is_some();
        let accepted = unasked || command.accepts.contains(&need.id);
        match need.level {
            Level::Warn if accepted => passed.flagged.push(finding),
            Level::Block if overrides && !need.firm => passed.overridden.push(finding),
            _ => findings.push(finding),
        }
    }
    passed
}

/// What a first stage asks of whoever enters it: warnings that stand on the case, and blocks that refuse it.
pub fn judge_start(stage: &Stage, sight: &Sight<'_>) -> (Vec<Finding>, Vec<Finding>) {
    let wanting = stage.to_enter.iter().filter(|need| asked(need, sight));
    let wanting = wanting.filter(|need| truth(&need.holds.tree, sight) != Some(true));
    wanting.map(|need| unmet(need, sight)).partition(|finding| finding.severity == Severity::Warns)
}

/// Whether the command overrides; a wish to, without privilege or reason, is refused.
fn overriding(sight: &Sight<'_>, command: &Command, findings: &mut Vec<Finding>) -> bool {
    let Some(reason) = &command.override_reason else { return false };
    let may = sight.knowledge.may_override && !reason.trim().is_empty();
    if !may {
        let says = both(
            "An override needs the privilege and a reason.",
            "Для перехода в обход нужны право и причина.",
        );
        findings.push(found(code::NO_OVERRIDE, Some("override"), &Default::default(), says, None));
    }
    may
}

/// The finding of a need that does not hold, with the reason in the facts as hint.
pub fn unmet(need: &Need, sight: &Sight<'_>) -> Finding {
    let mut finding = found(code::NEED, Some(&need.id), &need.spot, need.says.clone(), need.mend.clone());
    finding.hint = why(&need.holds.tree, sight);
    if need.level == Level::Warn {
        finding.severity = Severity::Warns;
    }
    finding
}
