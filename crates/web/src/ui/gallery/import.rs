//! An import with a question on top.

use maud::html;

use super::say;
use crate::ui::{Button, Edge, Icon, Nav, Page, Stand, Step, Tone, panel, progress, steps, strip};
use crate::words::Speech;

pub(super) fn page(speech: &Speech) -> Page {
    let question = html! {
        b { "GTXPro" } " " (say(speech, "in 1,480 rows is not a product here. Is it", "в 1 480 строках: такого продукта нет. Это")) " " b { "GTX Pro" } "?"
    };
    let answers = html! {
        (Button::main(say(speech, "Yes, use GTX Pro", "Да, это GTX Pro")).small())
        (Button::plain(say(speech, "Make a new product", "Завести продукт")).small())
        (Button::quiet(say(speech, "Choose", "Выбрать")).small())
    };
    let running = say(speech, "Rows read", "Прочитано строк");
    let body = html! {
        (steps(&all(speech), &say(speech, "Steps of the import", "Шаги импорта"), speech))
        (strip(Edge(Tone::Amber), Icon::Warning, &question, "", &answers))
        (panel(&running, Some(&format!("{} / {}", speech.number(5_120), speech.number(8_800))), &html! {
            (Button::plain(speech.t("cancel")).small())
        }, &progress(&running, 5_120, 8_800)))
    };
    let mut page = Page::new(speech.t("nav-import"), Nav::Import, body);
    page.about = Some("sales_pipeline.csv".to_owned());
    page.actions = html! {
        (Button::main(say(speech, "Check 8,800 rows", "Проверить 8 800 строк")).icon(Icon::Right).submit())
    };
    page
}

fn all(speech: &Speech) -> Vec<Step> {
    [
        ("File", "Файл", Stand::Done),
        ("Match columns", "Колонки", Stand::Now),
        ("Check", "Проверка", Stand::Ahead),
        ("Import", "Импорт", Stand::Ahead),
        ("Mend", "Исправление", Stand::Ahead),
    ]
    .map(|(en, ru, stand)| Step {
        name: say(speech, en, ru),
        stand,
        href: (stand == Stand::Done).then(|| "/import/1/file".to_owned()),
    })
    .to_vec()
}
