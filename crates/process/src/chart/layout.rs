//! Where the boxes stand and how the arrows run.

use super::{Chart, ChartArrow, ChartBox, Point, lines};
use crate::definition::{Definition, End, Move, MoveKind, Span, Stage, Target};
use crate::{Lang, Words};

const MARGIN: i32 = 24;
const GAP: i32 = 40;
const BOX_HEIGHT: i32 = 52;
const LANE: i32 = 34;
const NARROWEST: i32 = 120;
const WIDEST: i32 = 200;
/// Width of a letter of a title, on the average.
const LETTER: i32 = 8;

/// Lays out the chart of a definition.
pub fn chart(definition: &Definition) -> Chart {
    let (on_row, below): (Vec<&Stage>, Vec<&Stage>) =
        definition.stages().iter().partition(|stage| stage.ends != Some(End::Lost));
    let mut plan = Plan { definition, boxes: Vec::new(), arrows: Vec::new(), row: 0, floor: 0 };
    plan.row = MARGIN + LANE * plan.skips(&on_row) + LANE / 2;
    plan.place_row(&on_row);
    plan.floor = plan.row + BOX_HEIGHT;
    plan.forward();
    plan.returns();
    plan.refusals(&below);
    let width = plan.boxes.iter().map(|one| one.x + one.w).max().unwrap_or(0) + MARGIN;
    let height = plan.floor + MARGIN;
    Chart { width, height, boxes: plan.boxes, arrows: plan.arrows, lines: lines::lines(definition) }
}

struct Plan<'a> {
    definition: &'a Definition,
    boxes: Vec<ChartBox>,
    arrows: Vec<ChartArrow>,
    /// The top of the row of stages.
    row: i32,
    /// The lowest line taken so far.
    floor: i32,
}

