//! What several processes do to each other: moves that only another takes, and circles through two of them.

use crate::condition::Node;
use crate::definition::{Definition, EffectAct, Move, Target};
use crate::text::{Report, both};
use crate::{Finding, ProcessSpec};
use std::collections::BTreeSet;

/// DW401: a move that is left to other processes, and none of those known takes it.
pub fn untaken(definition: &Definition, known: &[ProcessSpec], report: &mut Report) {
    let taken = |movement: &Move| {
        let this = (definition.key.clone(), movement.key.clone());
        known.iter().any(|spec| spec.takes.contains(&this)) || definition.takes().contains(&this)
    };
    for movement in definition.moves().iter().filter(|movement| movement.by_nobody && !taken(movement)) {
        let says = both(
            format!("{} is left to another process, and none takes it.", movement.title.en),
            format!("«{}» оставлен другому процессу, и ни один его не делает.", movement.title.ru),
        );
        let hint = both(
            "Check it together with the process that takes it, or name a part.",
            "Проверьте вместе с процессом, который его делает, или назовите участника.",
        );
        report.warns("DW401", &movement.spot, says, hint);
    }
}

/// DW702: automatic moves of several processes that set each other off in a circle. Each finding comes with the place
/// of its definition.
pub fn check_together(definitions: &[&Definition]) -> Vec<(usize, Finding)> {
    let all: Vec<Automatic> = nodes(definitions);
    let mut report = Vec::new();
    for (at, node) in all.iter().enumerate() {
        let reached = reach(&all, at);
        let back = |other: &usize| all[*other].of != node.of && reach(&all, *other).contains(&at);
        let Some(other) = reached.iter().find(|other| back(other)) else { continue };
        let mut own = Report::default();
        let (one, two) = (&node.movement.title, &all[*other].movement.title);
        let with = &definitions[all[*other].of].title;
        let says = both(
            format!("{} and {} of \"{}\" may set each other off without end.", one.en, two.en, with.en),
            format!("«{}» и «{}» из «{}» могут вызывать друг друга без конца.", one.ru, two.ru, with.ru),
        );
        let hint = both(
            "Let one of them be taken by a hand; an act that turns in a circle is refused whole.",
            "Пусть один из них делает человек; зациклившееся действие отклоняется целиком.",
        );
        own.warns("DW702", &node.movement.spot, says, hint);
        report.extend(own.findings.into_iter().map(|finding| (node.of, finding)));
    }
    report
}

/// An automatic move among several processes.
struct Automatic<'a> {
    /// Place of its definition.
    of: usize,
    movement: &'a Move,
    /// Processes whose stage it changes.
    writes: BTreeSet<&'a str>,
    /// Processes whose stage it waits for.
    reads: BTreeSet<&'a str>,
}

fn nodes<'a>(definitions: &[&'a Definition]) -> Vec<Automatic<'a>> {
    let mut all = Vec::new();
    for (of, definition) in definitions.iter().enumerate() {
        for movement in definition.moves().iter().filter(|movement| movement.by_itself) {
            let mut writes = BTreeSet::from([definition.key.as_str()]);
            writes.extend(moved_by(definition, movement));
            all.push(Automatic { of, movement, writes, reads: read_by(definition, movement) });
        }
    }
    all
}

/// Processes that the move, or entering its target, takes along.
fn moved_by<'a>(definition: &'a Definition, movement: &'a Move) -> impl Iterator<Item = &'a str> {
    let target = match &movement.to {
        Target::Stage(key) => definition.stage(key),
        _ => None,
    };
    let entered = target.into_iter().flat_map(|stage| &stage.on_enter);
    movement.effects.iter().chain(entered).filter_map(|effect| match &effect.act {
        EffectAct::Move { process, .. } => used(definition, process),
        _ => None,
    })
}

fn used<'a>(definition: &'a Definition, key: &str) -> Option<&'a str> {
    definition.uses().iter().find(|found| found.key == key).map(|found| found.process.as_str())
}

fn read_by<'a>(definition: &'a Definition, movement: &'a Move) -> BTreeSet<&'a str> {
    let mut read = BTreeSet::new();
    let guards = movement.guard.iter().map(|guard| &guard.tree);
    for tree in guards.chain(movement.needs.iter().map(|need| &need.holds.tree)) {
        tree.walk(&mut |expr| {
            if let Node::Field { name, .. } = &expr.node {
                let key = name.split_once('.').map_or("", |(key, _)| key);
                read.extend(used(definition, key));
            }
        });
    }
    read
}

/// Whether one is followed by the other: it changes what the other waits for, or stands where the other begins.
fn sets_off(one: &Automatic<'_>, other: &Automatic<'_>) -> bool {
    let goes_on = one.of == other.of
        && !one.movement.goes_back()
        && matches!(&one.movement.to, Target::Stage(key) if other.movement.from.contains(key));
    goes_on || one.writes.intersection(&other.reads).next().is_some()
}

fn reach(all: &[Automatic<'_>], from: usize) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(at) = next.pop() {
        for (other, node) in all.iter().enumerate() {
            if sets_off(&all[at], node) && seen.insert(other) {
                next.push(other);
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use crate::{Vocabulary, check, check_together};

    fn process(key: &str, uses: &str, guard: &str) -> crate::Definition {
        let text = format!(
            "process: {key}\ntitle: {{ en: P, ru: П }}\nruns_on: company\nendless: true\nstarts: {{ in: a }}\n\
             uses: {{ {uses} }}\n\
             stages:\n  a: {{ title: {{ en: A, ru: А }}, next_step: not asked }}\n  b: {{ title: {{ en: B, ru: Б }}, next_step: not asked }}\n\
             moves:\n  go: {{ title: {{ en: Go, ru: Вперёд }}, from: a, to: b, by: itself, if: '{guard}' }}\n  \
             back: {{ title: {{ en: Back, ru: Назад }}, from: b, to: a }}\n"
        );
        let (definition, findings) = check(&text, &Vocabulary::open());
        definition.unwrap_or_else(|| panic!("{findings:#?}"))
    }

    #[test]
    fn two_processes_that_wait_for_each_other_turn_in_a_circle() {
        let one = process("one", "other: two", "other.stage == \"b\"");
        let two = process("two", "other: one", "other.stage == \"b\"");
        let found = check_together(&[&one, &two]);
        assert_eq!(
            found.iter().map(|(at, finding)| (*at, finding.code)).collect::<Vec<_>>(),
            [(0, "DW702"), (1, "DW702")]
        );
        let alone = process("two", "other: three", "other.stage == \"b\"");
        assert_eq!(check_together(&[&one, &alone]).len(), 0);
    }
}
