//! Where the boxes stand and how the arrows run.

use super::boxes::{Cut, boxed};
use super::lanes::{Way, is_upright_at, lanes, port};
use super::{Chart, ChartArrow, ChartBox, Point, labels, lines};
use crate::definition::{Definition, End, Move, MoveKind, Stage, Target};

/// What a window of usual width has room for: a wider chart is cut into narrower boxes.
const ROOM: i32 = 1220;
const MARGIN: i32 = 16;
const GAP: i32 = 40;
const LANE: i32 = 34;
const WORDS: i32 = 8;
/// From the middle of a box to the first line that leaves it.
const PORT: i32 = 10;

/// Lays out the chart of a definition.
pub fn chart(definition: &Definition) -> Chart {
    let wide = Plan::new(definition, Cut::Wide);
    let plan = if wide.width() <= ROOM { wide } else { Plan::new(definition, Cut::Narrow) };
    plan.drawn()
}

struct Plan<'a> {
    definition: &'a Definition,
    boxes: Vec<ChartBox>,
    /// Ends that are reached by refusals: they stand beneath the last box.
    lost: Vec<ChartBox>,
    arrows: Vec<ChartArrow>,
    /// The lowest line taken so far.
    floor: i32,
}

impl<'a> Plan<'a> {
    fn new(definition: &'a Definition, cut: Cut) -> Self {
        let is_lost = |stage: &&Stage| is_refused_into(definition, stage);
        let (lost, row): (Vec<&Stage>, Vec<&Stage>) = definition.stages().iter().partition(is_lost);
        let boxes: Vec<ChartBox> = row.into_iter().map(|stage| boxed(stage, cut)).collect();
        let lost: Vec<ChartBox> = lost.into_iter().map(|stage| boxed(stage, cut)).collect();
        let mut plan = Plan { definition, boxes, lost, arrows: Vec::new(), floor: 0 };
        plan.place_row();
        plan
    }

    /// All of one height, side by side; the ends beneath are as wide as the last one.
    fn place_row(&mut self) {
        let height = self.boxes.iter().chain(&self.lost).map(|one| one.h).max().unwrap_or(0);
        let last = self.lost.iter().chain(self.boxes.last()).map(|one| one.w).max().unwrap_or(0);
        let mut x = MARGIN;
        let count = self.boxes.len();
        for (place, one) in self.boxes.iter_mut().enumerate() {
            (one.x, one.h) = (x, height);
            if place + 1 == count && one.ends.is_some() {
                one.w = last;
            }
            x += one.w + GAP;
        }
        let column = self.boxes.last().map_or(MARGIN, |one| if one.ends.is_some() { one.x } else { x });
        for one in &mut self.lost {
            (one.x, one.w, one.h) = (column, last, height);
        }
    }

    fn width(&self) -> i32 {
        let ends = self.boxes.iter().chain(&self.lost).map(|one| one.x + one.w);
        ends.max().unwrap_or(0) + MARGIN
    }

    fn drawn(mut self) -> Chart {
        let (steps, skips) = self.ways();
        let lanes = lanes(&skips, &self.boxes);
        let count = lanes.iter().max().map_or(0, |lane| lane + 1);
        // Above the highest lane stand its words.
        let row = MARGIN + count * LANE + if count > 0 { WORDS } else { 0 };
        for one in &mut self.boxes {
            one.y = row;
            self.floor = row + one.h;
        }
        self.step(&steps);
        for (skip, lane) in skips.iter().zip(lanes) {
            self.skip(skip, row - LANE * (lane + 1));
        }
        self.returns();
        self.refusals();
        labels::place(&mut self.arrows);
        let (width, height) = (self.width(), self.floor + MARGIN);
        let lines = lines::lines(self.definition);
        self.boxes.append(&mut self.lost);
        Chart { width, height, boxes: self.boxes, arrows: self.arrows, lines }
    }

    /// Forward moves: those to the very next box, one for each pair, and those that go around. The shortest first.
    fn ways(&self) -> (Vec<Way<'a>>, Vec<Way<'a>>) {
        let place = |key: &String| self.boxes.iter().position(|one| one.key == *key);
        let (mut steps, mut skips): (Vec<Way<'a>>, Vec<Way<'a>>) = (Vec::new(), Vec::new());
        for movement in self.of_kind(MoveKind::Forward) {
            let Target::Stage(to) = &movement.to else { continue };
            for from in &movement.from {
                let (Some(from), Some(to)) = (place(from), place(to)) else { continue };
                let is_step = to == from + 1 && steps.iter().all(|step| step.from != from);
                let way = Way { movement, from, to };
                if is_step { steps.push(way) } else { skips.push(way) }
            }
        }
        skips.sort_by_key(|skip| skip.from.abs_diff(skip.to));
        (steps, skips)
    }

    fn of_kind(&self, kind: MoveKind) -> impl Iterator<Item = &'a Move> + use<'a> {
        self.definition.moves().iter().filter(move |movement| movement.kind == kind)
    }

