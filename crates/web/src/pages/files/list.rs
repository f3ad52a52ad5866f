//! All files of a record, page by page.

use axum::extract::{Path, Query, State};
use desk::file::Paper;
use desk::look::{Cursor, Of};
use maud::html;
use serde::Deserialize;

use super::{FilesPanel, home};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::activities::Ground;
use crate::ui::{Crumb, Nav, Page, Width};
use crate::visitor::Visitor;

#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The last file that was shown.
    after: Option<String>,
}

pub async fn show(
    of: fn(i64) -> Of,
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let of = of(id);
    let ground = Ground::load(&app, &visitor, of.into()).await.map_err(told)?;
    let after = asked.after.map(Cursor);
    let panel = FilesPanel::load(&app, &visitor, of, after, &Paper::default()).await.map_err(told)?;
    let mut page = Page::new(visitor.speech.t("files"), Nav::Elsewhere, html! { (panel.show(&visitor)) });
    page.crumbs = vec![Crumb { label: ground.name, href: home(of) }];
    page.width = Width::Narrow;
    page.live = Some(match of {
        Of::Deal(id) => format!("deal:{id}"),
        Of::Company(id) => format!("company:{id}"),
        Of::Person(id) => format!("person:{id}"),
    });
    Ok(visitor.page(&page))
}
