//! The chart of a process as SVG, with its text beside it.

use maud::{Markup, html};
use process::{Definition, End, MoveKind};

use crate::pages::known::said;
use crate::words::{Lang, Speech};

/// Draws what `process::chart` has laid out.
pub fn drawn(definition: &Definition, speech: &Speech) -> Markup {
    let chart = process::chart(definition);
    let view = format!("0 0 {} {}", chart.width, chart.height);
    html! {
        div.chart-room tabindex="0" role="region" aria-label=(speech.t("process-chart")) {
            svg.flow viewBox=(view) width=(chart.width) height=(chart.height) role="img" aria-labelledby="flow-title" {
                title id="flow-title" { (said(&definition.title, speech)) }
                defs {
                    marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" {
                        path d="M0 0L8 4L0 8z" {}
                    }
                }
                @for arrow in &chart.arrows {
                    g.arrow data-kind=(kind(arrow.kind)) data-dashed[arrow.dashed] {
                        @for [from, to] in &arrow.drops {
                            line x1=(from.x) y1=(from.y) x2=(to.x) y2=(to.y) {}
                        }
                        polyline points=(points(&arrow.points)) marker-end="url(#head)" {}
                        @if let Some(at) = arrow.label {
                            text x=(at.x) y=(at.y) text-anchor="middle" { (said(&arrow.title, speech)) }
                        }
                        @if arrow.needs > 0 && arrow.points.len() > 1 {
                            (mark(&arrow.points, arrow.needs, speech))
                        }
                    }
                }
                @for one in &chart.boxes {
                    g.stage-box data-ends=(ends(one.ends)) {
                        rect x=(one.x) y=(one.y) width=(one.w) height=(one.h) rx="8" {}
                        text.title x=(one.x + one.w / 2) y=(one.y + 21) text-anchor="middle" { (said(&one.title, speech)) }
                        text.note x=(one.x + one.w / 2) y=(one.y + 39) text-anchor="middle" { (said(&one.note, speech)) }
                    }
                }
            }
        }
    }
}

/// The same in words, a line a stage.
pub fn in_words(definition: &Definition, speech: &Speech) -> Markup {
    let lang = if speech.lang == Lang::Ru { process::Lang::Ru } else { process::Lang::En };
    let text = process::chart(definition).text_equivalent(lang);
    html! { ol.flow-words { @for line in text.lines() { li { (line) } } } }
}

/// A mark in the middle of the first stretch: something must hold on the way.
fn mark(points: &[process::Point], needs: usize, speech: &Speech) -> Markup {
    let (x, y) = ((points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2);
    html! {
        g.need-mark {
            title { (speech.t_with("process-needs", &[("count", needs.into())])) }
            circle cx=(x) cy=(y) r="9" {}
            text x=(x) y=(y + 4) text-anchor="middle" { (needs) }
        }
    }
}

fn points(points: &[process::Point]) -> String {
    points.iter().map(|point| format!("{},{}", point.x, point.y)).collect::<Vec<_>>().join(" ")
}

fn kind(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Start | MoveKind::Forward => "forward",
        MoveKind::Return => "return",
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
