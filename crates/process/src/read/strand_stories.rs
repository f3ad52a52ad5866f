//! What stories say of strands.

use super::Reader;
use crate::story::When;
use crate::text::{Keys, Node, both, nearest};

impl Reader<'_> {
    /// States of strands, under `strands` or `approvals`.
    pub(super) fn stands(&mut self, keys: Keys<'_>) -> Vec<(String, String)> {
        let mut stands = Vec::new();
        for word in ["strands", "approvals"] {
            for (key, spot, value) in keys.get(word).and_then(Node::map).unwrap_or_default() {
                self.known_strand(key, spot);
                let state = value.text().unwrap_or_default();
                let states = self.strands.iter().find(|known| known.key == *key).map(|known| &known.states);
                if let Some(states) = states.filter(|states| !states.iter().any(|known| known == state))
                    && state != "absent"
                {
                    let near = nearest(state, states.iter().map(String::as_str));
                    self.report.unknown(
                        "DW201",
                        &value.spot,
                        both("state", "состояние"),
                        state,
                        near.as_deref(),
                    );
                }
                stands.push((key.clone(), state.to_owned()));
            }
        }
        stands
    }

    /// `strand` with `move`, or the words of an approval and of the hold.
    pub(super) fn strand_step(&mut self, keys: Keys<'_>) -> Option<When> {
        let given = [
            ("requests", "ask"),
            ("approves", "grant"),
            ("returns", "return"),
            ("refuses", "refuse"),
            ("strand", ""),
        ];
        let (name, word) = match given.iter().find(|(name, _)| keys.get(name).is_some()) {
            Some(found) => *found,
            None if keys.get("holds").is_some() => ("holds", "hold"),
            None if keys.get("resumes").is_some() => ("resumes", "resume"),
            None => return None,
        };
        let node = keys.get(name)?;
        let strand =
            if ["holds", "resumes"].contains(&name) { "hold" } else { node.text().unwrap_or_default() };
        self.known_strand(strand, &node.spot);
        let word = if name == "strand" { keys.text("move", self.report).unwrap_or_default() } else { word };
        if name == "strand" {
            let moves = self.strands.iter().find(|known| known.key == strand).map(|known| &known.moves);
            if let Some(moves) = moves.filter(|moves| !moves.iter().any(|known| known == word)) {
                let near = nearest(word, moves.iter().map(String::as_str));
                self.report.unknown("DW201", &node.spot, both("move", "переход"), word, near.as_deref());
            }
        }
        let When::Moves { command, by, .. } = self.moves(keys, word, Vec::new()) else { return None };
        Some(When::Strand { strand: strand.into(), word: word.into(), command, by })
    }
}
