//! What the graph of stages and moves proves; guards are taken as free.

use crate::definition::{Definition, MoveKind, Stage, Target};
use crate::text::{Report, both};
use std::collections::BTreeSet;

/// DW302, DW303, DW304, DW305, DW306. A process without end is neither ended nor refused.
pub fn check(definition: &Definition, report: &mut Report) {
    if definition.stages().is_empty() {
        return;
    }
    reached(definition, report);
    if definition.endless {
        endless(definition, report);
    } else {
        ending(definition, report);
        refusals(definition, report);
    }
    never_skipped(definition, report);
    leaving_an_end(definition, report);
}

/// Steps from a stage to others. Going back leads only where the case has been, so it opens nothing new.
fn onward<'a>(definition: &'a Definition, stage: &str) -> Vec<&'a str> {
    let targets = definition.moves_from(stage).filter_map(|movement| match &movement.to {
        Target::Stage(key) => Some(key.as_str()),
        Target::AnyVisited | Target::LastOpen | Target::Stay | Target::First(_) => None,
    });
    targets.collect()
}

/// Stages that a case can reach from `from`, without ever entering `without`.
fn reachable<'a>(definition: &'a Definition, from: &'a str, without: Option<&str>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(stage) = next.pop() {
        if Some(stage) != without && seen.insert(stage) {
            next.extend(onward(definition, stage));
        }
    }
    seen
}

fn reached(definition: &Definition, report: &mut Report) {
    let seen = reachable(definition, &definition.start().key, None);
    for stage in definition.stages().iter().filter(|stage| !seen.contains(stage.key.as_str())) {
        let says = both(
            format!("No case can reach {}.", stage.title.en),
            format!("На этап «{}» нельзя попасть.", stage.title.ru),
        );
        report.blocks("DW302", &stage.spot, says, both("Add a move to it.", "Добавьте переход на него."));
    }
}

fn ending(definition: &Definition, report: &mut Report) {
    for stage in definition.stages().iter().filter(|stage| stage.is_open()) {
        let ends = reachable(definition, &stage.key, None)
            .iter()
            .any(|key| definition.stage(key).is_some_and(|stage| !stage.is_open()));
        if !ends {
            let says = both(
                format!("From {} no end can be reached.", stage.title.en),
                format!("С этапа «{}» нельзя дойти до конца.", stage.title.ru),
            );
            report.blocks("DW303", &stage.spot, says, both("Add a way to an end.", "Добавьте путь к концу."));
        }
    }
}

/// A process that says it has no end has none.
fn endless(definition: &Definition, report: &mut Report) {
    for end in definition.stages().iter().filter(|stage| !stage.is_open()) {
        let says = both(
            format!("The process is endless, and {} ends it.", end.title.en),
            format!("Процесс бесконечный, а «{}» его завершает.", end.title.ru),
        );
        report.blocks(
            "DW303",
            &end.spot,
            says,
            both("Leave ends or endless out.", "Уберите ends или endless."),
        );
    }
}

fn refusals(definition: &Definition, report: &mut Report) {
    for stage in definition.stages().iter().filter(|stage| stage.is_open()) {
        let refused = definition.moves_from(&stage.key).any(|movement| movement.kind == MoveKind::Refusal);
        if !refused {
            let says = both(
                format!("{} has no refusal: the client cannot say no here.", stage.title.en),
                format!("На этапе «{}» нет отказа.", stage.title.ru),
            );
            report.blocks(
                "DW304",
                &stage.spot,
                says,
                both(
                    "Add a refusal, or allow this with a why.",
                    "Добавьте отказ или разрешите это с причиной.",
                ),
            );
        }
    }
}

/// A never-skip stage must lie on every way from the start to a won end (a dominator).
fn never_skipped(definition: &Definition, report: &mut Report) {
    let won = |stage: &&Stage| stage.ends == Some(crate::definition::End::Won);
    for stage in definition.stages().iter().filter(|stage| stage.never_skip) {
        let around = reachable(definition, &definition.start().key, Some(&stage.key));
        if definition.stages().iter().filter(won).any(|end| around.contains(end.key.as_str())) {
            let says = both(
                format!("{} must never be skipped, but can be.", stage.title.en),
                format!("Этап «{}» пропускать нельзя, но путь в обход есть.", stage.title.ru),
            );
            report.blocks(
                "DW305",
                &stage.spot,
                says,
                both("Remove the move that goes around it.", "Уберите переход в обход."),
            );
        }
    }
}

fn leaving_an_end(definition: &Definition, report: &mut Report) {
    for movement in definition
        .moves()
        .iter()
        .filter(|movement| movement.kind != MoveKind::Reopen && movement.to != Target::Stay)
    {
        let from_end =
            movement.from.iter().filter_map(|key| definition.stage(key)).find(|stage| !stage.is_open());
        if let Some(end) = from_end {
            let says = both(
                format!("{} leaves the end {}.", movement.title.en, end.title.en),
                format!("Переход «{}» уходит из конца «{}».", movement.title.ru, end.title.ru),
            );
            report.blocks("DW306", &movement.spot, says, both("kind: reopen", "kind: reopen"));
        }
    }
}
