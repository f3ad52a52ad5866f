//! The clock in conditions: only what a hand asks for at the moment may read it. What must hold by itself would come
//! true, or cease, without anything that happened.

use crate::condition::{Condition, Node};
use crate::definition::{Branch, Definition, Move, MoveKind, Need, Target};
use crate::text::{Report, Spot, both};

/// DW210.
pub fn check(definition: &Definition, report: &mut Report) {
    for need in definition.stages().iter().flat_map(|stage| &stage.to_go_on).filter(|need| need.stays_true) {
        of_need(need, report);
    }
    for movement in definition.moves().iter().filter(|movement| movement.by_itself) {
        of_move(movement, report);
        if movement.kind == MoveKind::Forward {
            around(definition, movement).for_each(|need| of_need(need, report));
        }
    }
    for strand in definition.strands() {
        one(strand.present.as_ref(), &strand.spot, report);
        for movement in &strand.moves {
            one(movement.unless.as_ref(), &movement.spot, report);
            branches(movement).iter().for_each(|branch| one(branch.guard.as_ref(), &movement.spot, report));
            if movement.by_itself {
                of_move(movement, report);
            }
        }
    }
}

/// Needs of the stages that a forward move leaves and enters, and those asked always.
fn around<'a>(definition: &'a Definition, movement: &'a Move) -> impl Iterator<Item = &'a Need> {
    let left = movement.from.iter().filter_map(|key| definition.stage(key)).flat_map(|stage| &stage.to_go_on);
    let entered = match &movement.to {
        Target::Stage(key) => definition.stage(key).map(|stage| stage.to_enter.as_slice()),
        _ => None,
    };
    definition.always().iter().chain(left).chain(entered.unwrap_or_default())
}

fn branches(movement: &Move) -> &[Branch] {
    match &movement.to {
        Target::First(branches) => branches,
        _ => &[],
    }
}

fn of_move(movement: &Move, report: &mut Report) {
    one(movement.guard.as_ref(), &movement.spot, report);
    movement.needs.iter().for_each(|need| of_need(need, report));
}

fn of_need(need: &Need, report: &mut Report) {
    one(need.only_if.as_ref(), &need.spot, report);
    one(Some(&need.holds), &need.spot, report);
}

fn one(condition: Option<&Condition>, spot: &Spot, report: &mut Report) {
    let mut clock = false;
    if let Some(condition) = condition {
        condition.tree.walk(&mut |expr| clock |= matches!(expr.node, Node::Now | Node::Today));
    }
    if clock {
        let says = both(
            "The clock stands in something that must hold by itself.",
            "Часы стоят в том, что должно выполняться само.",
        );
        let hint = both(
            "Let a hand take the move, or count from a date by a timer.",
            "Пусть переход делает человек, или отсчитывайте от даты таймером.",
        );
        report.blocks("DW210", spot, says, hint);
    }
}
