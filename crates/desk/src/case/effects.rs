//! Carrying out what a step of the process asks: tasks, planned activities, notes, notices.

use jiff::{Timestamp, ToSpan};
use process::{Definition, DueAt, Effect, Lang, Moment, NoteTo, PlanRule, Span, Step, Words};
use sales::activity::ActivityFields;
use sales::{Event, WorkingTime};
use store::Tx;
use store::rows::activities::Subject;
use store::rows::tasks::NewTask;
use store::rows::{activities, deals, installation, notes, notifications, parts, tasks};

use super::beside::{move_another, start_another};
use super::load::{Doer, owner_of};
use super::record::Record;
use crate::{Result, Scene, spine};

/// Where effects happen: one step of one case.
pub(crate) struct Ground<'a> {
    pub record: &'a Record,
    pub definition: &'a Definition,
    pub step: &'a Step,
}

impl Ground<'_> {
    /// Names an effect: once an entry, or once an act and move where no stage is entered. A strand's tasks are known
    /// by it.
    fn key(&self, scene: &Scene, strand: Option<&str>, position: usize) -> String {
        let (deal, entry, movement) = (self.key_of_case(), self.step.entry, &self.step.move_key);
        match strand {
            Some(strand) => format!("{}{}/{movement}/{position}", self.prefix(strand), scene.act()),
            None if self.step.enters() => format!("deal/{deal}/{entry}/{position}"),
            None => format!("deal/{deal}/{entry}/{}/{movement}/{position}", scene.act()),
        }
    }

    /// A deal runs one process; of another record's the name tells which.
    fn key_of_case(&self) -> String {
        match self.record {
            Record::Deal { .. } => self.record.key(),
            Record::Company { .. } => format!("{}/{}", self.record.key(), self.definition.key),
        }
    }

    fn prefix(&self, strand: &str) -> String {
        format!("strand/{}/{strand}/", self.key_of_case())
    }
}

/// Carries out effects in their order.
pub(crate) fn carry_out(tx: &mut Tx, scene: &Scene, ground: &Ground<'_>, effects: &[Effect]) -> Result<()> {
    if effects.is_empty() {
        return Ok(());
    }
    let calendar = installation::calendar(tx)?;
    let lang = installation_language(tx)?;
    for (position, effect) in effects.iter().enumerate() {
        match effect {
            Effect::CreateTask { part, title, due, kind, strand } => {
                let key = ground.key(scene, strand.as_deref(), position);
                let task = TaskEffect { key, part, title, due: due.as_ref(), kind: kind.as_deref() };
                create_task(tx, scene, ground, &calendar, lang, &task)?;
            }
            Effect::PlanActivity { part, activity_type, within, length } => {
                let doer = match part {
                    Some(part) => Some(Doer::of(tx, scene, ground.record, ground.definition, part)?),
                    None => None,
                };
                let rule =
                    PlanRule { activity_type: activity_type.clone(), within: *within, length: *length };
                let owner = match doer {
                    Some(Doer::Member(member)) => member,
                    _ => owner_of(tx, scene, ground.record)?,
                };
                plan(tx, scene, ground, &calendar, owner, &rule)?;
            }
            Effect::Note { to, text } => write_note(tx, scene, ground, *to, text.get(lang))?,
            Effect::Notify { part, text } => notify(tx, scene, ground, part, text)?,
            Effect::CancelPlans => cancel_plans(tx, scene, ground)?,
            Effect::Move { process, take } => move_another(tx, scene, ground, process, take)?,
            Effect::Start { process } => start_another(tx, scene, ground, process)?,
            Effect::EndTasks { strand } => end_tasks(tx, scene, ground, strand)?,
        }
    }
    Ok(())
}

/// Plans the stage's default next step for the record's owner.
pub(crate) fn plan_default(tx: &mut Tx, scene: &Scene, ground: &Ground<'_>, rule: &PlanRule) -> Result<()> {
    let calendar = installation::calendar(tx)?;
    let owner = owner_of(tx, scene, ground.record)?;
    plan(tx, scene, ground, &calendar, owner, rule)
}

