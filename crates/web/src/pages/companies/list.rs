//! The list of companies.

use axum::extract::{Query, State};
use desk::company::{CompanyListRow, ListCompanies, SortBy};
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::clients::filter::{Asked, name_head};
use crate::pages::clients::list::List;
use crate::pages::clients::paging::{At, ROWS};
use crate::pages::clients::{Noun, owner};
use crate::pages::known::Known;
use crate::routes;
use crate::ui::Column;
use crate::visitor::Visitor;
use crate::words::Speech;

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    Query(at): Query<At>,
) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let views = asked.views(Noun::Company, &app, &visitor).await.map_err(told)?;
    if let Some(first) = views.begin() {
        return Ok(first);
    }
    let look = ListCompanies {
        text: asked.q.clone(),
        owner: asked.owner(),
        sort: if asked.is_newest() { SortBy::Created } else { SortBy::Name },
        desc: asked.is_newest() || asked.is_falling(),
        after: at.place().after(),
        limit: ROWS,
        ..ListCompanies::default()
    };
    let seen = app.desk.read(visitor.actor(), look).await.map_err(told)?;
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    let list = List {
        noun: Noun::Company,
        asked: &asked,
        at: &at,
        views: &views,
        columns: columns(&asked, &visitor.speech),
        rows: seen.rows.iter().map(|row| line(row, &visitor)).collect(),
        next: seen.next,
    };
    Ok(visitor.page(&list.show(&known, &visitor)))
}

fn columns(asked: &Asked, speech: &Speech) -> Vec<Column> {
    let plain = |name: &str, figures| Column { name: speech.t(name), figures, sort: None, order: None };
    vec![
        name_head(Noun::Company, asked, speech.t("list-name")),
        plain("field-industry", false),
        plain("field-parent", false),
        plain("field-employees", true),
        plain("list-open-deals", true),
        plain("field-owner", false),
    ]
}

fn line(row: &CompanyListRow, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let edit = Noun::Company.values(row.id, row.owner_id, visitor);
    let clip = |text: &Option<String>, field: Option<&str>| {
        let (text, edit) = (text.as_deref().unwrap_or_default(), field.and_then(&edit));
        let stop = edit.as_ref().map(|_| "-1");
        html! { td.clip title=(text) data-none[text.is_empty()] data-edit=[edit] tabindex=[stop] { (text) } }
    };
    let employees = edit("employees");
    let stop = employees.as_ref().map(|_| "-1");
    html! {
        tr {
            td.name { a href=(routes::company(row.id)) { (row.name) } }
            (clip(&row.industry, Some("industry")))
            (clip(&row.parent_name, None))
            td.figures data-none[row.employees.is_none()] data-edit=[employees] tabindex=[stop] {
                @if let Some(count) = row.employees { (speech.number(count)) }
            }
            td.figures data-none[row.open_deals == 0] {
                @if row.open_deals > 0 { (speech.number(row.open_deals)) }
            }
            (owner::cell(row.owner_name.as_deref(), speech))
        }
    }
}
