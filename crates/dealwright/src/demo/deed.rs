//! What is done with a deal, one thing after another, as the desk's acts will do it.

use jiff::Timestamp;

/// Something planned; `T` is when.
pub struct Plan<T> {
    pub kind: &'static str,
    pub subject: String,
    pub minutes: u32,
    pub when: T,
}

pub enum What<T> {
    Plan(Plan<T>),
    /// The planned activity of that type took place, and what follows is planned with it.
    Complete {
        told: Told,
        next: Option<Plan<T>>,
    },
    /// Something took place that was not planned.
    Log(Told),
    Note(String),
    /// A move of the process; `hasty` is without a note since the last one.
    Move {
        key: &'static str,
        answers: Vec<(&'static str, Answer)>,
        hasty: bool,
    },
    Task {
        title: String,
        due: T,
    },
    /// So many open tasks of the deal are done.
    FinishTasks(usize),
    /// What is still planned is called off.
    CallOff,
}

/// What is told of an activity that took place.
#[derive(Clone)]
pub struct Told {
    pub kind: &'static str,
    pub minutes: u32,
    pub outcome: &'static str,
    pub words: String,
    pub findings: String,
}

pub enum Answer {
    Choice(&'static str),
    Text(String),
}

/// Something done at its time.
pub struct Deed {
    /// When it began: an activity is told of once it is over.
    pub at: Timestamp,
    pub what: What<Timestamp>,
}

/// All that is done with a deal by its owner.
pub struct Life {
    pub owner: usize,
    pub deeds: Vec<Deed>,
}
