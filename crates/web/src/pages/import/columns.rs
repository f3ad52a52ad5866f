//! The columns of each file: first values, where they go, what was found.

use axum::extract::{Path, State};
use intake::mapping::To;
use intake::{Column as Meaning, ColumnPreview, FilePreview, Found, Mapping, Preview, Record, Target};
use maud::{Markup, html};

use super::answer::change as change_mapping;
use super::frame::{figure, said};
use crate::answer::Answer;
use crate::app::App;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Column, Field, Icon, icon, table_head};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Saves where the columns go. A column keeps its forms and words as long as it fills the same field.
pub async fn change(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    change_mapping(&app, &visitor, id, |mapping| {
        for (place, file) in mapping.files.iter_mut().enumerate() {
            if let Some(process) = form.filled(&format!("process-{place}")) {
                file.process = Some(process.to_owned());
            }
            for (header, target) in chosen(&form, place) {
                match Target::find(target) {
                    Some(target) if file.columns.get(header).is_some_and(|column| column.to.0 == target) => {}
                    Some(target) => drop(file.columns.insert(header.to_owned(), Meaning::to(To(target)))),
                    None => drop(file.columns.shift_remove(header)),
                }
            }
        }
        Ok(())
    })
    .await
}

/// Header and target of each column of a file, as the form sends them.
fn chosen(form: &Form, file: usize) -> Vec<(&str, &str)> {
    let headers = form.all(&format!("header-{file}"));
    let target = |(at, header)| (header, form.text(&format!("to-{file}-{at}")));
    headers.into_iter().enumerate().map(target).collect()
}

pub fn show(
    import: i64,
    preview: &Preview,
    mapping: Option<&Mapping>,
    processes: &[(String, String)],
    visitor: &Visitor,
) -> Markup {
    let speech = &visitor.speech;
    html! {
        form.stack method="post" action=(routes::act(&routes::import(import), "columns")) {
            (visitor.token())
            @for file in &preview.files {
                @let process = mapping.and_then(|mapping| mapping.files.get(file.file)?.process.as_deref());
                (table(file, process.unwrap_or_default(), processes, speech))
            }
            div.acts { (Button::plain(speech.t("import-save-columns")).icon(Icon::Check).submit()) }
        }
    }
}

fn table(file: &FilePreview, process: &str, processes: &[(String, String)], speech: &Speech) -> Markup {
    let name = |key: &str| Column { name: speech.t(key), figures: false, sort: None, order: None };
    let columns =
        [name("import-column"), name("import-first-values"), name("import-goes-to"), name("import-found")];
    let options = targets(file.record, speech);
    html! {
        section.stack aria-label=(file.name) {
            h2 { (file.name) " " span.about { (about(file, speech)) } }
            @if let Some(fault) = &file.fault { (super::frame::fault(said(fault, speech), speech)) }
            @if file.record == Record::Deal {
                (Field::select(format!("process-{}", file.file), speech.t("import-process"), offered(process, processes, speech))
                    .value(process).show(speech))
            }
            div.list tabindex="0" role="region" aria-label=(speech.t_with("import-columns-of", &[("file", file.name.as_str().into())])) {
                table {
                    (table_head(&columns, false, speech))
                    tbody { @for (at, column) in file.columns.iter().enumerate() { (row(file, at, column, &options, speech)) } }
                }
            }
        }
    }
}

/// Published processes; the first stands for "as usual".
fn offered(kept: &str, processes: &[(String, String)], speech: &Speech) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), speech.t("import-process-first"))];
    all.extend(processes.iter().cloned());
    if !kept.is_empty() && processes.iter().all(|(key, _)| key != kept) {
        all.push((kept.to_owned(), kept.to_owned()));
    }
    all
}

fn about(file: &FilePreview, speech: &Speech) -> String {
    let mut facts = vec![speech.t(&format!("import-record-{}", file.record.name()))];
    facts.extend(file.encoding.as_ref().map(ToString::to_string));
    facts.extend(file.delimiter.map(|delimiter| speech.t(&format!("import-delimiter-{}", delimiter.byte()))));
    facts.push(speech.t_with("import-row-count", &[("rows", file.rows.into())]));
    facts.join(" · ")
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
    file: &FilePreview,
    at: usize,
    column: &ColumnPreview,
    options: &[(String, String)],
    speech: &Speech,
) -> Markup {
    let label = speech.t_with("import-goes-to-of", &[("column", column.header.as_str().into())]);
    html! {
        tr {
            td.name {
                (column.header)
                input type="hidden" name={ "header-" (file.file) } value=(column.header);
            }
            td { (column.first_values.join(", ")) }
            td {
                (Field::select(format!("to-{}-{at}", file.file), label, options.to_vec()).label_unseen()
                    .value(column.target.clone().unwrap_or_default()).show(speech))
            }
            td { (found(file, column, speech)) }
        }
    }
}

fn found(file: &FilePreview, column: &ColumnPreview, speech: &Speech) -> Markup {
    let empty = file.rows.saturating_sub(column.filled);
    let doubtful = matches!(&column.found, Found::Dates { forms } if forms.len() > 1);
    html! {
        (icon(if doubtful { Icon::Warning } else { Icon::Check })) " "
        (said(&column.found.says(), speech))
        @if empty > 0 { ", " (speech.t_with("import-empty-rows", &[("rows", figure(empty, speech).into())])) }
    }
}
