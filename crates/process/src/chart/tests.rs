//! The chart of the shipped processes, and of one that has everything twice.

use super::{Chart, ChartArrow, ChartBox, Label, Point, chart};
use crate::testing::{FUNNEL, SIMPLE, compiled};
use crate::{End, Lang, MoveKind};

/// Two skips from one stage, one over another, a way to go on by two moves, two refusals into one end.
const TANGLED: &str = "
process: tangled
title: { en: Tangled, ru: Запутанный }
runs_on: deal
main: true
starts: { in: first, with: every new deal }
parts: { seller: deal.owner }
stages:
  first: { title: { en: First, ru: Первый }, help: { en: Begin., ru: Начните. }, probability: 10, next_step: { else_plan: call } }
  second: { title: { en: Second, ru: Второй }, help: { en: Go on., ru: Дальше. }, probability: 20, next_step: { else_plan: call }, may_skip: true }
  third: { title: { en: Third, ru: Третий }, help: { en: Go on., ru: Дальше. }, probability: 30, next_step: { else_plan: call }, may_skip: true }
  won: { title: { en: Won, ru: Выиграна }, help: { en: Done., ru: Готово. }, ends: won }
  lost: { title: { en: Lost, ru: Проиграна }, help: { en: Lost., ru: Проиграна. }, ends: lost }
moves:
  go: { title: { en: Goes on, ru: Дальше }, from: first, to: second }
  leap: { title: { en: Leaps, ru: Прыжок }, from: first, to: third, needs: [ { id: amount, fields: [ deal.amount ] } ] }
  at-once: { title: { en: At once, ru: Сразу }, from: first, to: won, needs: [ { id: amount, fields: [ deal.amount ] } ] }
  further: { title: { en: Further, ru: Вперёд }, from: second, to: third }
  quietly: { title: { en: Quietly, ru: Тихо }, from: second, to: third }
  win: { title: { en: Wins, ru: Победа }, from: third, to: won }
  refuse: { title: { en: Said no, ru: Отказ }, kind: refusal, from: every open stage, to: lost }
  silence: { title: { en: Silence, ru: Тишина }, kind: refusal, from: [ first, second ], to: lost }
  back: { title: { en: Back, ru: Назад }, kind: return, from: every open stage, to: any visited }
  restart: { title: { en: From the start, ru: Сначала }, kind: return, from: third, to: first }
";

fn charts() -> [Chart; 3] {
    [FUNNEL, SIMPLE, TANGLED].map(|text| chart(&compiled(text)))
}

#[derive(Clone, Copy, Debug)]
struct Area {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl Area {
    fn of(one: &ChartBox) -> Area {
        Area { left: one.x, right: one.x + one.w, top: one.y, bottom: one.y + one.h }
    }

    fn label(label: &Label, arrow: &ChartArrow) -> Area {
        let letters = arrow.title.en.chars().count().max(arrow.title.ru.chars().count()).min(label.letters);
        let half = letters as i32 * 13 / 4;
        Area {
            left: label.at.x - half,
            right: label.at.x + half,
            top: label.at.y - 11,
            bottom: label.at.y + 3,
        }
    }

    fn mark(at: Point) -> Area {
        Area { left: at.x - 9, right: at.x + 9, top: at.y - 9, bottom: at.y + 9 }
    }

    fn line(one: Point, other: Point) -> Area {
        Area {
            left: one.x.min(other.x),
            right: one.x.max(other.x),
            top: one.y.min(other.y),
            bottom: one.y.max(other.y),
        }
    }

