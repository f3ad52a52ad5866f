//! Dialogs in front of the board: a refusal, and logging a call with its next step.

use maud::{Markup, html};

use super::{board, say};
use crate::ui::{
    Button, Choice, Field, Icon, Need, NeedStanding, Page, Refusal, choices, dialog, icon, refusal,
};
use crate::words::Speech;

pub(super) fn refused(speech: &Speech) -> Page {
    let mend = Button::main(say(speech, "Plan network discovery", "Назначить обследование сети"))
        .href("/deals/20/activities/new");
    let shown = Refusal {
        title: say(
            speech,
            "Not yet: Kestrel Logistics stays in Discovery",
            "Пока нельзя: «Кречет» остаётся на обследовании",
        ),
        words: say(
            speech,
            "Presentation asks for two things. One is missing.",
            "Для презентации нужны две вещи. Одной не хватает.",
        ),
        needs: needs(speech),
        offer: html! {
            small { (say(speech, "Both of you are free", "Вы обе свободны")) }
            b { (speech.span(super::at(1_470), super::at(1_590))) }
            a href="/deals/20/activities/new" { (speech.t("other-time")) }
        },
        mend: Some(mend),
    };
    over_board(&refusal(&shown, speech), speech)
}

fn needs(speech: &Speech) -> Vec<Need> {
    vec![
        Need {
            standing: NeedStanding::Met,
            words: say(speech, "Sales discovery", "Обследование продаж"),
            fact: Some(say(speech, "Done Wed 18 Nov by Dana", "Сделано в среду, 18 ноября: Соня Круглова")),
            act: None,
        },
        Need {
            standing: NeedStanding::Missing,
            words: say(speech, "Network discovery", "Обследование сети"),
            fact: Some(say(
                speech,
                "Was due yesterday with Priya Nair. A presentation without it guesses the price.",
                "Срок был вчера, исполнитель Полина Ненашева. Без него цена в презентации будет угадана.",
            )),
            act: None,
        },
    ]
}

pub(super) fn log_call(speech: &Speech) -> Page {
    let save = Button::main(say(speech, "Log call and plan step", "Записать звонок и назначить шаг"))
        .key("Ctrl ↵")
        .submit()
        .attr("form", "log");
    let acts = html! {
        (save)
        (Button::quiet(speech.t("cancel")).attr("data-close", ""))
        span.hint { (say(speech, "+5 points when saved", "+5 баллов при сохранении")) }
    };
    let title = say(speech, "Log a call", "Записать звонок");
    let about = say(speech, "Kestrel Logistics", "ТК «Кречет»");
    over_board(&dialog("log-call", &title, Some(&about), &call_form(speech), &acts, speech), speech)
}

fn call_form(speech: &Speech) -> Markup {
    let people = vec![("7".to_owned(), say(speech, "Tom Keller", "Тимур Кедров"))];
    html! {
        form.fields #log method="post" action="/deals/20/activities" data-ctrl-enter="" {
            div.fields-row {
                (Field::select("with", say(speech, "With", "С кем"), people.clone()).show(speech))
                (Field::moment("started", say(speech, "Started", "Начало")).value("2026-11-23T09:30").show(speech))
                (Field::input("number", "minutes", say(speech, "Minutes", "Минуты")).value("12").show(speech))
            }
            (choices("outcome", &say(speech, "Outcome", "Итог"), &outcomes(speech), Some("reached")))
            (Field::area("said", say(speech, "What was said", "О чём говорили"), 3).optional()
                .value(say(speech, "Gate pass sorted for Tuesday. Wants the price split by site.", "Пропуск на вторник готов. Просит цену по площадкам."))
                .show(speech))
            div.fieldset data-tone="accent" {
                h3 { (icon(Icon::Right)) (say(speech, "Next step", "Следующий шаг")) }
                (choices("kind", &say(speech, "Kind", "Вид"), &kinds(speech), Some("meeting")))
                div.fields-row {
                    (Field::day("day", say(speech, "Day", "День")).value("2026-11-24").show(speech))
                    (Field::input("time", "from", say(speech, "From", "С")).value("10:00").show(speech))
                    (Field::input("time", "to", say(speech, "To", "До")).value("12:00").show(speech))
                }
            }
        }
    }
}

fn outcomes(speech: &Speech) -> Vec<Choice> {
    [
        ("reached", "Reached", "Дозвонились"),
        ("message", "Left a message", "Оставили сообщение"),
        ("none", "No answer", "Нет ответа"),
    ]
    .map(|(value, en, ru)| Choice { value: value.to_owned(), label: say(speech, en, ru), icon: None })
    .to_vec()
}

fn kinds(speech: &Speech) -> Vec<Choice> {
    [
        ("call", "Call", "Звонок", Icon::Phone),
        ("meeting", "Meeting", "Встреча", Icon::People),
        ("mail", "E-mail", "Письмо", Icon::Mail),
    ]
    .map(|(value, en, ru, icon)| Choice {
        value: value.to_owned(),
        label: say(speech, en, ru),
        icon: Some(icon),
    })
    .to_vec()
}

fn over_board(dialog: &Markup, speech: &Speech) -> Page {
    let mut page = board::page(speech);
    page.body = html! { (page.body) (dialog) };
    page
}
