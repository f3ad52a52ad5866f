//! The chart of a process as SVG, with its text beside it.

use maud::{Markup, html};
use process::{ChartArrow, ChartBox, Definition, End, Lang as Tongue, MoveKind, Point};

use crate::pages::known::said;
use crate::ui::{Icon, icon};
use crate::words::{Lang, Speech};

/// A wider chart is never scaled down to its panel: its words would be too small.
const SCALED: i32 = 1240;
/// A narrower one needs no scrolling on most windows.
const SMALL: i32 = 640;
const LINE: i32 = 16;
/// How round the corners of lines are.
const ROUND: i32 = 6;

/// Draws what `process::chart` has laid out. Each stage leads to its panel.
pub fn drawn(definition: &Definition, speech: &Speech) -> Markup {
    let chart = process::chart(definition);
    let view = format!("0 0 {} {}", chart.width, chart.height);
    let breadth = match chart.width {
        width if width <= SMALL => "small",
        width if width <= SCALED => "usual",
        _ => "wide",
    };
    html! {
        div.chart-frame data-breadth=(breadth) {
            div.chart-room tabindex="0" role="region" aria-label=(speech.t("process-chart")) {
                svg.flow viewBox=(view) width=(chart.width) height=(chart.height) role="group" aria-labelledby="flow-title" {
                    title id="flow-title" { (said(&definition.title, speech)) }
                    defs {
                        marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" {
                            path d="M0 0L8 4L0 8z" {}
                        }
                    }
                    @for arrow in &chart.arrows { (line(arrow)) }
                    @for arrow in &chart.arrows { (words_and_mark(arrow, speech)) }
                    @for one in &chart.boxes { (stage_box(one, speech)) }
                }
            }
            p.hint.chart-scrolls { (icon(Icon::Right)) (speech.t("process-chart-scrolls")) }
            p.hint { (speech.t("process-chart-legend")) }
        }
    }
}

/// The same in words, a line a stage.
pub fn in_words(definition: &Definition, speech: &Speech) -> Markup {
    let text = process::chart(definition).text_equivalent(tongue(speech));
    html! { ol.flow-words role="list" { @for line in text.lines() { li { (line) } } } }
}

fn tongue(speech: &Speech) -> Tongue {
    if speech.lang == Lang::Ru { Tongue::Ru } else { Tongue::En }
}

fn line(arrow: &ChartArrow) -> Markup {
    html! {
        g.arrow data-kind=(kind(arrow.kind)) data-dashed[arrow.dashed] {
            @for [from, to] in &arrow.drops { line x1=(from.x) y1=(from.y) x2=(to.x) y2=(to.y) {} }
            path d=(path(&arrow.points)) marker-end="url(#head)" {}
        }
    }
}

/// The move's title, and a mark with the number of needs on the way.
fn words_and_mark(arrow: &ChartArrow, speech: &Speech) -> Markup {
    let title = said(&arrow.title, speech);
    let needs = speech.t_with("process-needs", &[("count", arrow.needs.into())]);
    html! {
        @if let Some(label) = &arrow.label {
            text.way x=(label.at.x) y=(label.at.y) text-anchor="middle" { (clipped(&title, label.letters)) }
        }
        @if arrow.needs > 0 {
            g.need-mark {
                title { (title) ": " (needs) }
                circle cx=(arrow.mark.x) cy=(arrow.mark.y) r="9" {}
                text x=(arrow.mark.x) y=(arrow.mark.y + 4) text-anchor="middle" { (arrow.needs) }
            }
        }
    }
}

fn stage_box(one: &ChartBox, speech: &Speech) -> Markup {
    let (title, note) = (one.title.get(tongue(speech)), one.note.get(tongue(speech)));
    let lines = i32::try_from(title.len() + note.len()).unwrap_or(0);
    let top = one.y + (one.h - lines * LINE) / 2 + 12;
    let all = title.iter().map(|line| ("title", line)).chain(note.iter().map(|line| ("note", line)));
    html! {
        a.stage-box href=(format!("#stage-{}", one.key)) data-ends=(ends(one.ends)) {
            rect x=(one.x) y=(one.y) width=(one.w) height=(one.h) rx="8" {}
            @for ((class, line), nth) in all.zip(0..) {
                text class=(class) x=(one.x + one.w / 2) y=(top + LINE * nth) text-anchor="middle" { (line) }
            }
        }
    }
}

fn clipped(title: &str, letters: usize) -> String {
    if title.chars().count() <= letters {
        return title.to_owned();
    }
    title.chars().take(letters.saturating_sub(1)).chain(['…']).collect()
}

/// A line through the points with round corners.
fn path(points: &[Point]) -> String {
    let mut path = String::new();
    for (nth, at) in points.iter().enumerate() {
        let corner = nth.checked_sub(1).and_then(|before| points.get(before)).zip(points.get(nth + 1));
        path.push_str(&match corner {
            None if nth == 0 => format!("M{} {}", at.x, at.y),
            None => format!("L{} {}", at.x, at.y),
            Some((before, after)) => {
                let (one, other) = (towards(*at, *before), towards(*at, *after));
                format!("L{} {}Q{} {} {} {}", one.x, one.y, at.x, at.y, other.x, other.y)
            }
        });
    }
    path
}

/// The point a little way from a corner; lines are level or upright.
fn towards(corner: Point, end: Point) -> Point {
    let step = |from: i32, to: i32| from + (to - from).clamp(-ROUND, ROUND);
    Point { x: step(corner.x, end.x), y: step(corner.y, end.y) }
}

fn kind(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Start | MoveKind::Forward | MoveKind::Strand => "forward",
        MoveKind::Return | MoveKind::FallBack => "return",
        MoveKind::Amend => "amend",
        MoveKind::Refusal => "refusal",
        MoveKind::Reopen => "reopen",
    }
}

fn ends(ends: Option<End>) -> &'static str {
    match ends {
        None => "open",
        Some(End::Won) => "won",
        Some(End::Lost) => "lost",
        Some(End::Closed) => "closed",
    }
}