    fn meets(self, other: Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The straight parts of a line.
fn parts(arrow: &ChartArrow) -> Vec<Area> {
    let pairs = arrow.points.windows(2).map(|pair| Area::line(pair[0], pair[1]));
    pairs.chain(arrow.drops.iter().map(|[one, other]| Area::line(*one, *other))).collect()
}

/// A line has no breadth: a label is crossed where the line passes inside it.
fn crosses(line: Area, words: Area) -> bool {
    line.left <= words.right
        && words.left <= line.right
        && line.top <= words.bottom
        && words.top <= line.bottom
}

#[test]
fn no_two_boxes_overlap_and_all_stand_inside() {
    for chart in charts() {
        for (index, one) in chart.boxes.iter().enumerate() {
            let here = Area::of(one);
            assert!(here.left >= 0 && here.top >= 0, "{}", one.key);
            assert!(here.right <= chart.width && here.bottom <= chart.height, "{}", one.key);
            for other in &chart.boxes[index + 1..] {
                assert!(!here.meets(Area::of(other)), "{} and {}", one.key, other.key);
            }
        }
    }
}

#[test]
fn a_shipped_process_fits_a_window_of_usual_width() {
    let [funnel, simple, _] = charts();
    for chart in [funnel, simple] {
        assert!(chart.width <= 1220, "{}", chart.width);
    }
}

#[test]
fn every_end_is_led_to() {
    for chart in charts() {
        for end in chart.boxes.iter().filter(|one| one.ends.is_some()) {
            let edge = |point: Point| point.x == end.x && (end.y..=end.y + end.h).contains(&point.y);
            let led = chart.arrows.iter().any(|arrow| arrow.points.last().is_some_and(|last| edge(*last)));
            assert!(led, "{}", end.key);
        }
    }
}

#[test]
fn every_point_of_every_arrow_lies_inside_the_picture() {
    for chart in charts() {
        for arrow in &chart.arrows {
            let label = arrow.label.map(|label| label.at);
            for point in arrow.points.iter().chain(arrow.drops.iter().flatten()).chain(&label) {
                let inside = (0..=chart.width).contains(&point.x) && (0..=chart.height).contains(&point.y);
                assert!(inside, "{arrow:?}");
            }
        }
    }
}

#[test]
fn words_and_marks_stand_clear_of_lines_boxes_and_each_other() {
    for chart in charts() {
        let words = |arrow: &ChartArrow| arrow.label.map(|label| Area::label(&label, arrow));
        let mark = |arrow: &ChartArrow| (arrow.needs > 0).then(|| Area::mark(arrow.mark));
        for (index, arrow) in chart.arrows.iter().enumerate() {
            if let Some(said) = words(arrow) {
                let inside = said.top >= 0 && said.left >= 0;
                assert!(inside && said.right <= chart.width && said.bottom <= chart.height, "{said:?}");
                assert!(chart.boxes.iter().all(|one| !said.meets(Area::of(one))), "{}", arrow.move_key);
                for other in &chart.arrows {
                    let crossed = parts(other).into_iter().any(|line| crosses(line, said));
                    assert!(!crossed, "{} is crossed by {}: {chart:#?}", arrow.move_key, other.move_key);
                    assert!(mark(other).is_none_or(|mark| !mark.meets(said)), "{}", other.move_key);
                }
            }
            let others = || chart.arrows.iter().enumerate().filter(|(other, _)| *other != index);
            if let Some(here) = mark(arrow) {
                assert!(chart.boxes.iter().all(|one| !here.meets(Area::of(one))), "{}", arrow.move_key);
                for (_, other) in others() {
                    let met = mark(other).is_some_and(|there| here.meets(there));
                    assert!(!met, "{} and {}", arrow.move_key, other.move_key);
                }
            }
        }
    }
}

#[test]
fn no_move_hides_another() {
    for chart in charts() {
        for (index, arrow) in chart.arrows.iter().enumerate() {
            for other in &chart.arrows[index + 1..] {
                assert_ne!(arrow.points, other.points, "{} and {}", arrow.move_key, other.move_key);
            }
        }
    }
}

#[test]
fn a_refusal_is_one_rail_with_a_drop_a_stage_and_a_return_is_dashed() {
    let [funnel, ..] = charts();
    let rail = funnel.arrows.iter().find(|arrow| arrow.kind == MoveKind::Refusal).unwrap();
    assert_eq!(rail.drops.len(), 5);
    let back = funnel.arrows.iter().find(|arrow| arrow.kind == MoveKind::Return).unwrap();
    assert!(back.dashed);
    assert_eq!(funnel.boxes.iter().filter(|one| one.ends == Some(End::Lost)).count(), 1);
}

#[test]
fn the_way_past_follow_up_runs_above_the_row() {
    let [funnel, ..] = charts();
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
