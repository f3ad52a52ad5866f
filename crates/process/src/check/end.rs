//! What may happen once a case is over.

use crate::definition::{Definition, EffectAct, Target};
use crate::text::{Report, both};

/// DW704: an effect after the end that needs an open case.
pub fn check(definition: &Definition, report: &mut Report) {
    let ended = |key: &str| definition.stage(key).is_some_and(|stage| !stage.is_open());
    let entering =
        definition.stages().iter().filter(|stage| !stage.is_open()).flat_map(|stage| &stage.on_enter);
    let moving = definition
        .moves()
        .iter()
        .filter(|movement| matches!(&movement.to, Target::Stage(key) if ended(key)))
        .flat_map(|movement| &movement.effects);
    for effect in entering.chain(moving) {
        if matches!(effect.act, EffectAct::PlanActivity { .. }) {
            let says =
                both("A next step is planned on a closed case.", "Следующий шаг планируется после конца.");
            report.blocks("DW704", &effect.spot, says, both("Create a task instead.", "Создайте задачу."));
        }
    }
}
