//! Approvals: a strand with given states. Steps go in order; whoever is asked says yes, sends it back, or refuses.

use super::Reader;
use super::strands::given_move;
use crate::Words;
use crate::condition::Condition;
use crate::definition::{
    AskSpec, Branch, EffectAct, EffectSpec, Move, Need, State, StateClass, Strand, StrandKind, Target,
};
use crate::text::{Keys, Node, Spot, both};

pub(crate) const APPROVAL: [&str; 14] = [
    "use",
    "title",
    "in",
    "if",
    "asked_by",
    "steps",
    "matrix",
    "from",
    "any_of",
    "all_of",
    "not_by",
    "stand_in",
    "void_when_changed",
    "unless",
];
const APPROVAL_LATER: [&str; 2] = ["remind", "escalate"];
pub(crate) const STEP: [&str; 4] = ["from", "any_of", "all_of", "only_if"];

/// The state of a step's question: `asked`, `asked-2`.
fn asked(step: usize) -> String {
    numbered("asked", step)
}

fn numbered(word: &str, step: usize) -> String {
    if step == 0 { word.into() } else { format!("{word}-{}", step + 1) }
}

/// The states of an approval of so many steps, by name.
pub(super) fn states(steps: usize) -> Vec<String> {
    let given = ["granted", "returned", "refused", "void"].map(str::to_owned);
    std::iter::once("unasked".to_owned()).chain((0..steps).map(asked)).chain(given).collect()
}

/// Its moves, by name.
pub(super) fn moves(steps: usize) -> Vec<String> {
    let answers = (0..steps).flat_map(|step| ["grant", "return", "refuse"].map(|word| numbered(word, step)));
    ["ask", "void"].map(str::to_owned).into_iter().chain(answers).collect()
}

/// Who answers in a step.
pub(super) struct Step {
    pub by: Vec<String>,
    pub all_of: Vec<String>,
    pub only_if: Option<Condition>,
}

/// An approval under way to its strand.
struct Approval<'a> {
    key: &'a str,
    title: Words,
    asked_by: Vec<String>,
    not_by: Vec<String>,
    steps: Vec<Step>,
    /// Of a matrix: one of the steps is asked, and asking needs an amount.
    matrix: Option<Need>,
    spot: &'a Spot,
}

impl Reader<'_> {
    pub(super) fn approval_of(&mut self, key: &str, spot: &Spot, node: &Node) -> Option<Strand> {
        let keys = Keys::open(node, &APPROVAL, &APPROVAL_LATER, self.report)?;
        let keeps = self.fields_of(keys, "void_when_changed");
        self.keeping.clone_from(&keeps);
        let unless = keys.get("unless").and_then(|node| self.condition(node));
        self.keeping.clear();
        if keeps.is_empty() {
            let says = both("No change voids this approval.", "Это согласование ничем не отменяется.");
            let hint = both("void_when_changed: [ deal.amount ]", "void_when_changed: [ deal.amount ]");
            self.report.warns("DW507", spot, says, hint);
        }
        let (steps, matrix) = self.who_answers(keys);
        let approval = Approval {
            key,
            title: self.words_or_missing(keys.get("title"), spot, "title"),
            asked_by: self.parts_of(keys, "asked_by"),
            not_by: self.parts_of(keys, "not_by"),
            steps,
            matrix,
            spot,
        };
        self.answerable(&approval);
        Some(Strand {
            key: key.into(),
            kind: StrandKind::Approval,
            stages: self.lives_in(keys),
            present: keys.get("if").and_then(|node| self.condition(node)),
            resets: false,
            states: approval.states(),
            moves: approval.moves(&keeps, unless),
            keeps,
            title: approval.title,
            spot: spot.clone(),
        })
    }

    /// The steps, those of a matrix with what asking needs.
    fn who_answers(&mut self, keys: Keys<'_>) -> (Vec<Step>, Option<Need>) {
        let stand_in = self.parts_of(keys, "stand_in");
        let Some(node) = keys.get("matrix") else { return (self.steps(keys, &stand_in), None) };
        let matrix = self.matrix(node, &stand_in);
        matrix.map_or_else(Default::default, |matrix| (matrix.steps, Some(matrix.need)))
    }

    fn steps(&mut self, keys: Keys<'_>, stand_in: &[String]) -> Vec<Step> {
        let items = keys.get("steps").map(Node::items).unwrap_or_default();
        if items.is_empty() {
            return self.step(keys, stand_in).into_iter().collect();
        }
        let mut steps = Vec::new();
        for item in items {
            let Some(keys) = Keys::open(item, &STEP, &[], self.report) else { continue };
            steps.extend(self.step(keys, stand_in));
        }
        steps
    }

    pub(super) fn step(&mut self, keys: Keys<'_>, stand_in: &[String]) -> Option<Step> {
        let from = self.parts_of(keys, "from");
        let any_of = self.parts_of(keys, "any_of");
        let all_of = self.parts_of(keys, "all_of");
        let given = [&from, &any_of, &all_of].into_iter().filter(|parts| !parts.is_empty());
        let given: Vec<&Vec<String>> = given.collect();
        let [parts] = given.as_slice() else {
            let wanted = both("One of from, any_of, all_of.", "Одно из from, any_of, all_of.");
            self.report.shape(&keys.node.spot, wanted);
            return None;
        };
        let by = parts.iter().chain(stand_in).cloned().collect();
        let only_if = keys.get("only_if").filter(|_| keys.get("steps").is_none());
        Some(Step { by, all_of, only_if: only_if.and_then(|node| self.condition(node)) })
    }

    /// DW505: whoever could answer may not.
    fn answerable(&mut self, approval: &Approval<'_>) {
        let nobody = |step: &Step| step.by.iter().all(|part| approval.not_by.contains(part));
        let missing = |step: &Step| step.all_of.iter().any(|part| approval.not_by.contains(part));
        if approval.steps.iter().any(|step| nobody(step) || missing(step)) {
            let says = both(
                "Nobody can give this approval: whoever is asked may not.",
                "Согласовать некому: тому, кого спрашивают, это запрещено.",
            );
            let hint = both("Name another part in from.", "Назовите в from другого участника.");
            self.report.blocks("DW505", approval.spot, says, hint);
        }
    }
}

