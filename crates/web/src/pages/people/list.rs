//! The list of people.

use axum::extract::{Query, State};
use desk::person::{ListPeople, PersonListRow};
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::clients::contact::{mail, phone};
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
    let views = asked.views(Noun::Person, &app, &visitor).await.map_err(told)?;
    if let Some(first) = views.begin() {
        return Ok(first);
    }
    let look = ListPeople {
        text: asked.q.clone(),
        owner: asked.owner(),
        newest: asked.is_newest(),
        after: at.place().after(),
        limit: ROWS,
        ..ListPeople::default()
    };
    let seen = app.desk.read(visitor.actor(), look).await.map_err(told)?;
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    let list = List {
        noun: Noun::Person,
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
    let plain = |name: &str| Column { name: speech.t(name), figures: false, sort: None, order: None };
    vec![
        name_head(Noun::Person, asked, speech.t("person-name")),
        plain("person-company"),
        plain("person-role"),
        plain("field-mails"),
        plain("field-phones"),
        plain("field-owner"),
    ]
}

fn line(row: &PersonListRow, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let edit = Noun::Person.values(row.id, row.owner_id, visitor);
    let (mails, phones) = (edit("mails"), edit("phones"));
    let stop = mails.as_ref().map(|_| "-1");
    let role = row.role.as_deref().unwrap_or_default();
    let (first_mail, first_phone) = (row.mails.lines().next(), row.phones.lines().next());
    let company = row.company_id.zip(row.company_name.as_ref());
    html! {
        tr {
            td.name { a href=(routes::person(row.id)) { (row.name) } }
            td.clip data-none[company.is_none()] {
                @if let Some((id, name)) = company { a href=(routes::company(id)) title=(name) { (name) } }
            }
            td.clip title=(role) data-none[role.is_empty()] { (role) }
            td.clip title=(row.mails) data-none[first_mail.is_none()] data-edit=[mails] tabindex=[stop] {
                @if let Some(address) = first_mail { (mail(address)) }
            }
            td data-none[first_phone.is_none()] data-edit=[phones] tabindex=[stop] { @if let Some(number) = first_phone { (phone(number)) } }
            (owner::cell(row.owner_name.as_deref(), speech))
        }
    }
}
