//! Hand-offs and the hold: strands with given states.

use super::Reader;
use super::approvals::reason;
use super::strands::given_move;
use crate::Words;
use crate::definition::{
    AskSpec, EffectAct, EffectSpec, Move, State, StateClass, Strand, StrandKind, Target,
};
use crate::text::{Keys, Node, Spot, both};

pub(crate) const HAND_OFF: [&str; 8] =
    ["use", "title", "in", "if", "by", "to", "confirm", "void_when_changed"];
const HAND_OFF_LATER: [&str; 2] = ["package", "outside"];
pub(crate) const HOLD: [&str; 2] = ["by", "reasons"];
pub(super) const STATES: [&str; 6] = ["none", "offered", "accepted", "confirmed", "returned", "failed"];
pub(super) const MOVES: [&str; 6] = ["offer", "accept", "confirm", "return", "fail", "again"];

impl Reader<'_> {
    pub(super) fn hand_off_of(&mut self, key: &str, spot: &Spot, node: &Node) -> Option<Strand> {
        let keys = Keys::open(node, &HAND_OFF, &HAND_OFF_LATER, self.report)?;
        let title = self.words_or_missing(keys.get("title"), spot, "title");
        let to = self.parts_of(keys, "to");
        let Some(receiver) = to.first().cloned() else {
            let says = both("Handed over to nobody.", "Передавать некому.");
            self.report.blocks("DW402", spot, says, both("to: a part", "to: участник"));
            return None;
        };
        let keeps = self.fields_of(keys, "void_when_changed");
        let confirm = self.asks(keys.get("confirm"));
        let hand_off = HandOff { key, title: &title, by: self.parts_of(keys, "by"), to, spot };
        Some(Strand {
            key: key.into(),
            kind: StrandKind::HandOff,
            stages: self.lives_in(keys),
            present: keys.get("if").and_then(|node| self.condition(node)),
            resets: false,
            states: hand_off.states(&receiver),
            moves: hand_off.moves(confirm, &keeps),
            keeps,
            title,
            spot: spot.clone(),
        })
    }

    pub(super) fn hold_of(&mut self, node: &Node) -> Option<Strand> {
        let keys = Keys::open(node, &HOLD, &[], self.report)?;
        let by = self.parts_of(keys, "by");
        let ask = match keys.get("reasons") {
            Some(reasons) => AskSpec::OneOf {
                key: "reason".into(),
                title: both("Why", "Почему"),
                options: self.options(reasons),
                optional: false,
            },
            None => reason(),
        };
        let spot = &node.spot;
        let given = |key: &str, from: &str, to: &str, title: Words| Move {
            title,
            by: by.clone(),
            ..given_move(key, vec![from.to_owned()], Target::Stage(to.to_owned()), spot)
        };
        let hold = given("hold.hold", "off", "on", both("Put on hold", "Приостановить"));
        Some(Strand {
            key: "hold".into(),
            title: both("Hold", "Приостановка"),
            kind: StrandKind::Hold,
            stages: Vec::new(),
            present: None,
            resets: false,
            states: vec![
                state("off", StateClass::Done, both("Under way", "В работе")),
                state("on", StateClass::Open, both("On hold", "Приостановлено")),
            ],
            moves: vec![
                Move { asks: vec![ask], ..hold },
                given("hold.resume", "on", "off", both("Resume", "Возобновить")),
            ],
            keeps: Vec::new(),
            spot: spot.clone(),
        })
    }
}

fn state(key: &str, class: StateClass, title: Words) -> State {
    State { key: key.into(), title, class, on_enter: Vec::new() }
}

struct HandOff<'a> {
    key: &'a str,
    title: &'a Words,
    by: Vec<String>,
    to: Vec<String>,
    spot: &'a Spot,
}

impl HandOff<'_> {
    fn states(&self, receiver: &str) -> Vec<State> {
        let task = |en: &str, ru: &str| EffectSpec {
            act: EffectAct::CreateTask {
                part: receiver.to_owned(),
                title: both(format!("{en}: {}", self.title.en), format!("{ru}: {}", self.title.ru)),
                due: None,
                kind: None,
            },
            once_a_case: false,
            spot: self.spot.clone(),
        };
        let open = StateClass::Open;
        vec![
            state("none", open, both("Not handed over yet", "Ещё не передано")),
            State {
                on_enter: vec![task("Take over", "Принять")],
                ..state("offered", open, both("Offered", "Предложено"))
            },
            State {
                on_enter: vec![task("Confirm", "Подтвердить")],
                ..state("accepted", open, both("Taken over", "Принято"))
            },
            state("confirmed", StateClass::Done, both("Confirmed", "Подтверждено")),
            state("returned", open, both("Sent back", "Возвращено")),
            state("failed", StateClass::Failed, both("Failed", "Не удалось")),
        ]
    }

    fn moves(&self, confirm: Vec<AskSpec>, keeps: &[String]) -> Vec<Move> {
        let title = self.title;
        let mut moves = vec![
            Move {
                title: both(format!("Hand over: {}", title.en), format!("Передать: {}", title.ru)),
                by: self.by.clone(),
                ..self.given("offer", &["none", "returned", "failed"], "offered")
            },
            self.answer("accept", &["offered"], "accepted", both("Take over", "Принять"), Vec::new()),
            self.answer("confirm", &["accepted"], "confirmed", both("Confirm", "Подтвердить"), confirm),
        ];
        let under_way = &["offered", "accepted"];
        let back = both("Send back", "Вернуть");
        moves.push(self.answer("return", under_way, "returned", back, vec![reason()]));
        let failed = both("It cannot be done", "Не удалось");
        moves.push(self.answer("fail", under_way, "failed", failed, vec![reason()]));
        if !keeps.is_empty() {
            moves.push(Move {
                title: both("Offered again", "Предложено снова"),
                by_itself: true,
                if_changed: keeps.to_vec(),
                ..self.given("again", &["accepted", "confirmed"], "offered")
            });
        }
        moves
    }

    fn answer(&self, word: &str, from: &[&str], to: &str, title: Words, asks: Vec<AskSpec>) -> Move {
        Move { title, by: self.to.clone(), asks, ..self.given(word, from, to) }
    }

    fn given(&self, word: &str, from: &[&str], to: &str) -> Move {
        let from = from.iter().map(|state| (*state).to_owned()).collect();
        given_move(&format!("{}.{word}", self.key), from, Target::Stage(to.to_owned()), self.spot)
    }
}
