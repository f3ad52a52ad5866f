//! The board in the middle of a week.

use maud::html;

use super::{at, dana, marek, priya, say};
use crate::ui::{
    Avatar, Button, Card, CardStanding, Icon, MenuItem, Nav, NextStep, Page, Recurring, Tab, Tone, Width,
    Worth, card, chip, column, filter_menu, switch,
};
use crate::words::Speech;

const DAY: i64 = 24 * 60;

pub(super) fn page(speech: &Speech) -> Page {
    let body = html! {
        (toolbar(speech))
        div.board data-board="" tabindex="0" role="region" aria-label=(say(speech, "Board", "Доска")) {
            @for (place, stage) in stages(speech).iter().enumerate() {
                (column(&format!("s{place}"), &stage.0, &stage.1, &stage.2, &speech.percent(stage.3), &html! {
                    @for deal in cards(place, speech) { (card(&deal, speech)) }
                }))
            }
        }
    };
    let mut page =
        Page::new(say(speech, "Six-stage sales funnel", "Воронка из шести этапов"), Nav::Deals, body);
    page.width = Width::Board;
    let new = Button::main(say(speech, "New deal", "Новая сделка")).icon(Icon::Plus).opens("/deals/new");
    page.actions = html! { (new) };
    page
}

fn toolbar(speech: &Speech) -> maud::Markup {
    let mut board = Tab::new(say(speech, "Board", "Доска"), "/deals", true);
    board.icon = Some(Icon::Board);
    let mut list = Tab::new(say(speech, "List", "Список"), "/deals/list", false);
    list.icon = Some(Icon::List);
    let mine = MenuItem::link(say(speech, "Mine", "Мои"), "?owner=me");
    let team = MenuItem {
        chosen: true,
        ..MenuItem::link(say(speech, "My team", "Моя команда"), "?owner=team")
    };
    let (owner, set) = (say(speech, "Owner", "Ответственный"), say(speech, "My team", "Моя команда"));
    let (kind, any) = (say(speech, "Type", "Тип"), say(speech, "All", "Любой"));
    html! {
        div.toolbar.one-line {
            (switch(&say(speech, "Show as", "Показать как"), &[board, list]))
            (filter_menu(Some(Icon::Person), &owner, &set, true, &[mine, team]))
            (filter_menu(None, &kind, &any, false, &[]))
            div.toolbar-end {
                span { b { (speech.t_with("open-deals", &[("count", 64.into())])) } " · " (speech.money_short(87_735_000, currency(speech))) }
                (chip(Tone::Green, Some(Icon::Check), &say(speech, "Won in Nov 7", "Выиграно 7")))
            }
        }
    }
}

fn currency(speech: &Speech) -> &'static str {
    if speech.lang == crate::words::Lang::Ru { "RUB" } else { "GBP" }
}

fn stages(speech: &Speech) -> Vec<(String, String, String, i64)> {
    let named = |en, ru, count: i64, sum, chance| {
        (say(speech, en, ru), speech.number(count), speech.money_short(sum, currency(speech)), chance)
    };
    vec![
        named("Prospect", "Знакомство", 17, 9_640_000, 10),
        named("1st Appointment", "Первая встреча", 9, 11_825_000, 25),
        named("Discovery", "Обследование", 11, 20_490_000, 40),
        named("Presentation", "Презентация", 6, 13_170_000, 60),
        named("Follow-Up", "Сопровождение решения", 14, 16_780_000, 60),
        named("Commitment", "Договорённость", 7, 15_830_000, 90),
    ]
}

/// A sample deal before it has an address: company, what, once, monthly, next step, owner.
type Sample = (
    (&'static str, &'static str),
    (&'static str, &'static str),
    i64,
    i64,
    Option<(i64, &'static str, &'static str)>,
);

