//! A case as its acts show it: the record that it runs on, the ways out, the words for both.

use desk::case::{CaseOf, OpenMoves, Ways};
use desk::company::CompanyPage;
use desk::look::{CompanyCases, DealPage, DealSeen};
use process::{AskSpec, Level, MoveKind, OpenMove, OpenStrand};

use super::about::{About, control};
use crate::app::App;
use crate::pages::activities::step::Step;
use crate::pages::known::{Known, said};
use crate::visitor::Visitor;

/// All that a move's dialog shows.
pub struct Asked {
    pub about: About,
    pub ways: Ways,
    pub known: Known,
}

impl Asked {
    /// # Errors
    /// What the desk says; a company on which the process does not run has no such case.
    pub async fn load(app: &App, visitor: &Visitor, of: &CaseOf) -> desk::Result<Asked> {
        match of {
            CaseOf::Deal(id) => {
                let seen = app.desk.read(visitor.actor(), DealPage { id: *id }).await?;
                Asked::of_deal(app, visitor, &seen).await
            }
            CaseOf::Company { company, process } => {
                let seen = app.desk.read(visitor.actor(), CompanyCases { company: *company }).await?;
                let row = app.desk.read(visitor.actor(), CompanyPage { id: *company }).await?;
                let known = Known::load(app, visitor, seen.owner.into_iter().collect()).await?;
                let about = About::company(app, visitor, of, &seen, &row).await?;
                let case = seen.cases.into_iter().find(|case| case.process == *process);
                Ok(Asked { ways: case.ok_or(desk::Error::NotFound)?.ways, about, known })
            }
        }
    }

    /// # Errors
    /// What the desk says.
    pub async fn of_deal(app: &App, visitor: &Visitor, seen: &DealSeen) -> desk::Result<Asked> {
        let ways = app.desk.read(visitor.actor(), OpenMoves { of: seen.deal.id.into() }).await?;
        let known = Known::load(app, visitor, vec![seen.deal.owner_id]).await?;
        Ok(Asked { about: About::deal(seen), ways, known })
    }

    pub fn way(&self, key: &str) -> Option<&OpenMove> {
        let of_strands = self.ways.strands.iter().flat_map(|strand| &strand.moves);
        self.ways.moves.iter().chain(of_strands).find(|way| way.move_key == key)
    }

    /// The title of a stage.
    pub fn stage(&self, key: &str, visitor: &Visitor) -> String {
        self.ways
            .definition
            .stage(key)
            .map_or_else(|| key.to_owned(), |stage| said(&stage.title, &visitor.speech))
    }

    /// The strand that a move brings on.
    pub fn strand(&self, way: &OpenMove) -> Option<&OpenStrand> {
        let key = way.move_key.split_once('.').filter(|_| way.kind == MoveKind::Strand)?.0;
        self.ways.strands.iter().find(|strand| strand.key == key)
    }

    /// Where a move leads: a stage, or a state of its strand.
    pub fn destination(&self, way: &OpenMove, to: &str, visitor: &Visitor) -> String {
        match self.strand(way).and_then(|strand| self.ways.definition.strand(&strand.key)) {
            Some(strand) => {
                strand.state(to).map_or_else(|| to.to_owned(), |state| said(&state.title, &visitor.speech))
            }
            None => self.stage(to, visitor),
        }
    }

    /// What must be planned with the move: what it asks to plan and is not planned yet, else the next step.
    pub fn steps(&self, way: &OpenMove, visitor: &Visitor) -> Vec<Step> {
        let speech = &visitor.speech;
        let planned = |types: &[String]| self.about.activities.iter().any(|open| types.contains(&open.kind));
        let mut steps = Vec::new();
        for (place, ask) in way.asks.iter().enumerate() {
            if let AskSpec::Plan { types, title, .. } = ask
                && !planned(types)
            {
                steps.push(Step {
                    prefix: format!("plan{place}"),
                    title: said(title, speech),
                    about: speech.t("plan-with-move"),
                    required: true,
                    kinds: types.clone(),
                });
            }
        }
        if way.asks_next_step && steps.is_empty() {
            steps.push(Step::next(true, speech));
        }
        steps
    }
}

/// Whether the move can be taken by a drop alone.
pub fn goes_at_once(asked: &Asked, way: &OpenMove, visitor: &Visitor) -> bool {
    let warns = way.needs.iter().any(|need| need.level == Level::Warn && need.met != Some(true));
    let asks = way.asks.iter().any(|ask| match ask {
        AskSpec::Plan { .. } => false,
        AskSpec::Field { name, optional, .. } => !optional && !stands(asked, name),
        AskSpec::OneOf { optional, .. } | AskSpec::Text { optional, .. } => !optional,
    });
    way.open && !warns && !asks && asked.steps(way, visitor).is_empty()
}

/// Whether a field asked for is filled on the record already.
fn stands(asked: &Asked, name: &str) -> bool {
    asked.about.filled.filled(&control(name)).is_some()
}
