//! Where a move goes in this case.

use super::{Case, found};
use crate::definition::{Definition, Move, Stage, Target};
use crate::text::both;
use crate::{Finding, code};

/// The stages a move may reach, in the order of the file.
pub fn reachable<'a>(definition: &'a Definition, case: &Case, movement: &Move) -> Vec<&'a Stage> {
    match &movement.to {
        Target::Stage(key) => definition.stage(key).into_iter().collect(),
        Target::AnyVisited => definition
            .stages()
            .iter()
            .filter(|stage| stage.is_open() && stage.key != case.stage && case.has_visited(&stage.key))
            .collect(),
        Target::LastOpen => vec![last_open(definition, case)],
        Target::Stay => definition.stage(&case.stage).into_iter().collect(),
        // Only strands branch.
        Target::First(_) => Vec::new(),
    }
}

/// The open stage the case was in last; the start for a case that was placed at its end.
fn last_open<'a>(definition: &'a Definition, case: &Case) -> &'a Stage {
    let mut stages = case.visits.iter().rev().filter_map(|visit| definition.stage(&visit.stage));
    stages.find(|stage| stage.is_open()).unwrap_or_else(|| definition.start())
}

/// The stage the command means; the choice may be left out where there is only one.
pub fn resolve<'a>(
    definition: &'a Definition,
    case: &Case,
    movement: &Move,
    wanted: Option<&str>,
) -> Result<&'a Stage, Box<Finding>> {
    let stages = reachable(definition, case, movement);
    let chosen = match wanted {
        Some(key) => stages.into_iter().find(|stage| stage.key == key),
        None if stages.len() == 1 => stages.into_iter().next(),
        None => None,
    };
    chosen.ok_or_else(|| {
        let says = match wanted {
            Some(key) => {
                both(format!("This move cannot go to {key}."), format!("Этот переход не ведёт на {key}."))
            }
            None => both("Say to which stage.", "Укажите, на какой этап."),
        };
        Box::new(found(code::NO_TARGET, Some("to"), &movement.spot, says, None))
    })
}
