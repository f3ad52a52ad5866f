//! P1 and P2: a durable stage move, by one client and by 64. A prospect's first appointment is booked by its owner:
//! the act authorizes, checks what the process needs, moves the case, plans the appointment, tells the events and keeps
//! the totals. The floor writes the same rows and reads nothing.

mod floor;
mod pgbench;
pub mod prospects;

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use desk::case::MoveCase;
use jiff::{Timestamp, ToSpan};
use sales::Actor;
use sales::activity::ActivityFields;
use tokio::task::JoinHandle;

use crate::bench::Bench;
use crate::frame::{Engine, Figure, Target, number, percentile};
use crate::product::{Place, Room, cpu_with_children};
use crate::slow_sync::Slow;
use prospects::Prospect;

/// A larger company makes a move no dearer, but takes long to copy.
const DEALS: u32 = 100_000;

/// Moves in a block of one client and of 64: half a second of the product, about.
const BLOCKS: [(usize, usize); 2] = [(1, 1_500), (64, 3_000)];

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for engine in bench.options.engines() {
        for (clients, moves) in BLOCKS {
            let run = Run { engine, clients, moves, slow: false };
            if !bench.options.wants(run.id()) {
                continue;
            }
            figures.extend(run.measure(bench)?);
            if engine == Engine::Sqlite
                && let Some(_slow) = Slow::begin()?
            {
                figures.extend(Run { slow: true, ..run }.measure(bench)?);
            }
        }
    }
    Ok(figures)
}

#[derive(Clone, Copy)]
struct Run {
    engine: Engine,
    clients: usize,
    moves: usize,
    /// Flushes take a millisecond.
    slow: bool,
}

impl Run {
    fn id(&self) -> &'static str {
        if self.clients == 1 { "P1" } else { "P2" }
    }

    fn measure(self, bench: &Bench) -> Result<Vec<Figure>> {
        let deals = bench.options.up_to(DEALS);
        let place = bench.copy(self.engine, deals, "moves")?;
        let twin = bench.copy(self.engine, deals, "moves_floor")?;
        let prospects = prospects::all(bench, &place)?;
        prospects::all(bench, &twin)?;
        let moves = self.moves.min(prospects.len() / (bench.pairs.count + 1));
        let mover = Mover::new(&place, &prospects)?;
        let (ours, raw) = (Meter::new(bench, self.engine), Meter::new(bench, self.engine));
        let mut blocks = prospects.chunks_exact(moves);
        let mut product =
            || ours.watch(moves, || mover.block(blocks.next().unwrap_or_default(), self.clients));
        let paired = match self.engine {
            Engine::Sqlite => {
                let floor = floor::Floor::open(&twin)?;
                let mut blocks = prospects.chunks_exact(moves);
                let mut floor = || raw.watch(moves, || floor.block(blocks.next().unwrap_or_default()));
                let paired = bench.pairs.run(&mut product, &mut floor)?;
                floor::same_rows(&place, &twin)?;
                paired
            }
            Engine::Postgres => {
                let script = pgbench::script(bench, deals)?;
                let load = (self.clients, moves);
                let mut floor = || raw.watch(moves, || pgbench::rate(bench, "moves_floor", &script, load));
                bench.pairs.run(&mut product, &mut floor)?
            }
        };
        let ((rate, floor), at) = (paired.medians(), (self.engine, deals));
        let figure = Figure::ratio(self.id(), &self.what(), at, &paired.ratios(), self.target());
        let mut figures = vec![figure.with(format!("{}/s, floor {}/s", number(rate), number(floor)))];
        let shares: Vec<f64> = ours.spent().iter().zip(raw.spent()).map(|(ours, raw)| ours / raw).collect();
        let (ours, raw) = (percentile(&ours.spent(), 50.0), percentile(&raw.spent(), 50.0));
        let (id, what) = (format!("{} cpu", self.id()), format!("{}: processor time", self.what()));
        let bar = if self.engine == Engine::Postgres { Target::AtMost(2.0) } else { Target::Watched };
        let figure = Figure::ratio(&id, &what, at, &shares, bar);
        figures.push(figure.with(format!("{} ms a move, floor {} ms", number(ours), number(raw))));
        Ok(figures)
    }

    fn what(&self) -> String {
        let clients =
            if self.clients == 1 { "1 client".to_owned() } else { format!("{} clients", self.clients) };
        let slow = if self.slow { ", 1 ms a flush" } else { "" };
        format!("durable stage move, {clients}{slow}")
    }

    fn target(&self) -> Target {
        Target::AtLeast(match (self.engine, self.clients, self.slow) {
            (_, 1, false) => 0.6,
            (_, 1, true) => 0.8,
            (Engine::Sqlite, _, false) => 1.4,
            (Engine::Sqlite, _, true) => 7.0,
            // pgbench runs as many clients: its commits share their flush, too.
            (Engine::Postgres, ..) => 0.6,
        })
    }
}

