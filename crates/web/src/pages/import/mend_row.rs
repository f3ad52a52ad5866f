//! One row to mend: tried again in its line of the list, or whole, in a form of all its values.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::import::{ImportPage, ImportView, MendPageSeen, MendRow, Mended, Places, RowToMend, ShowMendRow};
use intake::{Mapping, Reason};
use maud::{Markup, html};
use serde::Deserialize;

use super::done::stages;
use super::frame::said;
use super::mend_list::{Asked, MendList, Tried, address, head, one};
use super::why;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::pages::sheet::{Sheet, back};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field, Icon, Nav, icon};
use crate::visitor::Visitor;
use crate::words::Speech;

#[derive(Deserialize)]
pub struct From {
    #[serde(default)]
    back: String,
}

/// The whole row.
pub async fn show(
    State(app): State<App>,
    Path((id, row)): Path<(i64, i64)>,
    Query(from): Query<From>,
    visitor: Visitor,
) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await.map_err(told)?;
    let row = app.desk.read(visitor.actor(), ShowMendRow { import: id, row }).await.map_err(told)?;
    let form = Form(vec![("back".to_owned(), from.back)]);
    Ok(sheet(&import, &row, &form, &visitor.speech).show(&visitor))
}

/// Tries a row again with what was typed. What was typed is kept with what is still wrong.
pub async fn mend(State(app): State<App>, Path((id, row)): Path<(i64, i64)>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error| Trouble::from(error).told(&visitor);
    let headers = form.all("header").into_iter().map(str::to_owned);
    let raw = headers.zip(form.all("value").into_iter().map(str::to_owned)).collect();
    let mended = app.desk.write(visitor.actor(), MendRow { row, raw }).await.map_err(told)?;
    let in_line = visitor.fragment && form.text("place") == "row";
    if !in_line && !matches!(mended, Mended::Still(_)) {
        return Ok(go(&visitor, &back(&form, &routes::import(id))));
    }
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await.map_err(told)?;
    match mended {
        Mended::Still(_) => {
            let row = app.desk.read(visitor.actor(), ShowMendRow { import: id, row }).await.map_err(told)?;
            if !in_line {
                return Ok(sheet(&import, &row, &form, &visitor.speech).refused(&visitor));
            }
            let line = line(&app, &visitor, &import, &row, &form).await.map_err(told)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, line).into_response())
        }
        Mended::Imported => {
            Ok(mended_line(&import, row, "import-row-imported", &form, &visitor.speech).into_response())
        }
        Mended::Known => {
            Ok(mended_line(&import, row, "import-row-known", &form, &visitor.speech).into_response())
        }
    }
}

/// The line of a row that still does not fit.
async fn line(
    app: &App,
    visitor: &Visitor,
    import: &ImportView,
    row: &RowToMend,
    form: &Form,
) -> desk::Result<Markup> {
    let asked = Asked { why: form.text("why").to_owned(), ..Asked::default() };
    let mapping = Mapping::from_yaml(&import.mapping).ok();
    let why = why::read(&asked.why);
    let places = app.desk.read(visitor.actor(), Places).await?;
    let stages = stages(&places, mapping.as_ref(), &visitor.speech);
    let list = MendList { import, mapping, asked, why, seen: MendPageSeen::default(), stages };
    Ok(one(&list, row, Tried::InVain, visitor))
}

/// What stands in place of a row that is mended; the counts in the head go with it.
fn mended_line(import: &ImportView, row: i64, key: &str, form: &Form, speech: &Speech) -> Markup {
    let asked = Asked { why: form.text("why").to_owned(), ..Asked::default() };
    html! {
        tr.mended id={ "row-" (row) } {
            td.figures {}
            td colspan="3" {
                span.finding data-tone="green" tabindex="-1" data-focus="" { (icon(Icon::Check)) span { (speech.t(key)) } }
            }
        }
        (head(import, &asked, Some("true"), speech))
    }
}

fn sheet(import: &ImportView, row: &RowToMend, form: &Form, speech: &Speech) -> Sheet {
    let file = import.report.files.get(row.file).map_or("", |file| file.name.as_str());
    let line = speech.t_with("import-line", &[("line", row.line.into())]);
    let body = html! {
        @for reason in row.reasons.iter().filter(|reason| reason.column.is_none()) {
            p.wrong { (icon(Icon::Warning)) (said(&reason.says, speech)) }
        }
        @for (at, (header, value)) in row.raw.iter().enumerate() { (field(row, at, header, value, speech)) }
    };
    Sheet {
        id: "mend-row",
        title: speech.t("import-mend-row-title"),
        about: Some(format!("{file} · {line}")),
        action: address(import.id, row.id),
        back: back(form, &routes::import(import.id)),
        active: Nav::Import,
        body,
        send: Some(Button::main(speech.t("import-mend-row"))),
        hint: None,
    }
}

fn blamed(row: &RowToMend, header: &str) -> bool {
    row.reasons.iter().any(|reason| reason.column.as_deref() == Some(header))
}

fn field(row: &RowToMend, at: usize, header: &str, value: &str, speech: &Speech) -> Markup {
    let wrong = row.reasons.iter().find(|reason: &&Reason| reason.column.as_deref() == Some(header));
    let first = row.raw.iter().position(|(header, _)| blamed(row, header)) == Some(at);
    let field = Field::text("value", header)
        .value(value)
        .error(wrong.map(|reason| said(&reason.says, speech).to_owned()))
        .id(format!("whole-{}-{at}", row.id));
    html! {
        input type="hidden" name="header" value=(header);
        @if first { (field.attr("autofocus", "").show(speech)) } @else { (field.show(speech)) }
    }
}
