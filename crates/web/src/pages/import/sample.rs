//! The first rows of a file as they will look, typed.

use std::collections::BTreeSet;

use intake::{Draft, FilePreview, Typed};
use maud::{Markup, html};

use super::columns::target_name;
use super::frame::figure;
use crate::ui::{Column, panel, table_head};
use crate::words::Speech;

/// Rows shown.
const SHOWN: usize = 5;

pub fn show(file: &FilePreview, speech: &Speech) -> Markup {
    let rows: Vec<&Draft> = file.sample.iter().take(SHOWN).collect();
    let fields: Vec<&'static str> = names(&rows).into_iter().collect();
    let column = |name: &&'static str| Column {
        name: target_name(name, speech),
        figures: is_figure(&rows, name),
        sort: None,
        order: None,
    };
    let columns: Vec<Column> = fields.iter().map(column).collect();
    let about = speech.t_with(
        "import-preview-of",
        &[
            ("shown", rows.len().into()),
            ("rows", figure(file.rows, speech).into()),
            ("file", file.name.as_str().into()),
        ],
    );
    let body = html! {
        div.list tabindex="0" role="region" aria-label=(about) {
            table {
                (table_head(&columns, false, speech))
                tbody { @for draft in &rows { tr { @for name in &fields { (cell(draft, name, speech)) } } } }
            }
        }
    };
    html! {
        @if !rows.is_empty() { (panel(&speech.t("import-preview"), Some(&about), &Markup::default(), &body)) }
    }
}

/// Fields that one of the rows fills; the stage among them.
fn names(rows: &[&Draft]) -> BTreeSet<&'static str> {
    let mut names: BTreeSet<&'static str> = BTreeSet::new();
    for draft in rows {
        names.extend(draft.fields.keys());
        names.extend(draft.links.iter().map(|link| link.field));
        names.extend(draft.placing.as_ref().map(|_| "stage"));
    }
    names
}

fn is_figure(rows: &[&Draft], name: &str) -> bool {
    rows.iter().any(|draft| matches!(draft.fields.get(name), Some(Typed::Money { .. } | Typed::Int(_))))
}

fn cell(draft: &Draft, name: &str, speech: &Speech) -> Markup {
    let stage = draft.placing.as_ref().filter(|_| name == "stage");
    let stage = stage.map(|placing| placing.stage.clone().unwrap_or_else(|| speech.t("import-first-stage")));
    let words = draft
        .fields
        .get(name)
        .map(|typed| typed_words(typed, speech))
        .or_else(|| draft.link(name).map(|link| link.name.clone()))
        .or(stage)
        .unwrap_or_default();
    let figures = matches!(draft.fields.get(name), Some(Typed::Money { .. } | Typed::Int(_)));
    html! { td.figures[figures] { (words) } }
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