    fn needs(&self, way: &Way<'_>) -> usize {
        let of = |place: usize| self.definition.stage(&self.boxes[place].key);
        let going = of(way.from).map_or(0, |stage| stage.to_go_on.len());
        let coming = of(way.to).map_or(0, |stage| stage.to_enter.len());
        way.movement.needs.len() + going + coming
    }

    fn step(&mut self, steps: &[Way<'a>]) {
        for step in steps {
            let (one, other) = (&self.boxes[step.from], &self.boxes[step.to]);
            let y = one.y + one.h / 2;
            let points = vec![Point { x: one.x + one.w, y }, Point { x: other.x, y }];
            let mark = Point { x: i32::midpoint(points[0].x, points[1].x) - 4, y };
            self.arrows.push(arrow(step.movement, points, mark, self.needs(step)));
        }
    }

    fn skip(&mut self, skip: &Way<'a>, lane: i32) {
        let (one, other) = (&self.boxes[skip.from], &self.boxes[skip.to]);
        let taken = |x: i32| self.arrows.iter().any(|arrow| is_upright_at(arrow, x, one.y));
        let (x1, x2) = (port(one, PORT, &taken), port(other, -PORT, &taken));
        let mark = Point { x: x1, y: one.y - LANE / 2 };
        let points = around(x1, x2, one.y, lane);
        self.arrows.push(arrow(skip.movement, points, mark, self.needs(skip)));
    }

    /// One dashed line a return: from the last stage it leaves to the first it may reach.
    fn returns(&mut self) {
        for movement in self.of_kind(MoveKind::Return) {
            let leaves = self.boxes.iter().rev().find(|one| movement.from.contains(&one.key));
            let reaches = match &movement.to {
                Target::Stage(key) => self.boxes.iter().find(|one| one.key == *key),
                Target::AnyVisited | Target::LastOpen | Target::Stay | Target::First(_) => self.boxes.first(),
            };
            let (Some(one), Some(other)) = (leaves, reaches) else { continue };
            let bottom = one.y + one.h;
            let taken = |x: i32| self.arrows.iter().any(|arrow| is_upright_at(arrow, x, bottom));
            let x1 = port(one, -PORT, &taken);
            let x2 = port(other, -PORT, &|x| x == x1 || taken(x));
            self.floor += LANE;
            let mark = Point { x: x1, y: bottom + LANE / 2 };
            let points = around(x1, x2, bottom, self.floor);
            let back = arrow(movement, points, mark, movement.needs.len());
            self.arrows.push(ChartArrow { dashed: true, ..back });
        }
    }

    /// A rail for each refusal: every stage that may be refused drops onto it, and it leads to its end.
    fn refusals(&mut self) {
        for place in 0..self.lost.len() {
            let into = Target::Stage(self.lost[place].key.clone());
            let moves: Vec<&'a Move> =
                self.definition.moves().iter().filter(|movement| movement.to == into).collect();
            let more = LANE * i32::try_from(moves.len().saturating_sub(1)).unwrap_or(0);
            self.floor += LANE;
            let lost = &mut self.lost[place];
            lost.y = self.floor;
            let first = lost.y + lost.h / 2;
            lost.h += more;
            self.floor += lost.h;
            for (nth, movement) in (0..).zip(moves) {
                self.rail(movement, place, first + LANE * nth);
            }
        }
    }

    fn rail(&mut self, movement: &'a Move, lost: usize, y: i32) {
        let taken = |x: i32, from: i32| self.arrows.iter().any(|arrow| is_upright_at(arrow, x, from));
        let from = self.boxes.iter().filter(|one| movement.from.contains(&one.key));
        let drops: Vec<[Point; 2]> = from
            .map(|one| {
                let bottom = one.y + one.h;
                let x = port(one, PORT, &|x| taken(x, bottom));
                [Point { x, y: bottom }, Point { x, y }]
            })
            .collect();
        let Some(first) = drops.iter().map(|drop| drop[1].x).min() else { return };
        let end = self.lost[lost].x;
        let mark = Point { x: end - 22, y };
        let points = vec![Point { x: first, y }, Point { x: end, y }];
        let trunk = arrow(movement, points, mark, movement.needs.len());
        self.arrows.push(ChartArrow { drops, ..trunk });
    }
}

fn is_refused_into(definition: &Definition, stage: &Stage) -> bool {
    let into = |movement: &Move| {
        movement.kind == MoveKind::Refusal && movement.to == Target::Stage(stage.key.clone())
    };
    stage.ends == Some(End::Lost) || (stage.ends.is_some() && definition.moves().iter().any(into))
}

/// Out of a box, along a lane, into another.
fn around(x1: i32, x2: i32, edge: i32, lane: i32) -> Vec<Point> {
    vec![
        Point { x: x1, y: edge },
        Point { x: x1, y: lane },
        Point { x: x2, y: lane },
        Point { x: x2, y: edge },
    ]
}

fn arrow(movement: &Move, points: Vec<Point>, mark: Point, needs: usize) -> ChartArrow {
    ChartArrow {
        move_key: movement.key.clone(),
        title: movement.title.clone(),
        kind: movement.kind,
        points,
        drops: Vec::new(),
        dashed: false,
        needs,
        mark,
        label: None,
    }
}
