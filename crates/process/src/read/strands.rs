//! Strands as the file writes them. Approvals, hand-offs and the hold become strands with given states and moves.

use super::asks::answer_keys;
use super::moves::Takers;
use super::{Reader, is_key};
use crate::Words;
use crate::condition::Scope;
use crate::definition::{Move, MoveKind, State, StateClass, Strand, StrandKind, Target};
use crate::text::{Keys, Node, Spot, both, nearest};

pub(crate) const STRAND: [&str; 7] = ["use", "title", "in", "if", "again", "states", "moves"];
const STRAND_LATER: [&str; 2] = ["due", "timers"];
pub(crate) const STATE: [&str; 2] = ["title", "is"];
pub(crate) const STRAND_MOVE: [&str; 10] =
    ["title", "from", "to", "by", "not_by", "if", "if_changed", "needs", "ask", "do"];
const MOST_STRANDS: usize = 50;

/// A strand as its name is known before anything is read.
pub(super) struct StrandName {
    /// The word before it in a condition: `strand`, `approval`, `hand_off`.
    pub word: &'static str,
    pub key: String,
    pub title: Words,
    pub states: Vec<String>,
    pub moves: Vec<String>,
}

/// The names of all strands of a file, so that every condition can read of each.
pub(super) fn strand_names(root: &Node) -> Vec<StrandName> {
    let entries = |key: &str| root.get(key).and_then(Node::map).unwrap_or_default();
    let named = |word, (key, _, node): &(String, Spot, Node), states, moves| StrandName {
        word,
        key: key.clone(),
        title: quietly(node.get("title"), key),
        states,
        moves,
    };
    let keys = |node: &Node, key: &str| -> Vec<String> {
        let map = node.get(key).and_then(Node::map).unwrap_or_default();
        map.iter().map(|(name, ..)| name.clone()).collect()
    };
    let mut names: Vec<StrandName> = Vec::new();
    for entry in entries("strands") {
        names.push(named("strand", entry, keys(&entry.2, "states"), keys(&entry.2, "moves")));
    }
    for entry in entries("approvals") {
        let rows = entry.2.get("matrix").and_then(|matrix| matrix.get("rows"));
        let steps = rows.or_else(|| entry.2.get("steps")).map_or(1, |steps| steps.items().len().max(1));
        names.push(named("approval", entry, super::approvals::states(steps), super::approvals::moves(steps)));
    }
    for entry in entries("hand_offs") {
        let (states, moves) = (super::hand_offs::STATES, super::hand_offs::MOVES);
        names.push(named("hand_off", entry, states.map(Into::into).into(), moves.map(Into::into).into()));
    }
    if root.get("hold").is_some() {
        let title = both("Hold", "Приостановка");
        let words = |words: [&str; 2]| words.map(str::to_owned).to_vec();
        let (states, moves) = (words(["off", "on"]), words(["hold", "resume"]));
        names.push(StrandName { word: "strand", key: "hold".into(), title, states, moves });
    }
    names
}

fn quietly(node: Option<&Node>, key: &str) -> Words {
    let text = |lang: &str| node.and_then(|node| node.get(lang)).and_then(Node::text);
    match (text("en"), text("ru")) {
        (Some(en), Some(ru)) => Words::new(en, ru),
        _ => Words::same(node.and_then(Node::text).unwrap_or(key)),
    }
}