const SAMPLES: [&[Sample]; 6] = [
    &[
        (
            ("Calder Valley Brewing", "ООО «Калининградмелиорация»"),
            ("Managed services, 22 seats", "Обслуживание 22 рабочих мест"),
            490_000,
            98_000,
            Some((-2 * DAY, "Call Joanne", "Позвонить Жанне")),
        ),
        (
            ("Larkfield Printing", "Типография «Ларец»"),
            ("Firewall and Wi-Fi renewal", "Продление межсетевых экранов"),
            725_000,
            0,
            Some((300, "Intro call", "Первый звонок")),
        ),
        (
            ("Redbridge Motors Group", "АО «Севзапэлектромаш»"),
            ("Helpdesk for three sites", "Служба поддержки, три площадки"),
            1_260_000,
            240_000,
            Some((2 * DAY, "E-mail the case study", "Отправить пример")),
        ),
    ],
    &[
        (
            ("Bright Dental Group", "Стоматология «Улыбка»"),
            ("Managed services, 60 seats", "Обслуживание 60 рабочих мест"),
            184_000_000,
            31_000_000,
            Some((90, "Meeting at Leeds", "Встреча")),
        ),
        (
            ("Ashgrove Academy Trust", "Гимназия № 155"),
            ("Managed services, four schools", "Беспроводная сеть"),
            3_800_000,
            520_000,
            None,
        ),
    ],
    &[
        (
            ("Kestrel Logistics", "ТК «Кречет»"),
            ("Managed services, 45 seats", "Обслуживание 45 рабочих мест"),
            1_840_000,
            215_000,
            Some((-DAY, "Network discovery", "Обследование сети")),
        ),
        (
            ("Fairlea Care Homes", "Пансионаты «Тёплый дом»"),
            ("Helpdesk and devices, nine homes", "Поддержка и устройства, девять домов"),
            4_120_000,
            480_000,
            Some((2 * DAY, "Network discovery", "Обследование сети")),
        ),
    ],
    &[(
        ("Northmoor Housing Association", "Водоканал"),
        ("Managed services, 110 seats", "Обслуживание 110 рабочих мест"),
        4_600_000,
        740_000,
        Some((210, "Present to the board", "Показать правлению")),
    )],
    &[(
        ("Harrow & Dale Estates", "Управляющая компания «Дол»"),
        ("Managed services, 38 seats", "Обслуживание 38 рабочих мест"),
        1_570_000,
        190_000,
        Some((-5 * DAY, "Call Simon Hale", "Позвонить Семёну")),
    )],
    &[(
        ("Lowther Hotels", "Гостиницы «Ладога»"),
        ("Managed services, 84 seats", "Обслуживание 84 рабочих мест"),
        3_450_000,
        565_000,
        Some((450, "Sign agreement", "Подписать договор")),
    )],
];

fn cards(stage: usize, speech: &Speech) -> Vec<Card> {
    let owners: [Avatar; 3] = [dana(speech), marek(speech), priya(speech)];
    SAMPLES[stage]
        .iter()
        .enumerate()
        .map(|(place, sample)| one(stage, place, sample, &owners[(stage + place) % 3], speech))
        .collect()
}

fn one(stage: usize, place: usize, sample: &Sample, owner: &Avatar, speech: &Speech) -> Card {
    let (company, what, once, again, next) = sample;
    let number = stage * 10 + place;
    Card {
        id: format!("deal-{number}"),
        href: format!("/deals/{number}"),
        moves: format!("/deals/{number}/moves"),
        company: say(speech, company.0, company.1),
        what: say(speech, what.0, what.1),
        worth: Some(Worth {
            once: *once,
            currency: currency(speech).to_owned(),
            recurring: (*again > 0).then(|| Recurring { minor: *again, every: speech.t("a-month") }),
        }),
        next: match next {
            Some((minutes, en, ru)) => NextStep::Planned { at: at(*minutes), what: say(speech, en, ru) },
            None => NextStep::None,
        },
        owner: owner.clone(),
        chip: (stage == 1)
            .then(|| chip(Tone::Amber, Some(Icon::Clock), &say(speech, "Quiet 12 days", "Тихо 12 дней"))),
        standing: CardStanding::Usual,
    }
}
