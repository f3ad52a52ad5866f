//! Changing a view, or only beginning with it where it is somebody else's.

use axum::extract::{Path, State};
use desk::view::{ChangeView, View, ViewFields, ViewPage};
use maud::html;

use super::save::nav;
use super::{address, fields};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::ui::{Button, Icon};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let view = app.desk.read(visitor.actor(), ViewPage { id }).await.map_err(told)?;
    Ok(draw(&filled(&view), &Faults::default(), &view, &visitor).show(&visitor))
}

pub async fn save(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let view = app.desk.read(visitor.actor(), ViewPage { id }).await.map_err(told)?;
    let fields = view.may_change.then(|| fields::read(&form));
    match app.desk.write(visitor.actor(), ChangeView { id, fields, first: form.is_on("first") }).await {
        Ok(()) => Ok(go_saying(&visitor, &address(&view), "said-saved", &[])),
        Err(error) => {
            let faults = Faults::of(error).map_err(told)?;
            Ok(draw(&form, &faults, &view, &visitor).refused(&visitor))
        }
    }
}

/// What the list shows now becomes what the view shows.
pub async fn set_query(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let View { title, shared, is_first, .. } =
        app.desk.read(visitor.actor(), ViewPage { id }).await.map_err(told)?;
    let fields = ViewFields { title, shared, ..fields::read(&form) };
    let act = ChangeView { id, fields: Some(fields), first: is_first };
    app.desk.write(visitor.actor(), act).await.map_err(told)?;
    let view = app.desk.read(visitor.actor(), ViewPage { id }).await.map_err(told)?;
    Ok(go_saying(&visitor, &address(&view), "view-said-saved", &[("view", view.title.as_str().into())]))
}

fn filled(view: &View) -> Form {
    let pairs = [
        ("view", view.title.clone()),
        ("shared", view.shared.key().to_owned()),
        ("board", if view.as_board { "1".to_owned() } else { String::new() }),
        ("query", view.query.clone()),
        ("first", if view.is_first { "on".to_owned() } else { String::new() }),
    ];
    Form(pairs.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn draw(form: &Form, faults: &Faults, view: &View, visitor: &Visitor) -> sheet::Sheet {
    let speech = &visitor.speech;
    let delete = format!("/views/{}/delete", view.id);
    sheet::Sheet {
        id: "edit-view",
        title: view.title.clone(),
        about: view.of.clone(),
        action: format!("/views/{}/edit", view.id),
        back: address(view),
        active: nav(view.noun),
        body: html! {
            (fields::show(form, faults, view.may_change, speech))
            @if view.may_change {
                div.view-delete {
                    (Button::danger(speech.t("view-delete")).small().icon(Icon::Bin).submit()
                        .attr("formaction", delete.clone()).attr("formnovalidate", "")
                        .attr("data-hx-post", delete).attr("data-hx-swap", "none"))
                    p.hint { (speech.t("view-delete-hint")) }
                }
            }
        },
        send: Some(Button::main(speech.t("save"))),
        hint: None,
    }
}
