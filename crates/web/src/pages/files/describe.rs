//! Saying which paper a file is.

use axum::extract::{Path, Query, State};
use desk::file::{DescribeFile, FileRow, FindFile, Paper};
use desk::look::Of;
use maud::html;

use super::home;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::known::Known;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field, Nav};
use crate::visitor::Visitor;

/// The file, and the words for papers.
struct Asked {
    file: FileRow,
    known: Known,
}

impl Asked {
    async fn load(app: &App, visitor: &Visitor, id: i64) -> desk::Result<Asked> {
        let file = app.desk.read(visitor.actor(), FindFile { id }).await?;
        Ok(Asked { file, known: Known::load(app, visitor, Vec::new()).await? })
    }

    fn home(&self) -> String {
        match (self.file.deal_id, self.file.company_id, self.file.person_id) {
            (Some(id), _, _) => home(Of::Deal(id)),
            (_, Some(id), _) => home(Of::Company(id)),
            (_, _, id) => home(Of::Person(id.unwrap_or_default())),
        }
    }
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let asked = Asked::load(&app, &visitor, id).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    let mut form = Form(query);
    form.0.push(("document".to_owned(), asked.file.document.clone()));
    if asked.file.signed {
        form.0.push(("signed".to_owned(), "true".to_owned()));
    }
    Ok(draw(&form, &Faults::default(), &asked, &visitor).show(&visitor))
}

pub async fn describe(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let asked = Asked::load(&app, &visitor, id).await.map_err(told)?;
    match visitor.write(&app, DescribeFile { id, paper: paper(&form) }).await {
        Ok(()) => {
            let name = [("name", asked.file.name.as_str().into())];
            Ok(go_saying(&visitor, &sheet::back(&form, &asked.home()), "said-file-described", &name))
        }
        Err(error) => {
            let faults = Faults::of(error).map_err(told)?;
            Ok(draw(&form, &faults, &asked, &visitor).refused(&visitor))
        }
    }
}

fn paper(form: &Form) -> Paper {
    let document = Some(form.text("document").to_owned()).filter(|key| !key.is_empty());
    Paper { document, signed: form.text("signed") == "true" }
}

fn draw(form: &Form, faults: &Faults, asked: &Asked, visitor: &Visitor) -> sheet::Sheet {
    let speech = &visitor.speech;
    let document = form.text("document");
    let kinds = asked.known.optional("document-kind", document, speech);
    sheet::Sheet {
        id: "paper",
        title: speech.t("file-describe"),
        about: Some(asked.file.name.clone()),
        action: routes::act(&routes::file(asked.file.id), "describe"),
        back: sheet::back(form, &asked.home()),
        active: Nav::Elsewhere,
        body: html! {
            (faults.summary(speech))
            (Field::select("document", speech.t("field-document"), kinds).value(document).error(faults.at("document", speech)).show(speech))
            (Field::tick("signed", "true", &speech.t("field-signed"), form.text("signed") == "true"))
        },
        send: Some(Button::main(speech.t("save"))),
        hint: None,
    }
}
