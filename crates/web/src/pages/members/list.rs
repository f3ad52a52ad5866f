//! The list of members.

use axum::extract::State;
use desk::member::{ListMembers, MemberListRow};
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::routes;
use crate::ui::{Button, Column, Icon, Nav, Page, Tone, chip, table_head};
use crate::visitor::Visitor;
use crate::words::Speech;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    let rows = app.desk.read(visitor.actor(), ListMembers).await;
    let rows = rows.map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let mut page = Page::new(speech.t("members-title"), Nav::Settings, table(&rows, &visitor));
    page.actions =
        html! { (Button::main(speech.t("member-new")).icon(Icon::Plus).opens(routes::new_member())) };
    Ok(visitor.page(&page))
}

fn table(rows: &[MemberListRow], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let column = |key: &str, figures| Column { name: speech.t(key), figures, sort: None, order: None };
    let columns = [
        column("member-name", false),
        column("field-email", false),
        column("field-role", false),
        column("field-team", false),
        column("member-open-deals", true),
        column("member-acts", false),
    ];
    html! {
        div.list tabindex="0" role="region" aria-label=(speech.t("members-title")) {
            table {
                (table_head(&columns, false, speech))
                tbody { @for row in rows { (one(row, visitor, speech)) } }
            }
        }
    }
}

fn one(row: &MemberListRow, visitor: &Visitor, speech: &Speech) -> Markup {
    let role = speech.t(&format!("role-{}", row.role));
    html! {
        tr {
            td.name { a href=(routes::member(row.id)) data-dialog="" { (row.name) } }
            td.clip { (row.email.as_deref().unwrap_or("")) }
            td { (role) }
            td { (row.team_name.as_deref().unwrap_or("")) }
            td.figures { (speech.number(row.open_deals)) }
            td {
                @if row.archived_at.is_some() {
                    (chip(Tone::Plain, None, &speech.t("member-archived")))
                    (act(&format!("{}/restore", routes::member(row.id)), "member-restore", visitor))
                } @else {
                    @if !row.can_sign_in { (chip(Tone::Amber, None, &speech.t("member-no-way-in"))) }
                    @if row.email.is_some() {
                        (act(&format!("{}/link", routes::member(row.id)), if row.can_sign_in { "member-reset" } else { "member-invite" }, visitor))
                    }
                    (act(&format!("{}/archive", routes::member(row.id)), "member-archive", visitor))
                }
            }
        }
    }
}

fn act(address: &str, key: &str, visitor: &Visitor) -> Markup {
    html! {
        form.inline method="post" action=(address) {
            (visitor.token())
            (Button::quiet(visitor.speech.t(key)).small().submit())
        }
    }
}
