//! The processes of the installation.

use axum::extract::State;
use desk::process::ListProcesses;
use maud::html;
use process::Words;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::said;
use crate::routes;
use crate::ui::{Button, Icon, Nav, Page, Tone, chip, panel};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    let rows = app.desk.read(visitor.actor(), ListProcesses).await;
    let rows = rows.map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let body = html! {
        div.stack {
            @for row in &rows {
                @let title = said(&Words::new(&row.title_en, &row.title_ru), speech);
                (panel(&title, Some(&speech.t_with("process-version", &[("version", row.version.into())])), &html! {
                    @if row.active { (chip(Tone::Green, Some(Icon::Check), &speech.t("process-active"))) }
                    @else { (chip(Tone::Plain, None, &speech.t("process-retired"))) }
                    (Button::plain(speech.t("process-open")).href(routes::process(&row.process)))
                }, &html! {
                    p.hint { (speech.t_with("process-published", &[("when", speech.when_full(row.published_at).into())])) }
                }))
            }
        }
    };
    let mut page = Page::new(speech.t("nav-process"), Nav::Process, body);
    if visitor.actor().is_administrator() {
        page.actions =
            html! { (Button::main(speech.t("process-check-file")).icon(Icon::Plus).href("/process/draft")) };
    }
    Ok(visitor.page(&page))
}
