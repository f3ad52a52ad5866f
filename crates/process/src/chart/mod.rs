//! The flow chart of a process as shapes with places: stages in a row, skips above, returns dashed beneath,
//! each refusal as one rail at the bottom. The page only draws it.

mod boxes;
mod labels;
mod lanes;
mod layout;
mod lines;

pub use boxes::Lines;
pub use layout::chart;

use crate::definition::{End, MoveKind};
use crate::{Lang, Words};
use serde::Serialize;

/// Units are those of a screen at 100 %.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chart {
    pub width: i32,
    pub height: i32,
    pub boxes: Vec<ChartBox>,
    pub arrows: Vec<ChartArrow>,
    lines: Vec<Words>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// A stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChartBox {
    pub key: String,
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
    pub title: Lines,
    /// What stands under the title: "40 % · rots 10 d".
    pub note: Lines,
    pub ends: Option<End>,
}

/// A move, or the rail of a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChartArrow {
    pub move_key: String,
    pub title: Words,
    pub kind: MoveKind,
    /// A line through these points; the head is at the last.
    pub points: Vec<Point>,
    /// Lines without a head that join the rail of a refusal.
    pub drops: Vec<[Point; 2]>,
    pub dashed: bool,
    /// Needs on the way, shown as one mark.
    pub needs: usize,
    /// The middle of that mark.
    pub mark: Point,
    /// `None` where the next box says enough.
    pub label: Option<Label>,
}

/// The words on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Label {
    /// The middle of its foot.
    pub at: Point,
    /// How many letters have room between the lines beside it.
    pub letters: usize,
}

impl Chart {
    /// The chart in words, a line a stage, for those who do not see it.
    pub fn text_equivalent(&self, lang: Lang) -> String {
        self.lines.iter().map(|line| line.get(lang)).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests;