impl Reader<'_> {
    /// All strands, in the order strands, approvals, hand-offs, hold.
    pub(super) fn all_strands(&mut self, keys: Keys<'_>) -> Vec<Strand> {
        let mut strands = Vec::new();
        for (word, one) in [
            ("strands", Self::strand_of as fn(&mut Self, &str, &Spot, &Node) -> Option<Strand>),
            ("approvals", Self::approval_of),
            ("hand_offs", Self::hand_off_of),
        ] {
            let Some(node) = keys.get(word) else { continue };
            let Some(entries) = node.map() else {
                let wanted =
                    both(format!("{word}: {{ a_key: {{ .. }} }}"), format!("{word}: {{ ключ: {{ .. }} }}"));
                self.report.shape(&node.spot, wanted);
                continue;
            };
            for (key, spot, value) in entries {
                self.strand_key(key, spot);
                strands.extend(one(self, key, spot, value));
            }
        }
        strands.extend(keys.get("hold").and_then(|node| self.hold_of(node)));
        if strands.len() > MOST_STRANDS {
            self.report
                .shape(&keys.node.spot, both("At most 50 strands.", "Не больше 50 параллельных работ."));
        }
        strands
    }

    /// A key that conditions can write: `legal_review`; each is there once among strands, approvals and hand-offs.
    fn strand_key(&mut self, key: &str, spot: &Spot) {
        if !is_key(key) || key.contains('-') || key == "hold" {
            self.report.shape(spot, both("A name like legal_review.", "Имя вида legal_review."));
        }
        if self.strands.iter().filter(|known| known.key == key).count() > 1 {
            let says = both(format!("Two are called {key}."), format!("Двое названы {key}."));
            self.report.blocks(
                "DW103",
                spot,
                says,
                both("Give each its own key.", "Дайте каждому свой ключ."),
            );
        }
    }

    fn strand_of(&mut self, key: &str, spot: &Spot, node: &Node) -> Option<Strand> {
        let keys = Keys::open(node, &STRAND, &STRAND_LATER, self.report)?;
        let states = self.states(keys, spot);
        let names: Vec<String> = states.iter().map(|state| state.key.clone()).collect();
        let moves = keys.get("moves").and_then(Node::map).unwrap_or_default();
        let moves =
            moves.iter().filter_map(|(name, spot, node)| self.strand_move(key, name, spot, node, &names));
        let moves: Vec<Move> = moves.collect();
        Some(Strand {
            key: key.into(),
            title: self.words_or_missing(keys.get("title"), spot, "title"),
            kind: StrandKind::Plain,
            stages: self.lives_in(keys),
            present: keys.get("if").and_then(|node| self.condition(node)),
            resets: self.again(keys),
            states,
            moves,
            keeps: Vec::new(),
            spot: spot.clone(),
        })
    }

    /// The stages of a strand; none named: every open one.
    pub(super) fn lives_in(&mut self, keys: Keys<'_>) -> Vec<String> {
        let mut stages = Vec::new();
        for (stage, spot) in keys.texts("in", self.report) {
            if self.known_stage(stage, spot).is_some() {
                stages.push(stage.to_owned());
            }
        }
        stages
    }

    fn again(&mut self, keys: Keys<'_>) -> bool {
        match keys.text("again", self.report) {
            None | Some("keep") => false,
            Some("reset") => true,
            Some(_) => {
                self.report.shape(&keys.node.spot, both("again: keep or reset", "again: keep или reset"));
                false
            }
        }
    }

    fn states(&mut self, keys: Keys<'_>, spot: &Spot) -> Vec<State> {
        let entries = keys.get("states").and_then(Node::map).unwrap_or_default();
        if entries.len() < 2 {
            self.report.shape(spot, both("states: two or more.", "states: два или больше."));
        }
        entries.iter().map(|(key, spot, node)| self.state_of(key, spot, node)).collect()
    }

    fn state_of(&mut self, key: &str, spot: &Spot, node: &Node) -> State {
        if !is_key(key) {
            self.report
                .shape(spot, both("A key in small latin letters.", "Ключ строчными латинскими буквами."));
        }
        let keys = Keys::open(node, &STATE, &[], self.report).unwrap_or(Keys { node });
        let class = match keys.text("is", self.report) {
            None | Some("open") => StateClass::Open,
            Some("done") => StateClass::Done,
            Some("failed") => StateClass::Failed,
            Some(_) => {
                self.report.shape(&node.spot, both("is: open, done or failed", "is: open, done или failed"));
                StateClass::Open
            }
        };
        let title = self.words_or_missing(keys.get("title"), spot, "title");
        State { key: key.into(), title, class, on_enter: Vec::new() }
    }

    fn strand_move(
        &mut self,
        strand: &str,
        key: &str,
        spot: &Spot,
        node: &Node,
        states: &[String],
    ) -> Option<Move> {
        if !is_key(key) {
            self.report
                .shape(spot, both("A key in small latin letters.", "Ключ строчными латинскими буквами."));
        }
        let keys = Keys::open(node, &STRAND_MOVE, &["at"], self.report)?;
        let Takers { by, by_itself, by_nobody } = self.takers(keys);
        if by_nobody {
            let says = both("Nobody may make this move.", "Этот переход никто не может сделать.");
            self.report.blocks("DW401", spot, says, both("by: a part", "by: участник"));
        }
        let mut from = Vec::new();
        for (state, place) in keys.texts("from", self.report) {
            self.known_state(state, place, states);
            from.push(state.to_owned());
        }
        let Some(to) = keys.get("to").filter(|_| !from.is_empty()) else {
            self.report.shape(spot, both("from: a state, to: a state", "from: состояние, to: состояние"));
            return None;
        };
        let target = to.text().unwrap_or_default();
        self.known_state(target, &to.spot, states);
        let asks = self.asks(keys.get("ask"));
        let answers = answer_keys(&asks);
        let key = format!("{strand}.{key}");
        Some(Move {
            title: self.words_or_missing(keys.get("title"), spot, "title"),
            by,
            by_itself,
            not_by: self.parts_of(keys, "not_by"),
            guard: keys.get("if").and_then(|node| self.condition(node)),
            if_changed: self.changed_fields(keys),
            needs: self.needs(keys.get("needs"), &key),
            effects: self.effects(keys.get("do"), &answers, false),
            asks,
            ..given_move(&key, from, Target::Stage(target.into()), spot)
        })
    }

    fn known_state(&mut self, state: &str, spot: &Spot, states: &[String]) {
        if !states.iter().any(|known| known == state) {
            let near = nearest(state, states.iter().map(String::as_str));
            self.report.unknown("DW201", spot, both("state", "состояние"), state, near.as_deref());
        }
    }

    /// Parts that must exist.
    pub(super) fn parts_of(&mut self, keys: Keys<'_>, key: &str) -> Vec<String> {
        let mut parts = Vec::new();
        for (part, spot) in keys.texts(key, self.report) {
            self.known_part(part, spot);
            parts.push(part.to_owned());
        }
        parts
    }

    /// Fields of the record that must exist.
    pub(super) fn fields_of(&mut self, keys: Keys<'_>, key: &str) -> Vec<String> {
        let mut fields = Vec::new();
        for (name, spot) in keys.texts(key, self.report) {
            if let Err(near) = self.field(name) {
                self.report.unknown("DW202", spot, both("field", "поле"), name, near.as_deref());
            }
            fields.push(name.to_owned());
        }
        fields
    }

    pub(super) fn strand_title(&self, key: &str) -> Words {
        let known = self.strands.iter().find(|known| known.key == key);
        known.map_or_else(Words::default, |known| known.title.clone())
    }

    /// A strand's key that a need or a story names (DW201).
    pub(super) fn known_strand(&mut self, key: &str, spot: &Spot) {
        if !self.strands.iter().any(|known| known.key == key) {
            let near = nearest(key, self.strands.iter().map(|known| known.key.as_str()));
            self.report.unknown("DW201", spot, both("strand", "параллельная работа"), key, near.as_deref());
        }
    }
}

/// A strand's move with nothing asked of it.
pub(super) fn given_move(key: &str, from: Vec<String>, to: Target, spot: &Spot) -> Move {
    Move {
        key: key.to_owned(),
        title: Words::default(),
        kind: MoveKind::Strand,
        from,
        to,
        by: Vec::new(),
        not_by: Vec::new(),
        all_of: Vec::new(),
        by_itself: false,
        by_nobody: false,
        guard: None,
        if_changed: Vec::new(),
        unless: None,
        within_days: None,
        needs: Vec::new(),
        asks: Vec::new(),
        effects: Vec::new(),
        spot: spot.clone(),
    }
}
