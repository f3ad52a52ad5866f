//! What may be made: behind the plus of phones and of My day.

use maud::html;

use crate::answer::Answer;
use crate::pages::sheet::Sheet;
use crate::routes;
use crate::ui::{Icon, Nav, icon};
use crate::visitor::Visitor;

pub async fn show(visitor: Visitor) -> Answer {
    let speech = &visitor.speech;
    let ways = [
        (Icon::Target, "new-deal", routes::new_deal(), false),
        (Icon::Building, "company-new", "/companies/new".to_owned(), false),
        (Icon::Person, "person-new", "/people/new".to_owned(), false),
        (Icon::Phone, "new-logged", routes::new_activity("", "log", ""), true),
        (Icon::Calendar, "plan-activity", routes::new_activity("", "plan", ""), true),
        (Icon::Task, "new-task", "/tasks/new".to_owned(), true),
    ];
    let body = html! {
        ul.new-list role="list" {
            @for (drawing, key, href, opens) in ways {
                li { a.menu-item href=(href) data-dialog=[opens.then_some("")] { (icon(drawing)) span { (speech.t(key)) } } }
            }
        }
    };
    let sheet = Sheet {
        id: "new",
        title: speech.t("nav-new"),
        about: None,
        action: "/new".to_owned(),
        back: "/day".to_owned(),
        active: Nav::Day,
        body,
        send: None,
        hint: None,
    };
    Ok(sheet.show(&visitor))
}
