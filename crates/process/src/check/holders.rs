//! Parts that nobody holds in an installation.

use crate::definition::{Definition, Part, PartRule};
use crate::text::{Spot, both};
use crate::{Finding, Severity, Words};

/// DW407 for each part that nobody holds; `is_held` answers for a queue whether anybody works it, and for `head of` a
/// part whether its holders have a head.
pub fn unheld(definition: &Definition, mut is_held: impl FnMut(&PartRule) -> bool) -> Vec<Finding> {
    let parts = definition.parts().iter().filter(|part| !is_held(&part.rule));
    let finding = |part: &Part| {
        let (says, hint) = match &part.rule {
            PartRule::Queue(queue) => (
                both(
                    format!("Nobody works the queue {queue} of {}.", part.key),
                    format!("Очередь {queue} участника {} никто не разбирает.", part.key),
                ),
                both(
                    format!("Make a team named {queue} with somebody in it."),
                    format!("Создайте отдел «{queue}» и добавьте в него людей."),
                ),
            ),
            PartRule::HeadOf(_) | PartRule::Field(_) => (
                both(
                    format!("Nobody holds {}: there is a seller without a head.", part.key),
                    format!("Участника {} никто не занимает: есть продавец без руководителя.", part.key),
                ),
                both("Give the team a head.", "Назначьте отделу руководителя."),
            ),
        };
        warned(part, says, hint)
    };
    parts.map(finding).collect()
}

fn warned(part: &Part, says: Words, hint: Words) -> Finding {
    let Spot { line, column, at } = part.spot.clone();
    let severity = Severity::Warns;
    Finding { code: "DW407", severity, line, column, at, id: None, says, hint, mend: None }
}
