//! A checked process definition, compiled once and then only read.

mod ask;
mod effect;
mod fact;
mod movement;
mod need;
mod span;
mod stage;
mod strand;
mod uses;

pub use ask::{AskOption, AskSpec};
pub use effect::{Effect, EffectAct, EffectSpec, NoteTo};
pub use fact::{Column, FactSpec, Filter, Measure, Reach, Since, Source};
pub use movement::{Branch, Move, MoveKind, Target};
pub use need::{Level, Need};
pub use span::{Anchor, Due, DueAt, Moment, Span};
pub use stage::{End, NextStepRule, PlanRule, Stage};
pub use strand::{State, StateClass, Strand, StrandKind};
pub use uses::{Use, UseOf};

use crate::Words;
use crate::story::Story;
use crate::text::Spot;
use serde::Serialize;

/// Who acts in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartRule {
    /// The member in this field: `deal.owner`.
    Field(String),
    /// The head of the team of whoever holds that part.
    HeadOf(String),
    Queue(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    pub key: String,
    pub rule: PartRule,
    /// Place in the file.
    pub spot: Spot,
}

/// A process that passed the checker.
#[derive(Clone, Debug, Serialize)]
pub struct Definition {
    pub key: String,
    pub title: Words,
    /// The kind of record it runs on: `deal`.
    pub runs_on: String,
    /// Its stage is the record's stage.
    pub main: bool,
    /// It has no end: a status.
    pub endless: bool,
    /// Started by another process alone.
    pub by_nobody: bool,
    /// Whose calendar counts working time, as the file says it: `owner's team`.
    pub working_time: Option<String>,
    /// Some condition reads what day it is.
    pub names_today: bool,
    pub(crate) start: usize,
    pub(crate) uses: Vec<Use>,
    pub(crate) parts: Vec<Part>,
    pub(crate) facts: Vec<FactSpec>,
    pub(crate) stages: Vec<Stage>,
    pub(crate) always: Vec<Need>,
    pub(crate) strands: Vec<Strand>,
    pub(crate) moves: Vec<Move>,
    pub(crate) stories: Vec<Story>,
}

impl Definition {
    /// The stage where a new case begins.
    pub fn start(&self) -> &Stage {
        &self.stages[self.start]
    }

    /// Other processes that it reads or moves.
    pub fn uses(&self) -> &[Use] {
        &self.uses
    }

    /// Stages in the order of the file, which is the order of the board.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    pub fn stage(&self, key: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.key == key)
    }

    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    pub fn movement(&self, key: &str) -> Option<&Move> {
        self.moves.iter().find(|movement| movement.key == key)
    }

    /// Strands in the order of the file: plain ones, approvals, hand-offs, the hold.
    pub fn strands(&self) -> &[Strand] {
        &self.strands
    }

    pub fn strand(&self, key: &str) -> Option<&Strand> {
        self.strands.iter().find(|strand| strand.key == key)
    }

    /// The strand that a move `strand.move` belongs to, and the move.
    pub fn strand_move(&self, key: &str) -> Option<(&Strand, &Move)> {
        let strand = self.strand(key.split_once('.')?.0)?;
        strand.moves.iter().find(|movement| movement.key == key).map(|movement| (strand, movement))
    }

    /// The asks of a move of the case or of a strand.
    pub fn asks_of(&self, key: &str) -> Option<&[AskSpec]> {
        let movement = self.movement(key).or_else(|| self.strand_move(key).map(|(_, movement)| movement));
        movement.map(|movement| movement.asks.as_slice())
    }

    /// Whether a strand takes moves where the case stands in this stage.
    pub fn lives_in(&self, strand: &Strand, stage: &str) -> bool {
        match strand.stages.as_slice() {
            [] => self.stage(stage).is_some_and(Stage::is_open),
            stages => stages.iter().any(|known| known == stage),
        }
    }

    /// Every effect of stages and moves, those of strands too.
    pub fn effects(&self) -> impl Iterator<Item = &EffectSpec> {
        let of_stages = self.stages.iter().flat_map(|stage| stage.on_enter.iter().chain(&stage.on_leave));
        let of_strands = self.strands.iter().flat_map(|strand| {
            let states = strand.states.iter().flat_map(|state| &state.on_enter);
            strand.moves.iter().flat_map(|movement| &movement.effects).chain(states)
        });
        of_stages.chain(self.moves.iter().flat_map(|movement| &movement.effects)).chain(of_strands)
    }

    /// Moves of other processes that its effects take: process and move.
    pub fn takes(&self) -> Vec<(String, String)> {
        let taken = self.effects().filter_map(|effect| match &effect.act {
            EffectAct::Move { process, take } => {
                let used = self.uses.iter().find(|used| used.key == *process)?;
                Some((used.process.clone(), take.clone()))
            }
            _ => None,
        });
        taken.collect()
    }

    /// The moves that leave a stage, in the order of the file.
    pub fn moves_from(&self, stage: &str) -> impl Iterator<Item = &Move> {
        self.moves.iter().filter(move |movement| movement.from.iter().any(|from| from == stage))
    }

    /// Whether anything can happen by itself to a case that stands in `stage`: otherwise [`crate::settle`] has nothing
    /// to say of it.
    pub fn is_restless(&self, stage: &str) -> bool {
        self.moves_from(stage).any(|movement| movement.by_itself)
            || self.strands.iter().any(Strand::is_restless)
            || (self.has_lasting_needs() && self.stage(stage).is_some_and(Stage::is_open))
    }

    /// Whether some move is barred to whoever holds a part, so that it must be known which are whose own.
    pub fn bars_anybody(&self) -> bool {
        let of_strands = self.strands.iter().flat_map(|strand| &strand.moves);
        self.moves.iter().chain(of_strands).any(|movement| !movement.not_by.is_empty())
    }

    fn has_lasting_needs(&self) -> bool {
        self.stages.iter().any(|stage| stage.to_go_on.iter().any(|need| need.stays_true))
    }

    /// The position of a stage in the file.
    pub(crate) fn place_of(&self, stage: &str) -> Option<usize> {
        self.stages.iter().position(|known| known.key == stage)
    }

    /// Every fact that some condition reads: load these into `Knowledge::facts` under their keys.
    pub fn facts(&self) -> &[FactSpec] {
        &self.facts
    }

    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Needs asked on every move forward.
    pub fn always(&self) -> &[Need] {
        &self.always
    }

    pub fn stories(&self) -> &[Story] {
        &self.stories
    }
}
