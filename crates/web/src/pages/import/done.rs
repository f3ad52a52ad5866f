//! An import that is over: what came of it, rows to mend, and the way back.

use axum::response::Response;
use desk::import::{Brought, BroughtSeen, ImportView, MendPage, Places, ProcessPlaces, Undone};
use intake::Mapping;
use maud::{Markup, html};

use super::brought;
use super::files::files;
use super::frame::{Place, page, way};
use super::list::state;
use super::mend_list::{self, Asked, MendList};
use super::why;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known;
use crate::routes;
use crate::ui::{Button, Icon, MenuItem, icon, menu, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

pub async fn show(app: &App, visitor: &Visitor, import: &ImportView, asked: Asked) -> Answer {
    let told = |error| Trouble::from(error).told(visitor);
    if import.started_at.is_none() {
        return Ok(discarded(visitor, import));
    }
    let brought = Brought { id: import.id, kind: None, after: 0 };
    let brought = app.desk.read(visitor.actor(), brought).await.map_err(told)?;
    let mend = mendable(app, visitor, import, asked).await.map_err(told)?;
    let speech = &visitor.speech;
    let place = if mend.is_some() { Place::Mend } else { Place::Import };
    let body = html! {
        (way(place, None, &aside(visitor, import), speech))
        (outcome(import, &brought, speech))
        @if let Some(undone) = &import.report.undo { (taken_back(import, undone, visitor)) }
        @if let Some(mend) = mend { (mend) }
    };
    Ok(visitor.page(&page(import, onward(import, &brought, speech), body, speech)))
}

/// How it ended, what came of each file, and what is there of it now.
fn outcome(import: &ImportView, brought: &BroughtSeen, speech: &Speech) -> Markup {
    let ended = import.finished_at.map(|at| speech.when(at)).unwrap_or_default();
    html! {
        p.outcome { (state(import, speech)) span.about { (ended) } }
        @if import.state == "failed" { p { (speech.t("import-failed-detail")) } }
        @if !import.report.files.is_empty() { (files(&import.report, "import-imported", speech)) }
        (brought::line(import, brought, speech))
        @if import.state == "done" && import.mend == 0 {
            p.all-well { (icon(Icon::Check)) (speech.t("import-all-well")) }
        }
    }
}

/// The rows to mend, if the import takes any more and there are some.
async fn mendable(
    app: &App,
    visitor: &Visitor,
    import: &ImportView,
    asked: Asked,
) -> desk::Result<Option<Markup>> {
    if !matches!(import.state.as_str(), "done" | "cancelled") || import.mend == 0 {
        return Ok(None);
    }
    let why = why::read(&asked.why);
    let look = MendPage { id: import.id, why: why.clone(), turn: asked.turn() };
    let seen = app.desk.read(visitor.actor(), look).await?;
    let mapping = Mapping::from_yaml(&import.mapping).ok();
    let places = app.desk.read(visitor.actor(), Places).await?;
    let stages = stages(&places, mapping.as_ref(), &visitor.speech);
    let list = MendList { import, mapping, asked, why, seen, stages };
    Ok(Some(mend_list::show(&list, visitor)))
}

/// The stages in which the import places deals, by key and title.
pub fn stages(places: &[ProcessPlaces], mapping: Option<&Mapping>, speech: &Speech) -> Vec<(String, String)> {
    let process = mapping.and_then(|mapping| mapping.files.iter().find_map(|file| file.process.as_ref()));
    let place = places.iter().find(|place| process.is_none_or(|key| *key == place.process));
    let stages = place.map_or(&[][..], |place| place.stages.as_slice());
    stages.iter().map(|(key, title)| (key.clone(), known::said(title, speech))).collect()
}

fn onward(import: &ImportView, brought: &BroughtSeen, speech: &Speech) -> Markup {
    let records = routes::act(&routes::import(import.id), "records");
    html! {
        @if let Some((kind, _)) = brought.counts.first() {
            @let address = routes::query(&records, &[("kind", kind)]);
            (Button::main(speech.t("import-see-brought")).icon(Icon::Right).href(address))
        }
    }
}

fn aside(visitor: &Visitor, import: &ImportView) -> Markup {
    let speech = &visitor.speech;
    let address = routes::import(import.id);
    let mapping = [
        MenuItem {
            post: true,
            ..MenuItem::link(speech.t("import-keep-mapping"), routes::act(&address, "keep"))
        },
        MenuItem::link(speech.t("import-mapping-file"), routes::act(&address, "mapping.yaml")),
    ];
    let undo = Button::danger(speech.t("import-undo")).icon(Icon::Undo).small();
    html! {
        @if matches!(import.state.as_str(), "done" | "cancelled" | "failed") {
            (undo.opens(routes::act(&address, "undo")))
        }
        (menu(&speech.t("import-more"), &mapping, &visitor.signed.csrf))
    }
}

/// What an undo has removed, and the records that stay because somebody has touched them since.
fn taken_back(import: &ImportView, undone: &Undone, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let body = html! {
        ul.plain-list role="list" {
            @for one in &undone.kept {
                li { (speech.t(&format!("import-kind-{}", one.kind))) ": " (brought::name(one)) }
            }
        }
        form.fields method="post" action=(routes::act(&routes::import(import.id), "undo")) {
            (visitor.token())
            input type="hidden" name="force" value="on";
            div.acts { (Button::danger(speech.t("import-undo-rest")).submit()) }
        }
    };
    let title = speech.t_with("import-kept", &[("count", undone.left.into())]);
    html! {
        p { (speech.t_with("import-removed", &[("count", undone.removed.into())])) }
        @if !undone.kept.is_empty() { (panel(&title, None, &Markup::default(), &body)) }
    }
}

/// A draft that nobody let run.
fn discarded(visitor: &Visitor, import: &ImportView) -> Response {
    let speech = &visitor.speech;
    let body = html! {
        p.outcome { (state(import, speech)) }
        p { (speech.t("import-nothing-written")) }
    };
    let again = Button::main(speech.t("import-new")).icon(Icon::Plus).href(routes::new_import());
    visitor.page(&page(import, again.show(), body, speech))
}
