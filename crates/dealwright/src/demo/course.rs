//! When a deal's course began and ended, in working days before today.

use super::dice::Dice;

/// Working days in a year and a half.
const YEAR_AND_A_HALF: u32 = 390;

/// How long ago something happened last with a deal: closed ones within a year and a half, lately more than before.
pub fn last(stage: &str, dice: &mut Dice) -> u32 {
    if matches!(stage, "won" | "lost") {
        return 1 + dice.below(YEAR_AND_A_HALF).min(dice.below(YEAR_AND_A_HALF + 160));
    }
    // One in twelve has been lying about.
    let lying = if dice.percent(8) { dice.between(8, 20) } else { 0 };
    1 + dice.below(5) + lying
}

/// How long the way into a stage takes.
pub fn way(stage: &str, dice: &mut Dice) -> u32 {
    let (low, high) = match stage {
        "prospect" => (0, 2),
        "first-appointment" => (2, 8),
        "discovery" => (6, 16),
        "presentation" => (14, 30),
        "follow-up" => (18, 38),
        "commitment" => (24, 50),
        "won" => (30, 65),
        _ => (5, 45),
    };
    dice.between(low, high)
}

/// In how many days an open deal is expected to close; below zero for one that has slipped.
pub fn expected(stage: &str, dice: &mut Dice) -> i64 {
    if dice.percent(6) {
        return -i64::from(dice.between(1, 15));
    }
    let (low, high) = match stage {
        "prospect" => (50, 150),
        "first-appointment" => (40, 120),
        "discovery" => (25, 90),
        "presentation" => (12, 55),
        "follow-up" => (7, 40),
        _ => (3, 28),
    };
    i64::from(dice.between(low, high))
}
