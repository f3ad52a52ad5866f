//! Lists of settings: a head, a row a record, each a form of its own, and at the end a row for a new one.

use maud::{Markup, html};

use super::typed::Typed;
use crate::routes;
use crate::ui::{Button, Icon, icon};
use crate::visitor::Visitor;

/// One record in its row.
pub struct Row<'a> {
    /// What the hidden field `form` says: the record's number or key.
    pub which: &'a str,
    /// Whose row a screen reader says it is.
    pub name: &'a str,
    /// Put away: shown in grey.
    pub put_away: bool,
}

/// An act of a row that is not saving.
pub struct RowAct {
    pub key: &'static str,
    pub act: &'static str,
    pub icon: Icon,
}

/// A panel of rows; `kind` gives the columns their widths, `heads` their names.
pub fn rows(
    title: &str,
    count: Option<usize>,
    about: &str,
    kind: &str,
    heads: &[String],
    all: &Markup,
) -> Markup {
    let heading = format!("{kind}-rows");
    html! {
        section.panel.rows-panel aria-labelledby=(heading) {
            header.panel-head { h2 id=(heading) { (title) @if let Some(count) = count { " " span.about { (count) } } } }
            @if !about.is_empty() { p.panel-note { (about) } }
            div.row-list data-rows=(kind) {
                @if !heads.is_empty() {
                    div.rows-head aria-hidden="true" { @for head in heads { span { (head) } } }
                }
                (all)
            }
        }
    }
}

/// A row whose fields can be changed.
pub fn row(
    row: &Row<'_>,
    address: &str,
    typed: &Typed,
    visitor: &Visitor,
    fields: &Markup,
    acts: &Markup,
) -> Markup {
    html! {
        form.row-form method="post" action=(address) data-row="" data-refused[typed.is(row.which) && !typed.faults.is_empty()] {
            (visitor.token())
            input type="hidden" name="form" value=(row.which);
            div.row id=(id_of(row.which)) role="group" aria-label=(row.name) data-put-away[row.put_away] {
                (fields)
                div.row-acts { (acts) }
            }
        }
    }
}

/// A row that says something and has no fields.
pub fn plain_row(row: &Row<'_>, address: &str, visitor: &Visitor, said: &Markup, acts: &Markup) -> Markup {
    html! {
        form.row-form method="post" action=(address) {
            (visitor.token())
            input type="hidden" name="form" value=(row.which);
            div.row id=(id_of(row.which)) role="group" aria-label=(row.name) data-put-away[row.put_away] {
                (said)
                div.row-acts { (acts) }
            }
        }
    }
}

/// The row for a new record, set off from the others.
pub fn new_row(title: &str, add: &str, address: &str, visitor: &Visitor, fields: &Markup) -> Markup {
    html! {
        form.row-form method="post" action=(address) {
            (visitor.token())
            input type="hidden" name="form" value="add";
            div.row.row-new #row-add role="group" aria-labelledby="row-add-title" {
                h3 #row-add-title { (title) }
                (fields)
                div.row-acts {
                    (Button::plain(add).icon(Icon::Plus).submit_as("act", "add"))
                }
            }
        }
    }
}

/// Saving: once a script runs, shown when something has changed.
pub fn save(visitor: &Visitor) -> Markup {
    Button::main(visitor.speech.t("settings-save"))
        .small()
        .submit_as("act", "save")
        .attr("data-save", "")
        .show()
}

/// The acts behind the dots. They take the record as it stands, so nothing typed is checked.
pub fn more(acts: &[RowAct], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let label = speech.t("more-acts");
    html! {
        details.menu data-menu="" {
            summary.button.quiet.bare.small title=(label) { (icon(Icon::Dots)) span.unseen { (label) } }
            ul.menu-list role="list" {
                @for one in acts {
                    li {
                        button.menu-item type="submit" name="act" value=(one.act) formnovalidate {
                            (icon(one.icon)) span { (speech.t(one.key)) }
                        }
                    }
                }
            }
        }
    }
}

/// A page of settings, at one of its rows.
pub fn address_of(way: &str, row: Option<i64>) -> String {
    let page = routes::settings(way);
    match row {
        Some(row) => format!("{page}#{}", id_of(&row.to_string())),
        None => page,
    }
}

fn id_of(which: &str) -> String {
    format!("row-{which}")
}
