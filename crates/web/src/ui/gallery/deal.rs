//! A deal in the middle of its process.

use jiff::civil::date;
use maud::{Markup, html};

use super::{at, dana, priya, say};
use crate::ui::{
    Button, Crumb, Edge, Entry, Fact, Field, Icon, MenuItem, Nav, Need, NeedStanding, Page, Segment, Stand,
    Tab, Tone, avatar, chip, facts, menu, needs, panel, process_bar, strip, switch, timeline_day,
};
use crate::words::Speech;

pub(super) fn page(speech: &Speech) -> Page {
    let body = html! {
        div.with-side {
            div.stack { (current(speech)) (missing(speech)) (timeline(speech)) }
            div.stack { (about(speech)) (people(speech)) }
        }
    };
    let mut page = Page::new(say(speech, "Kestrel Logistics", "ТК «Кречет»"), Nav::Deals, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-deals"), href: "/deals".to_owned() }];
    page.actions = menu(
        &speech.t("more-acts"),
        &[MenuItem::link(say(speech, "Copy link", "Копировать ссылку"), "#")],
        "",
    );
    page.head = head(speech);
    page
}

fn head(speech: &Speech) -> Markup {
    let fact = |name: String, is: String| html! { div { dt { (name) } dd { (is) } } };
    html! {
        div.record-head {
            div.record-title {
                h2 { (say(speech, "Managed services, 45 seats", "Обслуживание 45 рабочих мест")) }
                div.acts {
                    (Button::plain(say(speech, "Log call", "Записать звонок")).icon(Icon::Phone).opens("#"))
                    (Button::plain(say(speech, "Lose", "Проиграть")).opens("#"))
                    (Button::plain(say(speech, "Move to Presentation", "Перейти к презентации")).icon(Icon::Lock).opens("#"))
                }
            }
            dl.record-facts {
                (fact(say(speech, "Amount", "Сумма"), format!("{} + {}{}", speech.money(1_840_000, "GBP"), speech.money(215_000, "GBP"), speech.t("a-month"))))
                (fact(say(speech, "Owner", "Ответственный"), dana(speech).name))
                (fact(say(speech, "Close", "Закрытие"), speech.day(date(2026, 12, 18))))
            }
            (process_bar("Six-stage sales funnel", &segments(speech), speech))
        }
    }
}

fn segments(speech: &Speech) -> Vec<Segment> {
    let one = |en, ru, stand, detail: String| Segment { name: say(speech, en, ru), stand, detail };
    let stay = speech.t_with("stage-days-usual", &[("day", 9.into()), ("usual", 7.into())]);
    vec![
        one("Prospect", "Знакомство", Stand::Done, speech.days(4)),
        one("1st Appointment", "Первая встреча", Stand::Done, speech.days(6)),
        one("Discovery", "Обследование", Stand::Now, stay),
        one("Presentation", "Презентация", Stand::Next(1), String::new()),
        one("Follow-Up", "Сопровождение решения", Stand::Ahead, say(speech, "Optional", "Можно пропустить")),
        one("Commitment", "Договорённость", Stand::Ahead, say(speech, "Never skipped", "Обязательно")),
    ]
}

fn current(speech: &Speech) -> Markup {
    let words = html! {
        b { (say(speech, "Network discovery", "Обследование сети")) } " "
        (chip(Tone::Red, Some(Icon::Exclamation), &speech.late_or_when(at(-1440))))
    };
    let detail = format!("{} · {}", speech.span(at(-1410), at(-1290)), priya(speech).name);
    let acts = html! {
        (Button::plain(say(speech, "Reschedule", "Перенести")).opens("#"))
        (Button::main(say(speech, "Done, log it", "Сделано, записать")).icon(Icon::Check).opens("#"))
    };
    strip(Edge(Tone::Red), Icon::Flow, &words, &detail, &acts)
}

fn missing(speech: &Speech) -> Markup {
    let met = |en, ru, fact: &str| Need {
        standing: NeedStanding::Met,
        words: say(speech, en, ru),
        fact: Some(fact.to_owned()),
        act: None,
    };
    let all = [
        Need {
            standing: NeedStanding::Missing,
            words: say(
                speech,
                "Network discovery is done, with findings",
                "Обследование сети сделано, с выводами",
            ),
            fact: Some(speech.span(at(1_470), at(1_590))),
            act: Some(
                Button::plain(say(speech, "Plan for Tue 10:00", "Назначить на вт 10:00")).small().opens("#"),
            ),
        },
        met("Sales discovery is done", "Обследование продаж сделано", &speech.day(date(2026, 11, 18))),
        Need {
            standing: NeedStanding::Warns,
            ..met("The decision maker should be known", "Стоит знать, кто решает", "Tom Keller")
        },
    ];
    let stage = say(speech, "Presentation", "Презентация");
    needs(&speech.t_with("needs-title", &[("stage", stage.into())]), &all, speech)
}

fn timeline(speech: &Speech) -> Markup {
    let filters =
        ["All", "Activities", "Mail", "Changes"].into_iter().zip(["Всё", "Дела", "Почта", "Изменения"]);
    let filters: Vec<Tab> = filters.map(|(en, ru)| Tab::new(say(speech, en, ru), "#", en == "All")).collect();
    let title = say(speech, "Timeline", "Лента");
    panel(
        &title,
        None,
        &switch(&title, &filters),
        &html! {
            form.composer method="post" action="#" {
                (Field::text("note", say(speech, "Note", "Заметка")).label_unseen().attr("placeholder", say(speech, "Write a note, or type / for an activity", "Заметка, или / для дела")).show(speech))
            }
            (timeline_day(date(2026, 11, 23), &today(speech), "", speech))
            (timeline_day(date(2026, 11, 18), &earlier(speech), "", speech))
        },
    )
}

fn today(speech: &Speech) -> Vec<Entry> {
    vec![
        Entry {
            id: "e4".to_owned(),
            at: at(-18),
            icon: Icon::Lock,
            tone: Tone::Amber,
            verb: say(speech, "Move to Presentation refused", "Переход к презентации не состоялся:"),
            rest: html! { a href="#" { (say(speech, "Both discoveries come first", "сначала оба обследования")) } },
            said: None,
            about: dana(speech).name,
            undone: None,
            acts: Vec::new(),
        },
        Entry {
            id: "e3".to_owned(),
            at: at(-43),
            icon: Icon::Mail,
            tone: Tone::Plain,
            verb: say(speech, "E-mail from Tom Keller", "Письмо от Тимура Кедрова"),
            rest: html! { (say(speech, "Site access for Tuesday", "Доступ на вторник")) },
            said: Some(say(
                speech,
                "Tuesday works. Ask for Marek at the gate, he has the comms room key.",
                "Вторник подходит. На проходной спросите Марата, у него ключ от серверной.",
            )),
            about: String::new(),
            undone: Some(say(speech, "taken back today", "отменено сегодня")),
            acts: Vec::new(),
        },
    ]
}

fn earlier(speech: &Speech) -> Vec<Entry> {
    vec![Entry {
        id: "e2".to_owned(),
        at: at(-5 * 1440 + 340),
        icon: Icon::People,
        tone: Tone::Green,
        verb: say(speech, "Sales discovery held", "Обследование продаж прошло"),
        rest: html! { (say(speech, "with Tom Keller and Ruth Sandys, 70 min", "с Тимуром Кедровым, 70 мин")) " " (chip(Tone::Green, None, &say(speech, "+12 points", "+12 баллов"))) },
        said: Some(say(
            speech,
            "45 seats, contract with the old provider ends 31 January.",
            "45 мест, договор с прежним подрядчиком до 31 января.",
        )),
        about: say(
            speech,
            "Outcome: wants a proposal · Dana Whitfield",
            "Итог: ждут предложение · Соня Круглова",
        ),
        undone: None,
        acts: vec![MenuItem { icon: Some(Icon::Undo), ..MenuItem::link(speech.t("undo"), "#") }],
    }]
}

fn about(speech: &Speech) -> Markup {
    let edit = Button::quiet(say(speech, "Edit", "Изменить")).bare(Icon::Pen).small().opens("#");
    panel(
        &say(speech, "About this deal", "О сделке"),
        None,
        &edit.show(),
        &facts(&[
            Fact::new(say(speech, "Amount", "Сумма"), html! { (speech.money(1_840_000, "GBP")) }),
            Fact::new(
                say(speech, "Forecast", "Прогноз"),
                html! { (speech.money(736_000, "GBP")) " · " (speech.percent(40)) },
            ),
            Fact::new(
                say(speech, "Expected close", "Ожидаемое закрытие"),
                html! { (speech.day_full(date(2026, 12, 18))) },
            ),
            Fact::new(
                say(speech, "Source", "Источник"),
                html! { (say(speech, "Referral, Bright Dental", "Рекомендация, «Улыбка»")) },
            ),
        ]),
    )
}

fn people(speech: &Speech) -> Markup {
    let add =
        Button::quiet(say(speech, "Add a person", "Добавить контакт")).bare(Icon::Plus).small().opens("#");
    panel(
        &speech.t("nav-people"),
        None,
        &add.show(),
        &html! {
            ul.people role="list" {
                li {
                    (avatar(&priya(speech)))
                    div { b { (priya(speech).name) } small { (say(speech, "Operations director · decides", "Операционный директор · решает")) } }
                    (Button::plain(say(speech, "Call", "Позвонить")).bare(Icon::Phone).small().href("tel:+441"))
                }
            }
        },
    )
}
