//! My day: what is late, what is today, and the week's points.

use maud::{Markup, html};

use super::{at, say};
use crate::ui::{
    Button, Icon, Nav, Page, TaskRow, Toast, Tone, chip, icon, panel, progress, task_row, toast,
};
use crate::words::Speech;

pub(super) fn page(speech: &Speech) -> Page {
    let body = html! {
        div.with-side {
            div.stack {
                (group("red", Icon::Exclamation, &speech.t("overdue"), &late(speech), speech))
                (group("amber", Icon::Clock, &speech.t("today"), &today(speech), speech))
            }
            (week(speech))
        }
        (sample_toast(speech))
    };
    let mut page = Page::new(speech.t("nav-day"), Nav::Day, body);
    page.about = Some(speech.day_long(speech.today()));
    page.actions = html! { (Button::main(say(speech, "Log activity", "Записать дело")).icon(Icon::Plus).opens("/activities/new")) };
    page
}

fn group(tone: &str, drawing: Icon, name: &str, rows: &[TaskRow], speech: &Speech) -> Markup {
    html! {
        section.day-group {
            h2 data-tone=(tone) { (icon(drawing)) (name) " " span.count { (rows.len()) } }
            ul.task-list role="list" { @for row in rows { (task_row(row, "sample", speech)) } }
        }
    }
}

fn row(id: &str, drawing: Icon, what: String, about: String, when: String, act: Button) -> TaskRow {
    TaskRow {
        id: id.to_owned(),
        icon: drawing,
        what,
        href: "#".to_owned(),
        about,
        when,
        late: false,
        complete: Some(format!("/activities/{id}/completion")),
        act: Some(act.small().opens("#")),
    }
}

fn late(speech: &Speech) -> Vec<TaskRow> {
    let log = || Button::plain(say(speech, "Log call", "Записать"));
    vec![
        row(
            "t1",
            Icon::Phone,
            say(speech, "Call Simon Hale", "Позвонить Семёну Галееву"),
            say(
                speech,
                "Harrow & Dale Estates · Follow-Up · £15,700",
                "Управляющая компания «Дол» · Сопровождение · 1,57 млн ₽",
            ),
            speech.late_or_when(at(-5 * 1440)),
            log(),
        ),
        row(
            "t2",
            Icon::Flow,
            say(speech, "Network discovery", "Обследование сети"),
            say(speech, "Kestrel Logistics · with Priya Nair", "ТК «Кречет» · с Полиной Ненашевой"),
            speech.late_or_when(at(-1440)),
            Button::plain(say(speech, "Reschedule", "Перенести")),
        ),
    ]
}

fn today(speech: &Speech) -> Vec<TaskRow> {
    vec![
        row(
            "t3",
            Icon::People,
            say(speech, "Meeting at the Leeds practice", "Встреча в клинике"),
            say(speech, "Bright Dental Group · 1st Appointment", "Стоматология «Улыбка» · Первая встреча"),
            "11:00–12:00".to_owned(),
            Button::plain(say(speech, "Log it", "Записать")),
        ),
        row(
            "t4",
            Icon::Paper,
            say(speech, "Sign agreement", "Подписать договор"),
            say(
                speech,
                "Lowther Hotels · Commitment · quote v3 accepted",
                "Гостиницы «Ладога» · Договорённость · предложение принято",
            ),
            "17:00".to_owned(),
            Button::plain(say(speech, "Log it", "Записать")),
        ),
    ]
}

fn week(speech: &Speech) -> Markup {
    let quota = html! { span.hint { (say(speech, "Quota 180", "План 180")) } };
    panel(
        &say(speech, "This week", "Эта неделя"),
        None,
        &quota,
        &html! {
            p.record-title {
                span { b.big-figure { "74" } " " (say(speech, "of 180 points", "из 180 баллов")) }
                (chip(Tone::Green, Some(Icon::Check), &say(speech, "On pace", "По плану")))
            }
            (progress(&say(speech, "Points this week", "Баллы за неделю"), 74, 180))
            p.hint { (say(speech, "Best next: 1st appointments, 1 more this week is +10", "Лучше всего: первые встречи, ещё одна даст +10")) }
        },
    )
}

fn sample_toast(speech: &Speech) -> Markup {
    let done = Toast {
        words: say(speech, "Call with Tom Keller logged.", "Звонок Тимуру Кедрову записан."),
        points: Some(say(speech, "+5 points", "+5 баллов")),
        undo: Some("/undo/1".to_owned()),
    };
    html! { div.toasts { (toast(&done, "sample", speech)) } }
}
