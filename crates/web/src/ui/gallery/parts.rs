//! Small parts side by side: buttons, chips, icons.

use maud::{Markup, html};

use super::say;
use crate::ui::{Button, Icon, Nav, Page, Tone, chip, icon, panel};
use crate::words::Speech;

pub(super) fn page(speech: &Speech) -> Page {
    let body = html! {
        (panel(&say(speech, "Buttons", "Кнопки"), None, &Markup::default(), &buttons(speech)))
        (panel(&say(speech, "Chips", "Метки"), None, &Markup::default(), &chips(speech)))
        (panel(&say(speech, "Icons", "Значки"), None, &Markup::default(), &html! {
            div.acts { @for which in Icon::ALL { span title=(format!("{which:?}")) { (icon(*which)) } } }
        }))
    };
    Page::new(say(speech, "Parts", "Части"), Nav::Elsewhere, body)
}

fn buttons(speech: &Speech) -> Markup {
    html! {
        div.acts {
            (Button::main(say(speech, "Main", "Главная")).icon(Icon::Plus))
            (Button::plain(say(speech, "Plain", "Обычная")))
            (Button::plain(say(speech, "Small", "Малая")).small())
            (Button::quiet(say(speech, "Quiet", "Тихая")))
            (Button::danger(say(speech, "Delete for good", "Удалить навсегда")).icon(Icon::Bin))
            (Button::main(say(speech, "Publish", "Опубликовать")).unless(say(speech, "P014 is not mended", "P014 не исправлено")))
            (Button::plain(speech.t("more-acts")).bare(Icon::Dots))
        }
    }
}

fn chips(speech: &Speech) -> Markup {
    html! {
        div.acts {
            (chip(Tone::Plain, None, &say(speech, "Version 4", "Версия 4")))
            (chip(Tone::Accent, Some(Icon::Paper), &say(speech, "Quote sent", "КП отправлено")))
            (chip(Tone::Red, Some(Icon::Exclamation), &speech.late_or_when(super::at(-1440))))
            (chip(Tone::Amber, Some(Icon::Clock), &speech.t("today")))
            (chip(Tone::Green, Some(Icon::Check), &say(speech, "Won", "Выиграна")))
            (chip(Tone::Violet, Some(Icon::Plus), &speech.t("no-next-step")))
        }
    }
}
