//! Heads of lists: sort links, figures to the right. Rows are the page's own.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::words::Speech;

/// How a column is sorted now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Rising,
    Falling,
}

/// One column of a list.
#[derive(Debug, Clone)]
pub struct Column {
    pub name: String,
    /// Its values are figures and stand at the end.
    pub figures: bool,
    /// Where sorting by it (or the other way) leads.
    pub sort: Option<String>,
    pub order: Option<Order>,
}

/// The sticky head of a list; with `selects` its first cell ticks every row.
#[must_use]
pub fn table_head(columns: &[Column], selects: bool, speech: &Speech) -> Markup {
    html! {
        thead {
            tr {
                @if selects {
                    th.tick-cell scope="col" {
                        input type="checkbox" data-select-all="" aria-label=(speech.t("select-all"));
                    }
                }
                @for column in columns { (heading(column, speech)) }
            }
        }
    }
}

fn heading(column: &Column, speech: &Speech) -> Markup {
    let sorted = column.order.map(|order| match order {
        Order::Rising => "ascending",
        Order::Falling => "descending",
    });
    html! {
        th.figures[column.figures] scope="col" aria-sort=[sorted] {
            @if let Some(address) = &column.sort {
                a href=(address) title=(speech.t_with("sort-by", &[("column", column.name.as_str().into())])) {
                    (column.name)
                    @match column.order {
                        Some(Order::Rising) => (icon(Icon::Up)),
                        Some(Order::Falling) => (icon(Icon::Down)),
                        None => {}
                    }
                }
            } @else { (column.name) }
        }
    }
}
