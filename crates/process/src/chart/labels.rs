//! Where the words of a line stand: beside it, as near its middle as no other line crosses them.

use super::{ChartArrow, Label, Point};

/// Twice the width of a letter on the average.
const TWO_LETTERS: i32 = 13;
/// Kept free beside a label.
const AIR: i32 = 6;
/// Height of the words, and how far their foot is from a line beneath.
const HEIGHT: i32 = 14;
const RISE: i32 = 8;

/// Gives each line that has words a place for them. Rails have theirs beneath, lanes above.
pub(super) fn place(arrows: &mut [ChartArrow]) {
    let uprights: Vec<[Point; 2]> = arrows.iter().flat_map(uprights).collect();
    for arrow in arrows.iter_mut() {
        let Some(([from, to], is_rail)) = stretch(arrow) else { continue };
        let foot = if is_rail { from.y + HEIGHT + 2 } else { from.y - RISE };
        let (left, right) = (from.x.min(to.x), from.x.max(to.x));
        let crossing = uprights
            .iter()
            .filter(|[one, other]| one.y.min(other.y) < foot + 3 && one.y.max(other.y) > foot - HEIGHT);
        let mut stops: Vec<i32> = crossing
            .map(|[one, _]| one.x)
            .filter(|x| (left..=right).contains(x))
            .chain([left, right])
            .collect();
        stops.sort_unstable();
        arrow.label =
            best(&stops, wanted(arrow)).map(|(x, letters)| Label { at: Point { x, y: foot }, letters });
    }
}

/// The level part of a line that goes around boxes.
fn stretch(arrow: &ChartArrow) -> Option<([Point; 2], bool)> {
    match arrow.points.as_slice() {
        [_, from, to, _] => Some(([*from, *to], false)),
        // A mark stands before its head.
        [from, to] if !arrow.drops.is_empty() => {
            let end = if arrow.needs > 0 { arrow.mark.x } else { to.x };
            Some(([*from, Point { x: end, y: to.y }], true))
        }
        _ => None,
    }
}

fn uprights(arrow: &ChartArrow) -> Vec<[Point; 2]> {
    let pairs = arrow.points.windows(2).map(|pair| [pair[0], pair[1]]);
    pairs.chain(arrow.drops.iter().copied()).filter(|[one, other]| one.x == other.x).collect()
}

fn wanted(arrow: &ChartArrow) -> i32 {
    let letters = arrow.title.en.chars().count().max(arrow.title.ru.chars().count());
    i32::try_from(letters).unwrap_or(i32::MAX / TWO_LETTERS) * TWO_LETTERS / 2
}

/// The middle of the gap that is nearest to the middle of all and wide enough, else of the widest one.
fn best(stops: &[i32], wanted: i32) -> Option<(i32, usize)> {
    let middle = i32::midpoint(*stops.first()?, *stops.last()?);
    let gaps = || stops.windows(2).map(|pair| (i32::midpoint(pair[0], pair[1]), pair[1] - pair[0] - 2 * AIR));
    let enough = gaps().filter(|(_, room)| *room >= wanted).min_by_key(|(x, _)| (x - middle).abs());
    let (x, room) = enough.or_else(|| gaps().max_by_key(|(_, room)| *room))?;
    Some((x, usize::try_from(room * 2 / TWO_LETTERS).unwrap_or(0)))
}
