//! The moves as people meet them: buttons that can be told apart.

use crate::definition::{Definition, Move};
use crate::text::{Report, both};

/// DW310: two moves with the same from, to and title.
pub fn check(definition: &Definition, report: &mut Report) {
    let moves: Vec<&Move> = definition.moves().iter().filter(|movement| !movement.by_itself).collect();
    for (index, one) in moves.iter().enumerate() {
        if let Some(other) = moves[..index].iter().find(|other| alike(one, other)) {
            let says = both(
                format!("{} and {} cannot be told apart.", other.key, one.key),
                format!("{} и {} не различить.", other.key, one.key),
            );
            report.blocks(
                "DW310",
                &one.spot,
                says,
                both("Give one another title.", "Дайте одному другое название."),
            );
        }
    }
}

fn alike(one: &Move, other: &Move) -> bool {
    let same_words = one.title.en == other.title.en || one.title.ru == other.title.ru;
    same_words && one.to == other.to && one.from.iter().any(|stage| other.from.contains(stage))
}