impl Plan<'_> {
    /// Forward moves that pass over a box: each takes a lane above the row.
    fn skips(&self, row: &[&Stage]) -> i32 {
        let place = |key: &str| row.iter().position(|stage| stage.key == key);
        let skip = |movement: &&Move, from: &String| match (&movement.to, place(from)) {
            (Target::Stage(to), Some(from)) => place(to).is_some_and(|to| to != from + 1),
            _ => false,
        };
        let forward = self.definition.moves().iter().filter(|movement| movement.kind == MoveKind::Forward);
        let count = forward
            .flat_map(|movement| movement.from.iter().filter(move |from| skip(&movement, from)))
            .count();
        i32::try_from(count).unwrap_or(0)
    }

    fn place_row(&mut self, row: &[&Stage]) {
        let mut x = MARGIN;
        for stage in row {
            let placed = boxed(stage, x, self.row);
            x += placed.w + GAP;
            self.boxes.push(placed);
        }
    }

    fn find(&self, key: &str) -> Option<(usize, &ChartBox)> {
        self.boxes.iter().enumerate().find(|(_, one)| one.key == key)
    }

    fn forward(&mut self) {
        let mut lane = 0;
        for movement in self.definition.moves().iter().filter(|movement| movement.kind == MoveKind::Forward) {
            let Target::Stage(to) = &movement.to else { continue };
            for from in &movement.from {
                let (Some((start, one)), Some((end, other))) = (self.find(from), self.find(to)) else {
                    continue;
                };
                let middle = self.row + BOX_HEIGHT / 2;
                let (points, label) = if end == start + 1 {
                    (vec![Point { x: one.x + one.w, y: middle }, Point { x: other.x, y: middle }], None)
                } else {
                    lane += 1;
                    let y = self.row - LANE * lane;
                    let (x1, x2) = (one.x + one.w / 2 + 6, other.x + other.w / 2 - 6);
                    (around(x1, x2, self.row, y), Some(Point { x: i32::midpoint(x1, x2), y: y - 8 }))
                };
                let needs = self.needs(movement, from, to);
                self.arrows.push(arrow(movement, points, label, needs));
            }
        }
    }

    fn needs(&self, movement: &Move, from: &str, to: &str) -> usize {
        let going = self.definition.stage(from).map_or(0, |stage| stage.to_go_on.len());
        let coming = self.definition.stage(to).map_or(0, |stage| stage.to_enter.len());
        movement.needs.len() + going + coming
    }

    /// One dashed line a return: from the last stage it leaves to the first it may reach.
    fn returns(&mut self) {
        for movement in self.definition.moves().iter().filter(|movement| movement.kind == MoveKind::Return) {
            let leaves = self.boxes.iter().rev().find(|one| movement.from.contains(&one.key));
            let reaches = match &movement.to {
                Target::Stage(key) => self.find(key).map(|(_, one)| one),
                Target::AnyVisited | Target::LastOpen => self.boxes.first(),
            };
            let (Some(one), Some(other)) = (leaves, reaches) else { continue };
            let (x1, x2, bottom) = (one.x + one.w / 2 - 6, other.x + other.w / 2 - 6, self.row + BOX_HEIGHT);
            self.floor += LANE;
            let label = Point { x: i32::midpoint(x1, x2), y: self.floor - 8 };
            let mut back =
                arrow(movement, around(x1, x2, bottom, self.floor), Some(label), movement.needs.len());
            back.dashed = true;
            self.arrows.push(back);
        }
    }

    /// A rail for each lost end: every stage that may be refused drops onto it.
    fn refusals(&mut self, below: &[&Stage]) {
        let last = self.boxes.last().map_or(MARGIN, |one| one.x);
        for stage in below {
            self.floor += LANE;
            let lost = boxed(stage, last, self.floor);
            let rail = lost.y + lost.h / 2;
            for movement in self
                .definition
                .moves()
                .iter()
                .filter(|movement| movement.to == Target::Stage(stage.key.clone()))
            {
                let bottom = self.row + BOX_HEIGHT;
                let from = self.boxes.iter().filter(|one| movement.from.contains(&one.key));
                let drops: Vec<[Point; 2]> = from
                    .map(|one| one.x + one.w / 2 + 6)
                    .map(|x| [Point { x, y: bottom }, Point { x, y: rail }])
                    .collect();
                let Some(first) = drops.iter().map(|drop| drop[1].x).min() else { continue };
                let points = vec![Point { x: first, y: rail }, Point { x: lost.x, y: rail }];
                let label = Point { x: i32::midpoint(first, lost.x), y: rail + 16 };
                let mut trunk = arrow(movement, points, Some(label), movement.needs.len());
                trunk.drops = drops;
                self.arrows.push(trunk);
            }
            self.floor += BOX_HEIGHT;
            self.boxes.push(lost);
        }
    }
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

fn arrow(movement: &Move, points: Vec<Point>, label: Option<Point>, needs: usize) -> ChartArrow {
    ChartArrow {
        move_key: movement.key.clone(),
        title: movement.title.clone(),
        kind: movement.kind,
        points,
        drops: Vec::new(),
        dashed: false,
        needs,
        label,
    }
}

fn boxed(stage: &Stage, x: i32, y: i32) -> ChartBox {
    let note = note(stage);
    let texts = [&stage.title.en, &stage.title.ru, &note.en, &note.ru];
    let letters = texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let w = (i32::try_from(letters).unwrap_or(0) * LETTER + 16).clamp(NARROWEST, WIDEST);
    ChartBox {
        key: stage.key.clone(),
        x,
        y,
        w,
        h: BOX_HEIGHT,
        title: stage.title.clone(),
        note,
        ends: stage.ends,
    }
}

fn note(stage: &Stage) -> Words {
    if stage.ends.is_some() {
        return Words::new("ends", "конец");
    }
    let mut note = Words::same(&format!("{} %", stage.probability));
    if stage.never_skip {
        note = note.map(|lang, note| match lang {
            Lang::En => format!("{note} · never skipped"),
            Lang::Ru => format!("{note} · обязателен"),
        });
    } else if let Some(Span::WorkingDays(days) | Span::Days(days)) = stage.rots_after {
        note = note.map(|lang, note| match lang {
            Lang::En => format!("{note} · rots {days} d"),
            Lang::Ru => format!("{note} · срок {days} дн."),
        });
    }
    note
}
