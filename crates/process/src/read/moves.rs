//! Moves.

use super::asks::answer_keys;
use super::{Reader, is_key};
use crate::definition::{Move, MoveKind, Span, Target};
use crate::text::{Keys, Node, Spot, both, nearest};

pub(crate) const MOVE: [&str; 14] = [
    "use",
    "title",
    "kind",
    "from",
    "to",
    "stay",
    "by",
    "not_by",
    "if",
    "if_changed",
    "within",
    "needs",
    "ask",
    "do",
];
const KINDS: [(&str, MoveKind); 5] = [
    ("forward", MoveKind::Forward),
    ("return", MoveKind::Return),
    ("refusal", MoveKind::Refusal),
    ("reopen", MoveKind::Reopen),
    ("amend", MoveKind::Amend),
];

/// Who takes a move.
#[derive(Default)]
pub(super) struct Takers {
    pub by: Vec<String>,
    pub by_itself: bool,
    /// Another process alone.
    pub by_nobody: bool,
}

impl Reader<'_> {
    pub(super) fn read_moves(&mut self, node: Option<&Node>) -> Vec<Move> {
        let entries = node.and_then(Node::map).unwrap_or_default();
        entries.iter().filter_map(|(key, spot, value)| self.move_of(key, spot, value)).collect()
    }

    fn move_of(&mut self, key: &str, spot: &Spot, node: &Node) -> Option<Move> {
        if !is_key(key) {
            self.report
                .shape(spot, both("A key in small latin letters.", "Ключ строчными латинскими буквами."));
        }
        let keys = Keys::open(node, &MOVE, &[], self.report)?;
        let kind = self.kind(keys)?;
        let Takers { by, by_itself, by_nobody } = self.takers(keys);
        let to = self.target(keys, kind, spot)?;
        let from = self.from(keys, spot, &to);
        let asks = self.asks(keys.get("ask"));
        let answers = answer_keys(&asks);
        Some(Move {
            key: key.into(),
            title: self.words_or_missing(keys.get("title"), spot, "title"),
            kind,
            from,
            to,
            by,
            not_by: self.parts_of(keys, "not_by"),
            all_of: Vec::new(),
            by_itself,
            by_nobody,
            guard: keys.get("if").and_then(|node| self.condition(node)),
            if_changed: self.changed_fields(keys),
            unless: None,
            within_days: self.within(keys, kind),
            needs: self.needs(keys.get("needs"), key),
            asks,
            effects: self.effects(keys.get("do"), &answers, false),
            spot: spot.clone(),
        })
    }

    fn kind(&mut self, keys: Keys<'_>) -> Option<MoveKind> {
        let Some(node) = keys.get("kind") else { return Some(MoveKind::Forward) };
        let name = node.text().unwrap_or_default();
        let found = KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
        if found.is_none() {
            let near = nearest(name, KINDS.iter().map(|(known, _)| *known));
            self.report.unknown(
                "DW201",
                &node.spot,
                both("kind of move", "вид перехода"),
                name,
                near.as_deref(),
            );
        }
        found
    }

    /// The parts that may take it, or that no hand does.
    pub(super) fn takers(&mut self, keys: Keys<'_>) -> Takers {
        let mut takers = Takers::default();
        for (part, spot) in keys.texts("by", self.report) {
            match part {
                "itself" => {
                    self.automatic_faults(keys, spot);
                    takers.by_itself = true;
                }
                "nobody" => {
                    if keys.texts("by", self.report).len() > 1 {
                        self.report.shape(spot, both("by: nobody, alone", "by: nobody, отдельно"));
                    }
                    takers.by_nobody = true;
                }
                part => {
                    self.known_part(part, spot);
                    takers.by.push(part.to_owned());
                }
            }
        }
        takers
    }

    /// What an automatic move may not do: ask somebody, or be held by a hand too.
    fn automatic_faults(&mut self, keys: Keys<'_>, spot: &Spot) {
        if keys.get("ask").is_some() {
            let says = both("An automatic move asks nobody.", "Автоматический переход никого не спрашивает.");
            self.report.blocks("DW405", spot, says, both("Leave ask out.", "Уберите ask."));
        }
        if keys.texts("by", self.report).len() > 1 {
            self.report.shape(spot, both("by: itself, alone", "by: itself, отдельно"));
        }
    }

    /// Fields whose change it waits for.
    pub(super) fn changed_fields(&mut self, keys: Keys<'_>) -> Vec<String> {
        self.fields_of(keys, "if_changed")
    }

    /// How long a reopening is open, in days.
    fn within(&mut self, keys: Keys<'_>, kind: MoveKind) -> Option<u32> {
        let node = keys.get("within")?;
        let span = Span::read(node.text().unwrap_or_default().trim_end_matches(" after entry"));
        match span {
            Some(Span::Days(days)) if kind == MoveKind::Reopen => Some(days),
            Some(Span::Weeks(weeks)) if kind == MoveKind::Reopen => Some(weeks.saturating_mul(7)),
            _ => {
                let wanted = both("A reopening within N days.", "Для kind: reopen - within: N days.");
                self.report.shape(&node.spot, wanted);
                None
            }
        }
    }

    fn target(&mut self, keys: Keys<'_>, kind: MoveKind, spot: &Spot) -> Option<Target> {
        if keys.flag("stay", self.report) {
            if keys.get("to").is_some() || kind != MoveKind::Amend {
                let wanted = both(
                    "stay: true is an amendment's, without to.",
                    "stay: true - только для поправки, без to.",
                );
                self.report.shape(spot, wanted);
            }
            return Some(Target::Stay);
        }
        let Some(node) = keys.get("to") else {
            self.report.shape(spot, both("to: a stage", "to: этап"));
            return None;
        };
        match node.text().unwrap_or_default() {
            "any visited" => Some(Target::AnyVisited),
            "last open" => Some(Target::LastOpen),
            stage => self.known_stage(stage, &node.spot).map(|_| Target::Stage(stage.into())),
        }
    }

    fn from(&mut self, keys: Keys<'_>, spot: &Spot, to: &Target) -> Vec<String> {
        let mut from = Vec::new();
        for (stage, place) in keys.texts("from", self.report) {
            if stage == "every open stage" {
                let others = self.open_stages.iter().filter(|stage| *to != Target::Stage((*stage).clone()));
                from.extend(others.cloned());
            } else if self.known_stage(stage, place).is_some() {
                from.push(stage.to_owned());
            }
        }
        if keys.get("from").is_none() {
            self.report.shape(
                spot,
                both("from: a stage, stages, or every open stage", "from: этап, этапы или every open stage"),
            );
        }
        from.dedup();
        from
    }
}
