//! Rows that could not be taken, each with its reasons and a form to correct it.

use axum::extract::{Path, State};
use desk::import::{ImportPage, ImportView, MendRow, Mended, RowToMend};
use intake::Reason;
use maud::{Markup, html};

use super::done;
use super::frame::{figure, said};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::Posted;
use crate::routes;
use crate::ui::{Button, Field, Icon, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

/// A row that was corrected and still does not fit.
pub struct Tried {
    pub row: i64,
}

/// Tries a row again with what was typed. What was typed is kept with what is still wrong.
pub async fn mend(State(app): State<App>, Path((id, row)): Path<(i64, i64)>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error| Trouble::from(error).told(&visitor);
    let headers = form.all("header").into_iter().map(str::to_owned);
    let raw = headers.zip(form.all("value").into_iter().map(str::to_owned)).collect();
    match app.desk.write(visitor.actor(), MendRow { row, raw }).await.map_err(told)? {
        Mended::Imported | Mended::Known => Ok(go(&visitor, &routes::import(id))),
        Mended::Still(_) => {
            let import = app.desk.read(visitor.actor(), ImportPage { id }).await.map_err(told)?;
            done::show(&app, &visitor, &import, Some(&Tried { row })).await
        }
    }
}

pub fn rows(import: &ImportView, rows: &[RowToMend], tried: Option<&Tried>, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let about = speech.t_with("import-mend-count", &[("count", figure(import.mend, speech).into())]);
    let body = html! {
        @for row in rows {
            @let again = tried.is_some_and(|tried| tried.row == row.id);
            (one(import, row, again, visitor))
        }
        @if import.mend > rows.len() as u64 { p.hint { (speech.t("import-mend-more")) } }
    };
    panel(&speech.t("import-mend-title"), Some(&about), &Markup::default(), &body)
}

fn one(import: &ImportView, row: &RowToMend, again: bool, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let file = import.report.files.get(row.file).map_or("", |file| file.name.as_str());
    let address = format!("{}/{}", routes::act(&routes::import(import.id), "rows"), row.id);
    html! {
        details.fieldset open[again] id={ "row-" (row.id) } {
            summary {
                b { (file) " · " (speech.t_with("import-line", &[("line", row.line.into())])) } " "
                @for reason in &row.reasons { (said(&reason.says, speech)) " " }
            }
            form.fields method="post" action=(address) {
                (visitor.token())
                @for (at, (header, value)) in row.raw.iter().enumerate() { (field(row, at, header, value, speech)) }
                div.acts { (Button::plain(speech.t("import-mend-row")).icon(Icon::Check).submit()) }
            }
        }
    }
}

fn field(row: &RowToMend, at: usize, header: &str, value: &str, speech: &Speech) -> Markup {
    let wrong = row.reasons.iter().find(|reason| of(reason, header));
    html! {
        input type="hidden" name="header" value=(header);
        (Field::text("value", header).value(value)
            .error(wrong.map(|reason| said(&reason.says, speech).to_owned()))
            .id(format!("row-{}-{at}", row.id)).show(speech))
    }
}

fn of(reason: &Reason, header: &str) -> bool {
    reason.column.as_deref() == Some(header)
}
