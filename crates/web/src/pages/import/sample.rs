//! The first rows of a file as they will look, typed.

use desk::import::ProcessPlaces;
use intake::{Draft, FilePreview, Mapping, Typed};
use maud::{Markup, html};

use super::columns::{mapping_of, target_name};
use crate::pages::known;
use crate::ui::{Column, table_head};
use crate::words::Speech;

/// Rows shown.
const SHOWN: usize = 3;

pub fn show(
    file: &FilePreview,
    places: &[ProcessPlaces],
    mapping: Option<&Mapping>,
    speech: &Speech,
) -> Markup {
    let rows: Vec<&Draft> = file.sample.iter().take(SHOWN).collect();
    if rows.is_empty() {
        return Markup::default();
    }
    let process = mapping_of(mapping, file).and_then(|file| file.process.as_deref());
    let place = match process {
        Some(key) => places.iter().find(|place| place.process == key),
        None => places.first(),
    };
    let told = |draft: &Draft, name: &str| cell(draft, name, place, speech);
    let names = file.record.targets().map(|target| target.name);
    let names: Vec<&str> =
        names.filter(|name| rows.iter().any(|draft| told(draft, name).is_some())).collect();
    let is_figure = |name: &&str| rows.iter().any(|draft| figures(draft, name));
    let column = |name: &&str| Column {
        name: target_name(name, speech),
        figures: is_figure(name),
        sort: None,
        order: None,
    };
    let columns: Vec<Column> = names.iter().map(column).collect();
    let about =
        speech.t_with("import-preview-of", &[("shown", rows.len().into()), ("rows", file.rows.into())]);
    let region = speech.t_with("import-preview-file", &[("file", file.name.as_str().into())]);
    html! {
        h3.preview-head { (speech.t("import-preview")) " " span.about { (about) } }
        div.list.preview tabindex="0" role="region" aria-label=(region) {
            table {
                (table_head(&columns, false, speech))
                tbody {
                    @for draft in &rows {
                        tr {
                            @for name in &names {
                                td.figures[is_figure(name)].name[*name == "name"] {
                                    (told(draft, name).unwrap_or_default())
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn figures(draft: &Draft, name: &str) -> bool {
    matches!(draft.fields.get(name), Some(Typed::Money { .. } | Typed::Int(_)))
}

fn cell(draft: &Draft, name: &str, place: Option<&ProcessPlaces>, speech: &Speech) -> Option<String> {
    let placing = draft.placing.as_ref();
    match name {
        "source_id" => draft.source_id.clone(),
        "stage" => placing.map(|placing| stage(placing.stage.as_deref(), place, speech)),
        "entered_on" => placing.and_then(|placing| placing.entered_on).map(|day| speech.day(day)),
        "closed_on" => placing.and_then(|placing| placing.closed_on).map(|day| speech.day(day)),
        _ => {
            let typed = draft.fields.get(name).map(|typed| typed_words(typed, speech));
            typed.or_else(|| draft.link(name).map(|link| link.name.clone()))
        }
    }
}

/// The stage by its title; a word that is none stands as it is, and the first stage for rows that name none.
fn stage(key: Option<&str>, place: Option<&ProcessPlaces>, speech: &Speech) -> String {
    let stages = place.map_or(&[][..], |place| place.stages.as_slice());
    let found = match key {
        Some(key) => stages.iter().find(|(stage, _)| stage == key),
        None => stages.first(),
    };
    found.map_or_else(|| key.unwrap_or_default().to_owned(), |(_, title)| known::said(title, speech))
}

fn typed_words(typed: &Typed, speech: &Speech) -> String {
    match typed {
        Typed::Text(text) => text.clone(),
        Typed::Int(number) => number.to_string(),
        Typed::Money { minor, currency } => speech.money(*minor, currency),
        Typed::Date(day) => speech.day(*day),
        Typed::Phone { written, dial } => dial.clone().unwrap_or_else(|| written.clone()),
        Typed::ListPrice => speech.t("import-list-price"),
    }
}
