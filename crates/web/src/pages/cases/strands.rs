//! What runs beside the stage: strands, approvals, hand-offs, each with where it stands and what can be done.

use maud::{Markup, html};
use process::{OpenMove, OpenStrand, StateClass, StrandKind};

use super::asked::{Asked, goes_at_once};
use crate::pages::known::said;
use crate::ui::{Button, Icon, MenuItem, Tone, chip, panel};
use crate::visitor::Visitor;

/// Nothing is said of a hold that is off: putting on hold is among the page's further acts.
fn is_shown(strand: &OpenStrand) -> bool {
    strand.kind != StrandKind::Hold || strand.class == StateClass::Open
}

pub fn strands(asked: &Asked, visitor: &Visitor) -> Markup {
    let shown: Vec<&OpenStrand> = asked.ways.strands.iter().filter(|strand| is_shown(strand)).collect();
    if shown.is_empty() {
        return Markup::default();
    }
    let open = shown.iter().filter(|strand| strand.class != StateClass::Done).count();
    let count = (open > 0).then(|| open.to_string());
    let body = html! { ul.strands role="list" { @for strand in shown { (one(asked, strand, visitor)) } } };
    html! { div id=(asked.about.place("strands")) { (panel(&visitor.speech.t("strands"), count.as_deref(), &Markup::default(), &body)) } }
}

fn one(asked: &Asked, strand: &OpenStrand, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (tone, drawing) = match (strand.kind, strand.class) {
        (StrandKind::Hold, _) => (Tone::Amber, Icon::Lock),
        (_, StateClass::Done) => (Tone::Green, Icon::Check),
        (_, StateClass::Failed) => (Tone::Red, Icon::Cross),
        (_, StateClass::Open) => (Tone::Amber, Icon::Clock),
    };
    let since = strand.since.map(|at| {
        let day = speech.day_of(at);
        match speech.today() == day {
            true => speech.t("strand-today"),
            false => speech.t_with("strand-since", &[("day", speech.day(day).into())]),
        }
    });
    let agreed = (!strand.votes.is_empty())
        .then(|| speech.t_with("strand-agreed", &[("parts", strand.votes.join(", ").into())]));
    let small: Vec<String> = since.into_iter().chain(agreed).collect();
    html! {
        li id=(asked.about.place(&format!("strand-{}", strand.key))) {
            div.strand-words {
                b { (said(&strand.title, speech)) }
                @if !small.is_empty() { small { (small.join(" · ")) } }
                (waits_for(strand, visitor))
            }
            (chip(tone, Some(drawing), &said(&strand.says, speech)))
            @if asked.ways.may_write {
                div.acts { @for way in strand.moves.iter().filter(|way| is_mine(way)) { (act(asked, way, visitor)) } }
            }
        }
    }
}

/// What may be done by whoever looks: what is another's to do is said, not offered.
fn is_mine(way: &OpenMove) -> bool {
    !way.by_itself && !way.needs.iter().any(|need| matches!(need.id.as_str(), "by" | "not-by"))
}

/// Whose turn it is where it is not the visitor's.
fn waits_for(strand: &OpenStrand, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let hands = strand.moves.iter().filter(|way| !way.by_itself);
    let mine = hands.clone().any(is_mine);
    let whose = hands.flat_map(|way| &way.needs).find(|need| matches!(need.id.as_str(), "by" | "not-by"));
    html! { @if let Some(need) = whose.filter(|_| !mine) { small { (said(&need.says, speech)) } } }
}

/// A move that asks nothing is done at once, others open their dialog.
fn act(asked: &Asked, way: &OpenMove, visitor: &Visitor) -> Markup {
    let label = said(&way.title, &visitor.speech);
    let address = asked.about.a_move(&way.move_key);
    if !goes_at_once(asked, way, visitor) {
        let button = Button::plain(label).small().opens(address);
        return if way.open { button.show() } else { button.icon(Icon::Lock).show() };
    }
    html! {
        form method="post" action=(address) data-hx-post=(address) data-hx-swap="none" {
            (visitor.token())
            input type="hidden" name="entry" value=(asked.ways.entry);
            (Button::plain(label).small().submit())
        }
    }
}

/// Putting on hold, as a further act of the page.
pub fn hold(asked: &Asked, visitor: &Visitor) -> Option<MenuItem> {
    let holds = |strand: &&OpenStrand| strand.kind == StrandKind::Hold && !is_shown(strand);
    let way = asked.ways.strands.iter().find(holds)?.moves.iter().find(|way| is_mine(way))?;
    let address = asked.about.a_move(&way.move_key);
    Some(MenuItem {
        icon: Some(Icon::Lock),
        opens: true,
        ..MenuItem::link(said(&way.title, &visitor.speech), address)
    })
}