struct TaskEffect<'a> {
    key: String,
    part: &'a str,
    title: &'a Words,
    due: Option<&'a DueAt>,
    kind: Option<&'a str>,
}

fn create_task(
    tx: &mut Tx,
    scene: &Scene,
    ground: &Ground<'_>,
    calendar: &WorkingTime,
    lang: Lang,
    effect: &TaskEffect<'_>,
) -> Result<()> {
    let (owner_id, queue) = match Doer::of(tx, scene, ground.record, ground.definition, effect.part)? {
        Doer::Member(member) => (Some(member), None),
        Doer::Queue(queue) => (None, Some(queue)),
    };
    let due_at = effect.due.map(|due| due_instant(calendar, due));
    let title = effect.title.get(lang);
    let task = NewTask {
        title,
        kind: effect.kind.unwrap_or(""),
        subject: ground.record.subject(),
        owner_id,
        queue: queue.as_deref(),
        due_at,
        effect_key: Some(effect.key.clone()),
    };
    let Some(id) = tasks::insert(tx, &task, scene.now, scene.by.member)? else { return Ok(()) };
    let event = Event::TaskCreated {
        task: id,
        title: title.to_owned(),
        owner: owner_id,
        queue,
        due_at,
        by_process: true,
    };
    spine::record(tx, scene, ground.record.about(), &event)
}

/// Plans an activity in the first free slot: within the rule's time if it says one, else the next working day.
fn plan(
    tx: &mut Tx,
    scene: &Scene,
    ground: &Ground<'_>,
    calendar: &WorkingTime,
    owner: i64,
    rule: &PlanRule,
) -> Result<()> {
    let taken = activities::list_taken(tx, owner, scene.now)?;
    let next_day = calendar.nth_day_after(scene.now, 1);
    let from = calendar.hours_on(next_day).map_or(scene.now, |(open, _)| open);
    let by = rule.within.map(|span| after(calendar, Moment::Instant(scene.now), span));
    let minutes = rule.length.map_or(30, minutes_of);
    let (mut starts_at, mut ends_at) = calendar.next_slot(from, minutes, &taken);
    if by.is_some_and(|by| ends_at > by) {
        (starts_at, ends_at) = calendar.next_slot(from, minutes, &[]);
    }
    let fields = ActivityFields {
        kind: rule.activity_type.clone(),
        subject: String::new(),
        starts_at,
        ends_at,
        owner_id: Some(owner),
        person_id: ground.record.person_id(),
        words: String::new(),
    };
    let id =
        activities::insert(tx, &fields, ground.record.subject(), owner, None, scene.now, scene.by.member)?;
    if let Some(deal) = ground.record.as_deal() {
        deals::refresh_next_step(tx, deal.id)?;
    }
    let event = Event::ActivityPlanned {
        activity: id,
        kind: fields.kind,
        subject: fields.subject,
        starts_at,
        ends_at,
        owner,
        by_process: true,
    };
    spine::record(tx, scene, ground.record.about(), &event)
}

fn write_note(tx: &mut Tx, scene: &Scene, ground: &Ground<'_>, to: NoteTo, body: &str) -> Result<()> {
    let subject = match (to, ground.record.company_id()) {
        // Seed 003.31: the explanation stands in the notes of the client's profile.
        (NoteTo::Company, Some(company)) => Subject { company_id: Some(company), ..ground.record.subject() },
        (NoteTo::Company, None) => {
            Subject { person_id: ground.record.person_id(), ..ground.record.subject() }
        }
        (NoteTo::Record, _) => ground.record.subject(),
    };
    let note = notes::insert(tx, body, subject, scene.now, scene.by.member)?;
    spine::record(
        tx,
        scene,
        ground.record.about(),
        &Event::NoteWritten { note, body: body.to_owned(), by_process: true },
    )
}

