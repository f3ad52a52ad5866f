//! The ways out of a deal's stage, as the deal's page shows them: the usual one with its needs, the others as buttons.

use maud::{Markup, html};
use process::{Level, MoveKind, OpenMove};

use super::asked::Asked;
use super::mends::Mending;
use super::move_case::label;
use crate::pages::known::said;
use crate::routes;
use crate::ui::{Button, Icon, Need, Tone, chip, needs};
use crate::visitor::Visitor;

/// How many blocks stand in the way.
pub fn missing(way: &OpenMove) -> usize {
    way.needs.iter().filter(|need| need.level == Level::Block && need.met != Some(true)).count()
}

/// The usual way forward as a button; a lock where something is missing.
pub fn forward(asked: &Asked, visitor: &Visitor) -> Option<Button> {
    let way = asked.ways.moves.iter().find(|way| way.main && !way.by_itself)?;
    let button = if way.open {
        Button::main(label(way, asked, visitor)).icon(Icon::Right)
    } else {
        Button::plain(label(way, asked, visitor)).icon(Icon::Lock)
    };
    Some(button.opens(asked.about.a_move(&way.move_key)).attr("data-key", "m").attr("aria-keyshortcuts", "m"))
}

/// The way to lose it, under the move's own name.
pub fn refusals(asked: &Asked, visitor: &Visitor) -> Vec<Button> {
    let of_kind = asked.ways.moves.iter().filter(|way| way.kind == MoveKind::Refusal && !way.by_itself);
    of_kind
        .map(|way| Button::plain(said(&way.title, &visitor.speech)).opens(asked.about.a_move(&way.move_key)))
        .collect()
}

/// Every move that a hand takes, each under its own name.
pub fn all(asked: &Asked, visitor: &Visitor) -> Vec<Button> {
    let taken = asked.ways.moves.iter().filter(|way| !way.by_itself && !way.to.is_empty());
    taken.map(|way| button(asked, way, "", visitor)).collect()
}

/// "To go on to X" for the usual way forward.
pub fn to_go_on(asked: &Asked, mending: &Mending<'_>, visitor: &Visitor) -> Markup {
    let Some(way) = asked.ways.moves.iter().find(|way| way.main) else { return Markup::default() };
    let all: Vec<Need> = way.needs.iter().map(|need| mending.need(need)).collect();
    let to = way.to.first().map(|key| asked.stage(key, visitor)).unwrap_or_default();
    let speech = &visitor.speech;
    let title = if way.by_itself { "needs-title-itself" } else { "needs-title" };
    let title = speech.t_with(title, &[("stage", to.into())]);
    html! { @if !all.is_empty() { (needs(&title, &all, speech)) } }
}

/// Other moves: another way forward, back, reopening.
pub fn others(asked: &Asked, visitor: &Visitor) -> Markup {
    let others: Vec<&OpenMove> = asked
        .ways
        .moves
        .iter()
        .filter(|way| !way.main && !way.by_itself && way.kind != MoveKind::Refusal && !way.to.is_empty())
        .collect();
    html! {
        @if !others.is_empty() && asked.ways.may_write {
            section.other-moves aria-label=(visitor.speech.t("other-moves")) {
                @for way in others { (button(asked, way, "", visitor)) }
            }
        }
    }
}

fn button(asked: &Asked, way: &OpenMove, back: &str, visitor: &Visitor) -> Button {
    let drawing = match way.kind {
        _ if !way.open => Icon::Lock,
        MoveKind::Return | MoveKind::FallBack => Icon::Left,
        MoveKind::Amend => Icon::Pen,
        MoveKind::Refusal => Icon::Cross,
        MoveKind::Reopen => Icon::Undo,
        MoveKind::Forward | MoveKind::Start | MoveKind::Strand => Icon::Right,
    };
    let mut address = asked.about.a_move(&way.move_key);
    if !back.is_empty() {
        address = routes::and_back(&address, back);
    }
    Button::plain(said(&way.title, &visitor.speech)).icon(drawing).opens(address)
}

/// All moves in a dialog, with what is missing for each.
pub fn menu(asked: &Asked, moves: &[&OpenMove], back: &str, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        @if moves.is_empty() { p { (speech.t("no-moves")) } }
        ul.move-list role="list" {
            @for way in moves.iter().filter(|way| !way.to.is_empty() && !way.by_itself) {
                li {
                    (button(asked, way, back, visitor))
                    @if missing(way) > 0 { (chip(Tone::Amber, Some(Icon::Lock), &speech.t_with("stage-missing", &[("count", missing(way).into())]))) }
                    @else { span.hint { (way.to.iter().map(|key| asked.stage(key, visitor)).collect::<Vec<_>>().join(", ")) } }
                }
            }
        }
    }
}
