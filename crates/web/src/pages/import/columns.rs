//! The columns of each file: first values, where they go, what was found.

use axum::extract::{Path, State};
use desk::import::ProcessPlaces;
use intake::mapping::{Minutes, NextStepRule, To, WorkingDays};
use intake::{Column as Meaning, ColumnPreview, FileMapping, FilePreview, Mapping, Record, Target};
use maud::{Markup, html};

use super::answer::{after, change_mapping};
use super::draft::{Draft, FORM};
use super::frame::{fault, said};
use super::{finding, sample};
use crate::answer::Answer;
use crate::app::App;
use crate::pages::{go, known};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Column, Field, Icon, table_head};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Saves where the columns go; the button on top goes on to the check. A column keeps its forms and words as long as
/// it fills the same field.
pub async fn change(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let done = change_mapping(&app, &visitor, id, |mapping| {
        for (place, file) in mapping.files.iter_mut().enumerate() {
            take(file, place, &form);
        }
        Ok(())
    })
    .await;
    if done.is_ok() && form.text("then") == "check" {
        return Ok(go(&visitor, &routes::act(&routes::import(id), "check")));
    }
    after(&app, &visitor, id, done).await
}

fn take(file: &mut FileMapping, place: usize, form: &Form) {
    if let Some(process) = form.filled(&format!("process-{place}")) {
        file.process = Some(process.to_owned());
        let wanted = form.is_on(&format!("call-{place}"));
        file.next_step = if wanted { file.next_step.take().or_else(|| Some(call())) } else { None };
    }
    for (header, target) in chosen(form, place) {
        match Target::find(target) {
            Some(target) if file.columns.get(header).is_some_and(|column| column.to.0 == target) => {}
            Some(target) => drop(file.columns.insert(header.to_owned(), Meaning::to(To(target)))),
            None => drop(file.columns.shift_remove(header)),
        }
    }
}

/// What an open deal gets so that it never stands without a next step.
fn call() -> NextStepRule {
    NextStepRule { activity_type: "call".to_owned(), spread_over: WorkingDays(10), length: Minutes(30) }
}

/// Header and target of each column of a file, as the form sends them.
fn chosen(form: &Form, file: usize) -> Vec<(&str, &str)> {
    let headers = form.all(&format!("header-{file}"));
    let target = |(at, header)| (header, form.text(&format!("to-{file}-{at}")));
    headers.into_iter().enumerate().map(target).collect()
}

pub fn show(draft: &Draft<'_>, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let address = routes::act(&routes::import(draft.import.id), "columns");
    html! {
        form.stack id=(FORM) method="post" action=(address)
            data-hx-post=(address) data-hx-trigger="change" data-hx-target="#draft" data-hx-swap="outerMorph" {
            (visitor.token())
            @for file in &draft.preview.files { (of_file(draft, file, speech)) }
            noscript {
                div.acts { (Button::plain(speech.t("import-save-columns")).icon(Icon::Check).submit()) }
            }
        }
    }
}

fn of_file(draft: &Draft<'_>, file: &FilePreview, speech: &Speech) -> Markup {
    let mapping = draft.mapping.as_ref().and_then(|mapping| mapping.files.get(file.file));
    let region = speech.t_with("import-columns-of", &[("file", file.name.as_str().into())]);
    html! {
        section.panel.import-file {
            header.panel-head { h2 { (file.name) " " span.about { (about(file, speech)) } } }
            @if let Some(why) = &file.fault { div.panel-body { (fault(said(why, speech), speech)) } }
            @if file.record == Record::Deal {
                div.panel-body { (placing(file, mapping, &draft.places, speech)) }
            }
            @if !file.columns.is_empty() {
                div.list.folds tabindex="0" role="region" aria-label=(region) { (table(draft, file, speech)) }
                (sample::show(file, &draft.places, draft.mapping.as_ref(), speech))
            }
        }
    }
}

/// In which process deals are placed, and what open ones get.
fn placing(
    file: &FilePreview,
    mapping: Option<&FileMapping>,
    places: &[ProcessPlaces],
    speech: &Speech,
) -> Markup {
    let kept = mapping.and_then(|mapping| mapping.process.as_deref()).unwrap_or_default();
    let calls = mapping.is_some_and(|mapping| mapping.next_step.is_some());
    let name = format!("process-{}", file.file);
    html! {
        div.fields-row {
            (Field::select(name, speech.t("import-process"), offered(kept, places, speech)).value(kept).show(speech))
            (Field::tick(&format!("call-{}", file.file), "on", &speech.t("import-first-call"), calls))
        }
    }
}

/// Processes in use; where none is named, the first one stands.
fn offered(kept: &str, places: &[ProcessPlaces], speech: &Speech) -> Vec<(String, String)> {
    let one = |place: &ProcessPlaces| (place.process.clone(), known::said(&place.title, speech));
    let mut all: Vec<(String, String)> = places.iter().map(one).collect();
    if !kept.is_empty() && places.iter().all(|place| place.process != kept) {
        all.push((kept.to_owned(), kept.to_owned()));
    }
    all
}

fn about(file: &FilePreview, speech: &Speech) -> String {
    let mut facts = vec![speech.t(&format!("import-record-{}", file.record.name()))];
    facts.push(speech.t_with("import-row-count", &[("rows", file.rows.into())]));
    facts.extend(file.encoding.as_ref().map(|encoding| encoding.to_string().to_uppercase()));
    facts.extend(file.delimiter.map(|delimiter| speech.t(&format!("import-delimiter-{}", delimiter.byte()))));
    facts.join(" · ")
}

fn table(draft: &Draft<'_>, file: &FilePreview, speech: &Speech) -> Markup {
    let name = |key: &str| Column { name: speech.t(key), figures: false, sort: None, order: None };
    let columns =
        [name("import-column"), name("import-first-values"), name("import-goes-to"), name("import-found")];
    let options = targets(file.record, speech);
    html! {
        table.import-columns {
            (table_head(&columns, false, speech))
            tbody {
                @for (at, column) in file.columns.iter().enumerate() {
                    (row(draft, file, at, column, &options, speech))
                }
            }
        }
    }
}

fn targets(record: Record, speech: &Speech) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), speech.t("import-ignore"))];
    all.extend(record.targets().map(|target| (target.to_string(), target_name(target.name, speech))));
    all
}

/// A field in words.
pub fn target_name(name: &str, speech: &Speech) -> String {
    speech.t(&format!("import-to-{}", name.replace('_', "-")))
}

fn row(
    draft: &Draft<'_>,
    file: &FilePreview,
    at: usize,
    column: &ColumnPreview,
    options: &[(String, String)],
    speech: &Speech,
) -> Markup {
    let label = speech.t_with("import-goes-to-of", &[("column", column.header.as_str().into())]);
    let target = column.target.clone().unwrap_or_default();
    let values = column.first_values.join(", ");
    html! {
        tr data-left-out[target.is_empty()] {
            td.name {
                (column.header)
                input type="hidden" name={ "header-" (file.file) } value=(column.header);
            }
            td.clip title=(values) { (values) }
            td.goes-to {
                (Field::select(format!("to-{}-{at}", file.file), label, options.to_vec()).label_unseen()
                    .value(target).show(speech))
            }
            td.finding-cell { (finding::show(draft, file, column, speech)) }
        }
    }
}

/// The mapping of one file of a draft.
pub fn mapping_of<'m>(mapping: Option<&'m Mapping>, file: &FilePreview) -> Option<&'m FileMapping> {
    mapping.and_then(|mapping| mapping.files.get(file.file))
}
