//! The chart of the shipped processes.

use super::{Chart, chart};
use crate::testing::{FUNNEL, SIMPLE, compiled};
use crate::{End, Lang, MoveKind};

fn charts() -> [Chart; 2] {
    [chart(&compiled(FUNNEL)), chart(&compiled(SIMPLE))]
}

#[test]
fn no_two_boxes_overlap_and_all_stand_inside() {
    for chart in charts() {
        for (index, one) in chart.boxes.iter().enumerate() {
            assert!(
                one.x >= 0 && one.y >= 0 && one.x + one.w <= chart.width && one.y + one.h <= chart.height
            );
            for other in &chart.boxes[index + 1..] {
                let apart =
                    one.x + one.w <= other.x || other.x + other.w <= one.x || one.y + one.h <= other.y;
                assert!(apart, "{} and {}", one.key, other.key);
            }
        }
    }
}

#[test]
fn every_point_of_every_arrow_lies_inside_the_picture() {
    for chart in charts() {
        for arrow in &chart.arrows {
            for point in arrow.points.iter().chain(arrow.drops.iter().flatten()).chain(&arrow.label) {
                assert!(
                    (0..=chart.width).contains(&point.x) && (0..=chart.height).contains(&point.y),
                    "{arrow:?}"
                );
            }
        }
    }
}

#[test]
fn a_refusal_is_one_rail_with_a_drop_a_stage_and_a_return_is_dashed() {
    let [funnel, _] = charts();
    let rail = funnel.arrows.iter().find(|arrow| arrow.kind == MoveKind::Refusal).unwrap();
    assert_eq!(rail.drops.len(), 5);
    let back = funnel.arrows.iter().find(|arrow| arrow.kind == MoveKind::Return).unwrap();
    assert!(back.dashed);
    assert_eq!(funnel.boxes.iter().filter(|one| one.ends == Some(End::Lost)).count(), 1);
}

#[test]
fn the_way_past_follow_up_runs_above_the_row() {
    let [funnel, _] = charts();
    let over =
        funnel.arrows.iter().find(|arrow| arrow.move_key == "commit" && arrow.points.len() == 4).unwrap();
    let row = funnel.boxes[0].y;
    assert!(over.points[1].y < row && over.label.is_some());
}

#[test]
fn the_words_name_every_stage_and_move_in_both_languages() {
    let definition = compiled(FUNNEL);
    let chart = chart(&definition);
    for lang in [Lang::En, Lang::Ru] {
        let text = chart.text_equivalent(lang);
        assert_eq!(text.lines().count(), definition.stages().len());
        for movement in definition.moves() {
            assert!(text.contains(movement.title.get(lang)), "{}", movement.key);
        }
    }
}