/// Milliseconds of processor time a move: of this process, of what it has started and ended, and of the database's.
struct Meter<'a> {
    bench: &'a Bench,
    engine: Engine,
    spent: RefCell<Vec<f64>>,
}

impl<'a> Meter<'a> {
    fn new(bench: &'a Bench, engine: Engine) -> Meter<'a> {
        Meter { bench, engine, spent: RefCell::default() }
    }

    fn now(&self) -> Result<Duration> {
        let own = cpu_with_children(std::process::id())?;
        Ok(if self.engine == Engine::Postgres { own + self.bench.cluster()?.cpu()? } else { own })
    }

    fn watch(&self, moves: usize, block: impl FnOnce() -> Result<f64>) -> Result<f64> {
        let before = self.now()?;
        let figure = block()?;
        self.spent.borrow_mut().push((self.now()? - before).as_secs_f64() * 1_000.0 / moves as f64);
        Ok(figure)
    }

    /// Without the block for warming up.
    fn spent(&self) -> Vec<f64> {
        self.spent.borrow()[1..].to_vec()
    }
}

/// The product's way to move: desk and store in this process.
struct Mover {
    room: Room,
    actors: Arc<HashMap<i64, Actor>>,
}

impl Mover {
    fn new(place: &Place, prospects: &[Prospect]) -> Result<Mover> {
        let room = Room::open(place)?;
        let mut owners: Vec<i64> = prospects.iter().map(|prospect| prospect.owner).collect();
        owners.sort_unstable();
        owners.dedup();
        let actors = Arc::new(room.actors(owners)?);
        Ok(Mover { room, actors })
    }

    /// Moves a second.
    fn block(&self, prospects: &[Prospect], clients: usize) -> Result<f64> {
        ensure!(!prospects.is_empty(), "there are too few deals for so many pairs");
        let started = Instant::now();
        let share = prospects.len().div_ceil(clients);
        let tasks: Vec<JoinHandle<desk::Result<()>>> = prospects
            .chunks(share)
            .map(|own| {
                let (desk, actors, own) = (self.room.desk.clone(), Arc::clone(&self.actors), own.to_vec());
                self.room.runtime.spawn(async move {
                    for prospect in own {
                        desk.write(&actors[&prospect.owner], booking(&prospect, desk.now())).await?;
                    }
                    Ok(())
                })
            })
            .collect();
        for task in tasks {
            self.room.runtime.block_on(task)??;
        }
        Ok(prospects.len() as f64 / started.elapsed().as_secs_f64())
    }
}

fn booking(prospect: &Prospect, now: Timestamp) -> MoveCase {
    let starts_at = now.saturating_add((20 + prospect.deal % 30).hours()).unwrap_or(now);
    let ends_at = starts_at.saturating_add(1.hours()).unwrap_or(now);
    MoveCase {
        of: prospect.deal.into(),
        move_key: "book".to_owned(),
        accepts: vec!["fresh-note".to_owned()],
        next_steps: vec![ActivityFields {
            kind: "first-appointment".to_owned(),
            subject: String::new(),
            starts_at,
            ends_at,
            owner_id: None,
            person_id: None,
            words: String::new(),
        }],
        ..MoveCase::default()
    }
}
