//! The tasks of a record: complete, reopen, add.

use desk::look::DealTask;
use maud::{Markup, html};

use super::about::About;
use crate::routes;
use crate::ui::{Button, Icon, icon, panel};
use crate::visitor::Visitor;

pub fn tasks(about: &About, tasks: &[DealTask], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let open = tasks.iter().filter(|task| task.done_at.is_none()).count();
    let add = Button::quiet(speech.t("new-task"))
        .bare(Icon::Plus)
        .small()
        .opens(format!("/tasks/new?{}", about.query()))
        .pressed_by("t");
    let acts = html! { @if about.may_write { (add) } };
    let body = html! {
        @if tasks.is_empty() { p.hint { (speech.t("no-tasks")) } }
        ul.tasks role="list" { @for task in tasks { (row(task, &about.home(), visitor)) } }
    };
    let count = (open > 0).then(|| speech.number(open as i64));
    html! { div #tasks { (panel(&speech.t("tasks"), count.as_deref(), &acts, &body)) } }
}

fn row(task: &DealTask, back: &str, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let done = task.done_at.is_some();
    let (address, act) = if done {
        (
            format!("{}/reopen", routes::task(task.id)),
            speech.t_with("reopen-task", &[("what", task.title.as_str().into())]),
        )
    } else {
        (
            format!("{}/done", routes::task(task.id)),
            speech.t_with("complete", &[("what", task.title.as_str().into())]),
        )
    };
    let who = task.owner_name.clone().or_else(|| {
        task.queue.as_ref().map(|queue| speech.t_with("in-queue", &[("queue", queue.as_str().into())]))
    });
    let when = task.due_at.filter(|_| !done).map(|at| speech.late_or_when(at));
    let about: Vec<String> = [who, when].into_iter().flatten().collect();
    html! {
        li.task-row data-done[done] {
            form method="post" action=(address) data-hx-post=(address) data-hx-swap="none" {
                (visitor.token()) input type="hidden" name="back" value=(back);
                button.circle type="submit" title=(act) { (icon(Icon::Check)) span.unseen { (act) } }
            }
            div.task-words {
                a href=(format!("{}/edit", routes::task(task.id))) data-dialog="" title=(task.title) { (task.title) }
                small { (about.join(" · ")) }
            }
        }
    }
}
