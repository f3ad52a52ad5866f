//! The list of deals with views, filters, sums and a bulk bar.

use maud::{Markup, html};

use super::{at, dana, say};
use crate::ui::{
    Button, Column, Icon, Nav, NextStep, Order, Page, Pager, Tab, avatar, bulk_bar, next_step, pager,
    table_head, tabs,
};
use crate::words::Speech;

const ROWS: [(&str, &str, &str, i64, i64, i64); 6] = [
    ("Lowther Hotels", "Managed services, 84 seats", "Commitment", 3_450_000, 565_000, 450),
    ("Northmoor Housing Association", "Managed services, 110 seats", "Presentation", 4_600_000, 740_000, 210),
    ("Harrow & Dale Estates", "Managed services, 38 seats", "Follow-Up", 1_570_000, 190_000, -5 * 1440),
    ("Fairlea Care Homes", "Helpdesk and devices, nine homes", "Discovery", 4_120_000, 480_000, 2 * 1440),
    ("Tideway Marine", "Network for new yard", "1st Appointment", 2_370_000, 65_000, 4 * 1440),
    (
        "Ashgrove Academy Trust",
        "Managed services, four schools",
        "1st Appointment",
        3_800_000,
        520_000,
        i64::MAX,
    ),
];

pub(super) fn page(speech: &Speech) -> Page {
    let body = html! {
        (tabs(&say(speech, "Views", "Виды"), &views(speech)))
        form.stack method="post" action="/deals/bulk" data-list="" {
            div.list.folds {
                table {
                    (table_head(&columns(speech), true, speech))
                    tbody { @for (place, row) in ROWS.iter().enumerate() { (line(place, row, speech)) } }
                    tfoot { (sums(speech)) }
                }
            }
            (bulk(speech))
        }
    };
    let mut page = Page::new(speech.t("nav-deals"), Nav::Deals, body);
    page.actions = html! { (Button::main(say(speech, "New deal", "Новая сделка")).icon(Icon::Plus).opens("/deals/new")) };
    page
}

fn views(speech: &Speech) -> Vec<Tab> {
    let mut mine = Tab::new(say(speech, "My open deals", "Мои открытые"), "?view=2", false);
    mine.count = Some(speech.number(23));
    vec![Tab::new(say(speech, "My team, by next step", "Моя команда, по шагам"), "?view=1", true), mine]
}

fn columns(speech: &Speech) -> Vec<Column> {
    let plain = |en, ru, figures| Column {
        name: say(speech, en, ru),
        figures,
        sort: Some("?sort=1".to_owned()),
        order: None,
    };
    vec![
        plain("Company", "Компания", false),
        plain("Deal", "Сделка", false),
        plain("Stage", "Этап", false),
        plain("Once", "Разово", true),
        plain("Monthly", "В месяц", true),
        Column { order: Some(Order::Rising), ..plain("Next step", "Следующий шаг", false) },
        Column { sort: None, ..plain("Owner", "Ответственный", false) },
    ]
}

fn line(place: usize, row: &(&str, &str, &str, i64, i64, i64), speech: &Speech) -> Markup {
    let (company, what, stage, once, again, minutes) = *row;
    let next = if minutes == i64::MAX {
        NextStep::None
    } else {
        NextStep::Planned { at: at(minutes), what: say(speech, "Call", "Звонок") }
    };
    html! {
        tr {
            td.tick-cell {
                input type="checkbox" name="deal" value=(place) data-select="" checked[place < 2]
                    aria-label=(speech.t_with("select-row", &[("name", company.into())]));
            }
            td.name { a href="#" { (company) } }
            td.clip title=(what) { (what) }
            td.stage { (stage) }
            td.figures { (speech.money(once, "GBP")) }
            td.figures { (speech.money(again, "GBP")) }
            td { (next_step(&next, speech)) }
            td { (avatar(&dana(speech))) }
        }
    }
}

fn sums(speech: &Speech) -> Markup {
    let pages = Pager { previous: None, next: Some("?after=6".to_owned()), showing: "1–50".to_owned() };
    html! {
        tr {
            td.tick-cell {}
            td colspan="3" { (speech.t_with("open-deals", &[("count", 64.into())])) }
            td.figures { (speech.money(87_735_000, "GBP")) }
            td.figures { (speech.money(4_813_000, "GBP")) }
            td colspan="2" { (pager(&pages, speech)) }
        }
    }
}

fn bulk(speech: &Speech) -> Markup {
    let acts = [
        Button::plain(say(speech, "Assign", "Назначить")).small().submit_as("act", "assign"),
        Button::plain(say(speech, "Plan next step", "Назначить шаг")).small().submit_as("act", "plan"),
    ];
    bulk_bar(2, &Markup::default(), &acts, speech)
}