fn notify(tx: &mut Tx, scene: &Scene, ground: &Ground<'_>, part: &str, text: &Words) -> Result<()> {
    let members = match Doer::of(tx, scene, ground.record, ground.definition, part)? {
        Doer::Member(member) => vec![member],
        Doer::Queue(queue) => parts::list_of_queue(tx, &queue)?,
    };
    let body = serde_json::json!({ "text": text, "deal": ground.record.name() }).to_string();
    for member in members {
        notifications::insert(
            tx,
            member,
            ground.record.as_deal().map(|deal| deal.id),
            "process",
            &body,
            scene.now,
        )?;
    }
    Ok(())
}

/// What is planned on the record is off.
fn cancel_plans(tx: &mut Tx, scene: &Scene, ground: &Ground<'_>) -> Result<()> {
    for activity in activities::list_open_of(tx, ground.record.of())? {
        activities::archive(tx, activity.id, scene.now)?;
        let (kind, subject) = (activity.r#type, activity.subject);
        let event = Event::ActivityCancelled { activity: activity.id, kind, subject };
        spine::record(tx, scene, ground.record.about(), &event)?;
    }
    if let Some(deal) = ground.record.as_deal() {
        deals::refresh_next_step(tx, deal.id)?;
    }
    Ok(())
}

/// What a strand asked of people is over.
fn end_tasks(tx: &mut Tx, scene: &Scene, ground: &Ground<'_>, strand: &str) -> Result<()> {
    for task in tasks::list_open_of_effects(tx, ground.record.of(), &ground.prefix(strand))? {
        tasks::set_done(tx, task.id, Some(scene.now), scene.by.member)?;
        spine::record(
            tx,
            scene,
            ground.record.about(),
            &Event::TaskDone { task: task.id, title: task.title },
        )?;
    }
    Ok(())
}

fn installation_language(tx: &mut Tx) -> Result<Lang> {
    let row = installation::get(tx)?;
    Ok(if row.language == "ru" { Lang::Ru } else { Lang::En })
}

fn due_instant(calendar: &WorkingTime, due: &DueAt) -> Timestamp {
    if let (true, Span::WorkingHours(n)) = (due.before, due.span) {
        return calendar.working_hours_before(start_of(calendar, due.from), n);
    }
    let instant = after(calendar, due.from, due.span);
    if !due.before {
        return instant;
    }
    // Before a moment: as long before it as it would have been after.
    let from = start_of(calendar, due.from);
    from.saturating_sub(instant.duration_since(from)).unwrap_or(from)
}

fn start_of(calendar: &WorkingTime, from: Moment) -> Timestamp {
    match from {
        Moment::Instant(at) => at,
        Moment::Date(day) => {
            calendar.zone.to_zoned(day.at(0, 0, 0, 0)).map_or(Timestamp::MIN, |at| at.timestamp())
        }
    }
}

/// Process language, section 10: exact minutes and hours, civil days, working hours along the calendar, working days
/// to their close.
fn after(calendar: &WorkingTime, from: Moment, span: Span) -> Timestamp {
    let at = start_of(calendar, from);
    match span {
        Span::Minutes(n) => at.saturating_add(i64::from(n).minutes()).unwrap_or(at),
        Span::Hours(n) => at.saturating_add(i64::from(n).hours()).unwrap_or(at),
        Span::WorkingHours(n) => calendar.working_hours_after(at, n),
        Span::Days(n) => calendar.days_after_end(at, n),
        Span::Weeks(n) => calendar.days_after_end(at, n * 7),
        Span::Months(n) => calendar
            .zone
            .to_datetime(at)
            .checked_add(i64::from(n).months())
            .ok()
            .and_then(|day| calendar.zone.to_zoned(day).ok())
            .map_or(at, |day| day.timestamp()),
        Span::WorkingDays(n) => calendar.working_days_after(at, n),
    }
}

fn minutes_of(span: Span) -> i64 {
    match span {
        Span::Minutes(n) => i64::from(n),
        Span::Hours(n) | Span::WorkingHours(n) => i64::from(n) * 60,
        _ => 60,
    }
}
