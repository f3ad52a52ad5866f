//! Pages where there is nothing yet, or nothing more.

use maud::Markup;

use super::say;
use crate::ui::{Begin, Button, ErrorPage, Icon, Nav, Page, Theme, bare_layout, empty_state, error_page};
use crate::words::Speech;

pub(super) fn empty(speech: &Speech) -> Page {
    let way = |icon, title: (&str, &str), detail: (&str, &str), href: &str| Begin {
        icon,
        title: say(speech, title.0, title.1),
        detail: say(speech, detail.0, detail.1),
        href: href.to_owned(),
    };
    let ways = [
        way(
            Icon::Plus,
            ("Add a deal", "Добавить сделку"),
            (
                "Company, what they want, next step. About a minute.",
                "Компания, что нужно, следующий шаг. Около минуты.",
            ),
            "/deals/new",
        ),
        way(
            Icon::Import,
            ("Bring in your pipeline", "Перенести свои сделки"),
            (
                "CSV from any CRM or spreadsheet. You can undo it.",
                "CSV из любой CRM или таблицы. Это можно отменить.",
            ),
            "/import",
        ),
        way(
            Icon::Flow,
            ("Look at the process first", "Сначала посмотреть процесс"),
            ("Six stages, 9 checks, in words and as a chart.", "Шесть этапов, 9 проверок, словами и схемой."),
            "/process",
        ),
    ];
    let title = say(
        speech,
        "No deals yet. Start with one you are working on today.",
        "Сделок пока нет. Начните с той, над которой работаете сегодня.",
    );
    let detail = say(
        speech,
        "A deal goes through six stages. Each one says what it needs, and every open deal has a next step in somebody’s calendar.",
        "Сделка проходит шесть этапов. Каждый говорит, что ему нужно, и у каждой открытой сделки есть следующий шаг в чьём-то календаре.",
    );
    Page::new(
        say(speech, "Six-stage sales funnel", "Воронка из шести этапов"),
        Nav::Deals,
        empty_state(&title, &detail, &ways),
    )
}

pub(super) fn error(theme: Theme, speech: &Speech) -> Markup {
    let title = say(speech, "This page did not load", "Страница не открылась");
    let shown = ErrorPage {
        title: title.clone(),
        detail: say(
            speech,
            "The server could not finish. Nothing you saved is lost.",
            "Сервер не смог закончить. Всё сохранённое цело.",
        ),
        quote: Some(say(speech, "Number to quote: 7f3a-19c2", "Номер для обращения: 7f3a-19c2")),
        acts: vec![
            Button::main(speech.t("try-again")).href("?"),
            Button::quiet(speech.t("nav-day")).href("/day"),
        ],
    };
    bare_layout(&title, theme, &error_page(&shown), speech)
}
