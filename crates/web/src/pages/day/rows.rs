//! What there is to do, in its parts: overdue, today, next by its days, tasks.

use desk::look::{Day, DayTask, Todo};
use maud::{Markup, html};

use crate::pages::known::{Known, kind_icon, said};
use crate::routes;
use crate::ui::{Button, Icon, TaskRow, icon, task_row};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Rows a part shows before it says that there are more.
const MOST: usize = 20;

/// How many days `next` looks ahead before it says that there are more.
const AHEAD: i32 = 7;

/// A part of the day.
struct Part<'a> {
    /// Its heading's key, and its name in the address that shows it whole.
    key: &'a str,
    name: &'a str,
    icon: Icon,
    tone: Option<&'a str>,
    count: i64,
    /// What the count is of.
    about: Option<String>,
    rows: Markup,
    shown: usize,
}

impl Part<'_> {
    /// Where it is shown as a whole.
    fn whole(&self, day: &Day, visitor: &Visitor) -> String {
        let other = Some(day.member).filter(|member| visitor.actor().member != Some(*member));
        let member = other.map(|member| member.to_string()).unwrap_or_default();
        format!("{}#{}", routes::query("/day", &[("member", &member), ("all", self.name)]), self.name)
    }
}

/// All parts that have something in them.
pub fn parts(day: &Day, whole: &str, known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let own = [&day.tasks.overdue, &day.tasks.today, &day.tasks.later];
    let tasks: Vec<&DayTask> = own.into_iter().flatten().collect();
    let overdue = bounded(&day.overdue, whole == "overdue");
    let next = soon(&day.next, whole == "next", speech);
    let own_tasks = bounded(&tasks, whole == "tasks");
    let list = |rows: &[Todo], is_next| list(rows, is_next, known, visitor);
    let all = [
        Part {
            key: "day-overdue",
            name: "overdue",
            icon: Icon::Exclamation,
            tone: Some("red"),
            count: day.overdue_count,
            about: None,
            rows: list(overdue, false),
            shown: overdue.len(),
        },
        Part {
            key: "today",
            name: "today",
            icon: Icon::Clock,
            tone: Some("amber"),
            count: day.today.len() as i64,
            about: None,
            rows: list(&day.today, false),
            shown: day.today.len(),
        },
        Part {
            key: "day-next",
            name: "next",
            icon: Icon::Calendar,
            tone: None,
            count: day.next_count,
            about: Some(speech.t("day-two-weeks")),
            rows: by_day(next, known, visitor),
            shown: next.len(),
        },
        Part {
            key: "day-tasks",
            name: "tasks",
            icon: Icon::Task,
            tone: None,
            count: tasks.len() as i64,
            about: None,
            rows: task_list(own_tasks, visitor),
            shown: own_tasks.len(),
        },
        Part {
            key: "day-queued",
            name: "queued",
            icon: Icon::People,
            tone: None,
            count: day.queued.len() as i64,
            about: None,
            rows: task_list(&day.queued.iter().collect::<Vec<_>>(), visitor),
            shown: day.queued.len(),
        },
    ];
    html! {
        @for part in all.iter().filter(|part| part.count > 0) { (show(part, &part.whole(day, visitor), speech)) }
    }
}

fn show(part: &Part<'_>, whole: &str, speech: &Speech) -> Markup {
    let left = part.count - part.shown as i64;
    html! {
        section.day-group id=(part.name) {
            h2 data-tone=[part.tone] {
                (icon(part.icon)) (speech.t(part.key)) " " span.count { (speech.number(part.count)) }
                @if let Some(about) = &part.about { " " span.count { (about) } }
            }
            (part.rows)
            @if left > 0 && part.shown > 0 {
                a.day-more href=(whole) {
                    (speech.t_with("day-more", &[("count", left.into())]))
                }
            }
        }
    }
}

fn bounded<T>(rows: &[T], whole: bool) -> &[T] {
    if whole { rows } else { &rows[..rows.len().min(MOST)] }
}