impl Approval<'_> {
    fn states(&self) -> Vec<State> {
        let state = |key: String, class, title: Words| State { key, title, class, on_enter: Vec::new() };
        let mut states =
            vec![state("unasked".into(), StateClass::Open, both("Not asked yet", "Ещё не запрошено"))];
        for (place, step) in self.steps.iter().enumerate() {
            let title = match self.steps.len() {
                _ if self.matrix.is_some() => both("Waiting for an answer", "Ждёт ответа"),
                1 => both("Waiting for an answer", "Ждёт ответа"),
                count => both(
                    format!("Waiting for an answer, {} of {count}", place + 1),
                    format!("Ждёт ответа, {} из {count}", place + 1),
                ),
            };
            let on_enter = self.questions(step);
            states.push(State { on_enter, ..state(asked(place), StateClass::Open, title) });
        }
        states.push(state("granted".into(), StateClass::Done, both("Approved", "Согласовано")));
        states.push(state("returned".into(), StateClass::Open, both("Sent back", "Возвращено")));
        states.push(state("refused".into(), StateClass::Failed, both("Refused", "Отказано")));
        states.push(state("void".into(), StateClass::Open, both("No longer valid", "Больше не действует")));
        states
    }

    /// A task for everybody who must answer, or for the first of those who may.
    fn questions(&self, step: &Step) -> Vec<EffectSpec> {
        let asked = if step.all_of.is_empty() { step.by.get(..1).unwrap_or_default() } else { &step.all_of };
        let title = both(format!("Approve: {}", self.title.en), format!("Согласовать: {}", self.title.ru));
        let task = |part: &String| EffectSpec {
            act: EffectAct::CreateTask { part: part.clone(), title: title.clone(), due: None, kind: None },
            once_a_case: false,
            spot: self.spot.clone(),
        };
        asked.iter().map(task).collect()
    }

    fn moves(&self, keeps: &[String], unless: Option<Condition>) -> Vec<Move> {
        let mut moves = vec![Move {
            title: both(format!("Ask: {}", self.title.en), format!("Запросить: {}", self.title.ru)),
            by: self.asked_by.clone(),
            needs: self.matrix.iter().cloned().collect(),
            ..self.given("ask", &["unasked", "returned", "void"], self.question(0))
        }];
        for (place, step) in self.steps.iter().enumerate() {
            let state = asked(place);
            let answer = |word: &str, to: Target| Move {
                by: step.by.clone(),
                not_by: self.not_by.clone(),
                ..self.given(&numbered(word, place), &[&state], to)
            };
            moves.push(Move {
                title: both("Approve", "Согласовать"),
                all_of: step.all_of.clone(),
                ..answer("grant", self.question(place + 1))
            });
            moves.push(Move {
                title: both("Send back", "Вернуть на доработку"),
                asks: vec![reason()],
                ..answer("return", Target::Stage("returned".into()))
            });
            moves.push(Move {
                title: both("Refuse", "Отказать"),
                asks: vec![reason()],
                ..answer("refuse", Target::Stage("refused".into()))
            });
        }
        if !keeps.is_empty() {
            let asked: Vec<String> = (0..self.steps.len()).map(asked).collect();
            let from: Vec<&str> = asked.iter().map(String::as_str).chain(["granted", "refused"]).collect();
            moves.push(Move {
                title: both("No longer valid", "Больше не действует"),
                by_itself: true,
                if_changed: keeps.to_vec(),
                unless,
                ..self.given("void", &from, Target::Stage("void".into()))
            });
        }
        moves
    }

    /// The question of the first step from here that is asked at all; granted where none is.
    fn question(&self, first: usize) -> Target {
        let later = self.steps.iter().enumerate().skip(first);
        let branch = |(place, step): (usize, &Step)| Branch { guard: step.only_if.clone(), to: asked(place) };
        let granted = Branch { guard: None, to: "granted".into() };
        Target::First(later.map(branch).chain([granted]).collect())
    }

    fn given(&self, word: &str, from: &[&str], to: Target) -> Move {
        let from = from.iter().map(|state| (*state).to_owned()).collect();
        given_move(&format!("{}.{word}", self.key), from, to, self.spot)
    }
}

/// Why it is sent back or refused.
pub(super) fn reason() -> AskSpec {
    AskSpec::Text { key: "reason".into(), title: both("Why", "Почему"), long: true, optional: false }
}
