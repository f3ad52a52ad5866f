//! The process language: parse, check, decide, explain. Pure: no I/O, no clock, no ids, no database.

mod chart;
mod check;
pub mod condition;
mod decide;
mod definition;
mod explain;
mod finding;
mod read;
mod schema;
#[cfg(test)]
mod schema_tests;
pub mod story;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod text;
mod value;
mod vocabulary;
#[cfg(test)]
mod walks;
mod words;

pub use chart::{Chart, ChartArrow, ChartBox, Label, Lines, Point, chart};
pub use check::{check, check_together, check_with_stories, unheld};
pub use decide::{
    Act, Case, Command, Decision, Knowledge, PlannedKind, Settled, Stand, Step, Then, Visit, decide, locked,
    must_keep_next_step, settle, start,
};
pub use definition::{
    Anchor, AskOption, AskSpec, Branch, Column, Definition, Due, DueAt, Effect, EffectAct, EffectSpec, End,
    FactSpec, Filter, Level, Measure, Moment, Move, MoveKind, Need, NextStepRule, NoteTo, Part, PartRule,
    PlanRule, Reach, Since, Source, Span, Stage, State, StateClass, Strand, StrandKind, Target, Use, UseOf,
};
pub use explain::{NeedState, OpenMove, OpenStrand, explain, explain_strands};
pub use finding::{Finding, Mend, Severity, code};
pub use schema::json_schema;
pub use story::{Story, StoryResult};
pub use text::Spot;
pub use value::{Type, Value};
pub use vocabulary::{FieldSpec, MoveSpec, ProcessSpec, Term, Terms, Vocabulary};
pub use words::{Lang, Words};
