//! Where the strands of a case stand, and what each is waiting for.

use super::{OpenMove, blocked, own_needs, state_of_need};
use crate::condition::Sight;
use crate::decide::{asked, is_on, lives, state_after};
use crate::definition::{Definition, Move, MoveKind, StateClass, Strand, StrandKind, Target};
use crate::{Case, Knowledge, Words};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// A strand that is there, with the moves out of its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenStrand {
    pub key: String,
    pub title: Words,
    pub kind: StrandKind,
    pub state: String,
    /// The state's title.
    pub says: Words,
    pub class: StateClass,
    /// Since it stands there; `None`: since the case began.
    pub since: Option<Timestamp>,
    /// Parts that have agreed already, where all of several must.
    pub votes: Vec<String>,
    /// Empty where the case stands in a stage in which the strand takes none.
    pub moves: Vec<OpenMove>,
}

/// Every strand that takes moves in the case's stage or has left its first state, in the order of the definition.
pub fn explain_strands(
    definition: &Definition,
    case: &Case,
    knowledge: &Knowledge,
    now: Timestamp,
) -> Vec<OpenStrand> {
    let answers = BTreeMap::new();
    let shown = |strand: &Strand| {
        let sight = Sight { definition, strand: Some(strand), case, knowledge, answers: &answers, now };
        let lives = lives(strand, &sight);
        let state = sight.state(strand).filter(|_| lives || case.strands.contains_key(&strand.key))?;
        let told = strand.state(state)?;
        let stand = case.strands.get(&strand.key);
        let moves = strand.moves_from(state).filter(|movement| lives && is_offered(movement, &sight));
        Some(OpenStrand {
            key: strand.key.clone(),
            title: strand.title.clone(),
            kind: strand.kind,
            state: state.to_owned(),
            says: told.title.clone(),
            class: told.class,
            since: stand.map(|stand| stand.since),
            votes: stand.map(|stand| stand.votes.iter().cloned().collect()).unwrap_or_default(),
            moves: moves.map(|movement| one(movement, &sight)).collect(),
        })
    };
    definition.strands().iter().filter_map(shown).collect()
}

/// What waits for a change is not a way that anybody looks out for.
fn is_offered(movement: &Move, sight: &Sight<'_>) -> bool {
    movement.if_changed.is_empty() && (movement.by_itself || is_on(movement, sight))
}

fn one(movement: &Move, sight: &Sight<'_>) -> OpenMove {
    let by_itself = movement.by_itself && !sight.case.resting.contains(&movement.key);
    let mut needs = own_needs(movement, by_itself, sight);
    let asked = movement.needs.iter().filter(|need| asked(need, sight));
    needs.extend(asked.map(|need| state_of_need(need, sight)));
    let to = match &movement.to {
        Target::Stage(state) => vec![state.clone()],
        _ => state_after(movement, sight).into_iter().map(str::to_owned).collect(),
    };
    OpenMove {
        move_key: movement.key.clone(),
        title: movement.title.clone(),
        kind: MoveKind::Strand,
        open: !blocked(&needs) && !by_itself,
        asks_next_step: false,
        to,
        needs,
        asks: movement.asks.clone(),
        main: false,
        by_itself,
    }
}
