//! Which way a line takes past boxes and other lines: its lane, and where it leaves a box.

use super::{ChartArrow, ChartBox, Point};
use crate::definition::Move;

/// Between two lines at one edge of a box.
const NEXT_PORT: i32 = 20;

/// A forward move from one place in the row to another.
pub(super) struct Way<'a> {
    pub movement: &'a Move,
    pub from: usize,
    pub to: usize,
}

/// The lane of each, the lowest that nothing else takes over the same boxes.
pub(super) fn lanes(skips: &[Way<'_>], boxes: &[ChartBox]) -> Vec<i32> {
    let mut taken: Vec<Vec<(i32, i32)>> = Vec::new();
    let lane_of = |skip: &Way<'_>| {
        let (left, right) = (skip.from.min(skip.to), skip.from.max(skip.to));
        let (left, right) = (boxes[left].x, boxes[right].x + boxes[right].w);
        let is_free = |lane: &Vec<(i32, i32)>| lane.iter().all(|(from, to)| right < *from || *to < left);
        let lane = taken.iter().position(is_free).unwrap_or(taken.len());
        if lane == taken.len() {
            taken.push(Vec::new());
        }
        taken[lane].push((left, right));
        i32::try_from(lane).unwrap_or(0)
    };
    skips.iter().map(lane_of).collect()
}

/// A free place on the upper or lower edge of a box, to the right of its middle or to the left.
pub(super) fn port(one: &ChartBox, side: i32, is_taken: &dyn Fn(i32) -> bool) -> i32 {
    let middle = one.x + one.w / 2;
    let places = (0..).map(|nth| middle + side + side.signum() * NEXT_PORT * nth);
    let inside = places.take_while(|x| (one.x + 8..=one.x + one.w - 8).contains(x));
    inside.into_iter().find(|x| !is_taken(*x)).unwrap_or(middle + side)
}

/// Whether an upright part of an arrow touches the height `y` at `x`.
pub(super) fn is_upright_at(arrow: &ChartArrow, x: i32, y: i32) -> bool {
    let touches = |one: Point, other: Point| one.x == x && other.x == x && (one.y == y || other.y == y);
    arrow.points.windows(2).any(|pair| touches(pair[0], pair[1]))
        || arrow.drops.iter().any(|[one, other]| touches(*one, *other))
}
