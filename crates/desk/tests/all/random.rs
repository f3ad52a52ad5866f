//! Random acts by random members: whatever is tried, the invariants hold.

use std::collections::BTreeMap;

use desk::activity::{CancelActivity, CompleteActivity, LogActivity, On, PlanActivity, RescheduleActivity};
use desk::case::{MoveCase, OpenMoves};
use desk::deal::{ArchiveDeal, AssignDeal, EditDeal, RestoreDeal};
use desk::look::{DealPage, Doctor};
use desk::note::WriteNote;
use desk::task::{CompleteTask, CreateTask};
use desk::{Desk, Error};
use process::Value;
use sales::activity::OUTCOMES;
use sales::deal::DealFields;
use sales::{Actor, Role};

use crate::house::{House, hour};

/// Small steps of a linear congruential generator: the same acts in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.roll(items.len())]
    }
}

const KINDS: [&str; 9] = [
    "call",
    "meeting",
    "first-appointment",
    "sales-discovery",
    "network-discovery",
    "proposal",
    "presentation",
    "follow-up-call",
    "agreement",
];

/// 20,000 under `make prove` (DEALWRIGHT_RANDOM_ACTS), fewer in an ordinary run.
fn count() -> usize {
    std::env::var("DEALWRIGHT_RANDOM_ACTS").ok().and_then(|count| count.parse().ok()).unwrap_or(1500)
}

on_both! {
    async fn random_acts_leave_the_invariants_whole(room: &Room) {
        let house = House::new(room).await;
        let mut actors = vec![house.boss.clone()];
        for (name, role) in [("Rhys", Role::Rep), ("Mo", Role::Manager), ("Ruth", Role::Reader)] {
            let id = room.member(&house.boss, name, role, None).await;
            actors.push(room.actor(id).await);
        }
        let mut dice = Dice(42);
        let mut deals = Vec::new();
        let mut refused = 0;
        for turn in 0..count() {
            room.clock.advance(jiff::SignedDuration::from_mins(7));
            let actor = actors[[0, 0, 0, 1, 1, 2, 3][dice.roll(7)]].clone();
            if deals.len() < 5 || dice.roll(40) == 0 {
                if let Ok(id) = room.desk.write(&actor, house.deal(actor.member, dice.roll(1000) as i64)).await {
                    deals.push(id);
                }
                continue;
            }
            let deal = *dice.of(&deals);
            match act(&room.desk, &actor, &actors, deal, &mut dice).await {
                Ok(()) => {}
                Err(Error::Store(error)) => panic!("turn {turn}: {error}"),
                Err(Error::Broken(words)) => panic!("turn {turn}: {words}"),
                Err(_) => refused += 1,
            }
        }
        assert!(refused > count() / 20, "the acts must also be tried where they are refused");
        let complaints = room.desk.read_slowly(&room.system(), Doctor).await.unwrap();
        assert_eq!(complaints.len(), 0, "{complaints:?}");
        let moved = room.rows().await.iter().filter(|row| row.starts_with("events ") && row.contains("case-moved")).count();
        assert!(moved > count() / 100, "only {moved} moves were made");
    }
}

async fn act(desk: &Desk, actor: &Actor, actors: &[Actor], deal: i64, dice: &mut Dice) -> Result<(), Error> {
    let seen = desk.read(actor, DealPage { id: deal }).await?;
    let kind = *dice.of(&KINDS);
    let next = hour(kind, "2027-03-01T09:00:00Z");
    let planned = seen.activities.first().map(|activity| activity.id);
    match (dice.roll(18), planned) {
        (0 | 1, _) => {
            let outcome = Some((*dice.of(&OUTCOMES)).to_owned());
            let fields = hour(kind, "2026-11-23T07:00:00Z");
            let act = LogActivity {
                on: On::Deal(deal),
                fields,
                outcome,
                findings: "found".into(),
                next_step: None,
            };
            desk.write(actor, act).await.map(|_| ())
        }
        (2, _) => desk.write(actor, PlanActivity { on: On::Deal(deal), fields: next }).await.map(|_| ()),
        (3, Some(id)) => {
            let next_step = (dice.roll(2) == 0).then_some(next);
            let outcome = Some((*dice.of(&OUTCOMES)).to_owned());
            let act = CompleteActivity {
                id,
                outcome,
                findings: "found".into(),
                next_step,
                ..CompleteActivity::default()
            };
            desk.write(actor, act).await.map(|_| ())
        }
        (4, Some(id)) => desk.write(actor, CancelActivity { id, next_step: None }).await,
        (5, Some(id)) => desk.write(actor, RescheduleActivity { id, fields: next }).await,
        (6, _) => {
            let fields =
                DealFields { amount: Some(dice.roll(5000) as i64 - 10), ..seen.deal.fields(vec![], vec![]) };
            desk.write(actor, EditDeal { id: deal, version: seen.deal.version, fields }).await.map(|_| ())
        }
        (7, _) => {
            let to = dice.of(actors).member.unwrap_or_default();
            desk.write(actor, AssignDeal { id: deal, to }).await
        }
        (8, _) if dice.roll(8) == 0 => desk.write(actor, ArchiveDeal { id: deal }).await,
        (8, _) => desk.write(actor, RestoreDeal { id: deal }).await,
        (9, _) => match seen.tasks.first() {
            Some(task) => desk.write(actor, CompleteTask { id: task.id }).await,
            None => {
                let act = CreateTask { on: On::Deal(deal), title: "Chase".into(), owner: None, due_at: None };
                desk.write(actor, act).await.map(|_| ())
            }
        },
        (10, _) => desk.write(actor, WriteNote { on: On::Deal(deal), body: "said".into() }).await.map(|_| ()),
        _ => step(desk, actor, deal, dice).await,
    }
}

/// Any move of the definition, allowed or not.
async fn step(desk: &Desk, actor: &Actor, deal: i64, dice: &mut Dice) -> Result<(), Error> {
    let ways = desk.read(actor, OpenMoves { of: deal.into() }).await?;
    let from_here: Vec<String> = ways.moves.iter().map(|way| way.move_key.clone()).collect();
    let all: Vec<String> = ways.definition.moves().iter().map(|movement| movement.key.clone()).collect();
    let move_key =
        if dice.roll(4) == 0 || from_here.is_empty() { dice.of(&all) } else { dice.of(&from_here) };
    let asked = ways
        .moves
        .iter()
        .find(|way| way.move_key == *move_key)
        .map(|way| way.asks.clone())
        .unwrap_or_default();
    let mut answers = BTreeMap::new();
    let mut next_steps = Vec::new();
    if dice.roll(2) == 0 {
        next_steps.push(hour(KINDS[dice.roll(KINDS.len())], "2027-03-02T09:00:00Z"));
    }
    for ask in asked {
        match ask {
            process::AskSpec::Plan { types, .. } => next_steps.push(hour(&types[0], "2027-03-02T09:00:00Z")),
            process::AskSpec::OneOf { key, options, .. } => {
                let option = &options[dice.roll(options.len())];
                let option = if option.asks.is_empty() { option } else { &options[0] };
                answers.insert(key, Value::Choice(option.code.clone()));
            }
            process::AskSpec::Text { key, .. } => {
                answers.insert(key, Value::Text("because".into()));
            }
            _ => {}
        }
    }
    let to = ways.visited.first().cloned().filter(|_| *move_key == "step-back");
    let act = MoveCase {
        of: deal.into(),
        move_key: move_key.clone(),
        to,
        answers,
        accepts: vec!["fresh-note".into()],
        next_steps,
        ..MoveCase::default()
    };
    desk.write(actor, act).await.map(|_| ())
}