/// Those of the next days, not too many; something is shown also where it is further off.
fn soon<'a>(rows: &'a [Todo], whole: bool, speech: &Speech) -> &'a [Todo] {
    if whole {
        return rows;
    }
    let days =
        |todo: &Todo| speech.today().until(speech.day_of(todo.starts_at)).map_or(0, |span| span.get_days());
    let near = rows.iter().take_while(|todo| days(todo) <= AHEAD).count();
    bounded(&rows[..near.max(rows.len().min(3))], false)
}

fn list(rows: &[Todo], is_next: bool, known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        ul.task-list role="list" {
            @for row in rows { (task_row(&todo_row(row, is_next, known, speech), &visitor.signed.csrf, speech)) }
        }
    }
}

fn by_day(rows: &[Todo], known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let days = rows.chunk_by(|one, other| speech.day_of(one.starts_at) == speech.day_of(other.starts_at));
    html! {
        @for day in days {
            @if let Some(first) = day.first() {
                h3.day-name { (speech.day_heading(speech.day_of(first.starts_at))) }
            }
            (list(day, true, known, visitor))
        }
    }
}

fn todo_row(todo: &Todo, is_next: bool, known: &Known, speech: &Speech) -> TaskRow {
    let done = routes::activity_done(todo.id);
    let href = match (&todo.deal, &todo.company, &todo.person) {
        (Some(deal), _, _) => routes::deal(deal.id),
        (None, Some(company), _) => routes::company(company.id),
        (None, None, Some(person)) => routes::person(person.id),
        _ => routes::activity_plan(todo.id),
    };
    let late = todo.starts_at < speech.now;
    let times = [("from", speech.time(todo.starts_at).into()), ("to", speech.time(todo.ends_at).into())];
    let act = if is_next {
        Button::plain(speech.t("reschedule")).opens(routes::and_back(&routes::activity_plan(todo.id), "/day"))
    } else {
        Button::plain(speech.t("day-done")).icon(Icon::Check).opens(routes::and_back(&done, "/day"))
    };
    TaskRow {
        id: format!("activity-{}", todo.id),
        icon: kind_icon(&todo.kind),
        what: known.activity(&todo.kind, &todo.subject),
        href,
        about: about(todo, speech),
        when: if late { speech.late_or_when(todo.starts_at) } else { speech.t_with("from-to", &times) },
        late,
        complete: Some(done),
        act: Some(act.small()),
    }
}

/// "Harrow & Dale · Follow-Up · £15,700 · put off 2 times".
fn about(todo: &Todo, speech: &Speech) -> String {
    let mut parts: Vec<String> =
        [&todo.company, &todo.person].into_iter().flatten().map(|link| link.name.clone()).collect();
    parts.truncate(1);
    parts.extend(todo.deal.iter().map(|deal| deal.name.clone()));
    parts.extend(todo.stage_title.iter().map(|title| said(title, speech)));
    if let (Some(amount), Some(currency)) = (todo.amount, &todo.currency) {
        parts.push(speech.money_short(amount, currency));
    }
    if todo.postponed > 0 {
        parts.push(speech.t_with("day-postponed", &[("count", todo.postponed.into())]));
    }
    parts.join(" · ")
}

fn task_list(rows: &[&DayTask], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        ul.task-list role="list" {
            @for task in rows { (task_row(&a_task(task, speech), &visitor.signed.csrf, speech)) }
        }
    }
}

fn a_task(task: &DayTask, speech: &Speech) -> TaskRow {
    let place = task.deal_id.map(routes::deal).or(task.company_id.map(routes::company));
    let about = [&task.company_name, &task.deal_name, &task.queue];
    let due = |at| match speech.day_of(at) {
        day if day == speech.today() => speech.t("day-due-today"),
        day => speech.t_with("day-due", &[("when", speech.day(day).into())]),
    };
    let late = task.due_at.is_some_and(|at| at < speech.now);
    TaskRow {
        id: format!("task-{}", task.id),
        icon: Icon::Task,
        what: task.title.clone(),
        href: place.unwrap_or_else(|| "/day".to_owned()),
        about: about.into_iter().flatten().cloned().collect::<Vec<_>>().join(" · "),
        when: task.due_at.map(|at| if late { speech.late_or_when(at) } else { due(at) }).unwrap_or_default(),
        late,
        complete: Some(routes::act(&routes::task(task.id), "done")),
        act: None,
    }
}
