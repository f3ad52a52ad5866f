//! The small world of a story: one case, its record, its rows, and a clock that the story moves.

use super::{Activity, Given, admits, counts};
use crate::condition::Sight;
use crate::definition::{Column, Definition, Effect, FactSpec, Filter, Measure, NoteTo, Source, Span};
use crate::{Case, Knowledge, Stand, Step, Value, Visit};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use std::collections::{BTreeMap, BTreeSet};

/// A row that facts are measured over.
#[derive(Clone, Debug)]
pub struct Row {
    pub source: Source,
    /// The activity type, the kind of a task or document, a deal's process, a contact's status.
    pub kind: Option<String>,
    /// An activity that took place, a task that is closed, a deal that is over.
    pub done: bool,
    pub outcome: Option<String>,
    pub findings: bool,
    /// The strand that made a task.
    pub strand: Option<String>,
    pub at: Timestamp,
}

impl Row {
    pub fn passes(&self, filter: &Filter) -> bool {
        let among =
            |codes: &[String], code: &Option<String>| code.as_ref().is_some_and(|code| codes.contains(code));
        match filter {
            Filter::Type(codes) | Filter::Kind(codes) | Filter::Process(codes) | Filter::Status(codes) => {
                among(codes, &self.kind)
            }
            Filter::Outcome(codes) => among(codes, &self.outcome),
            Filter::Planned(wanted) | Filter::Open(wanted) => self.done != *wanted,
            Filter::Done(wanted) => self.done == *wanted,
            Filter::FindingsFilled(wanted) => self.findings == *wanted,
            // A document that is signed is done.
            Filter::Signed(wanted) => self.done == *wanted,
        }
    }
}

#[derive(Clone)]
pub struct World<'a> {
    pub definition: &'a Definition,
    pub case: Case,
    pub knowledge: Knowledge,
    pub rows: Vec<Row>,
    pub now: Timestamp,
    /// A planned activity that the story does not name.
    pub other_next_step: bool,
}

/// Monday 5 January 2026, 09:00 UTC: any moment would do, a story has its own clock.
const MORNING: Timestamp = Timestamp::constant(1_767_603_600, 0);

/// A strand as a story begins with it: what it keeps is what the record says.
fn stand(state: &str, given: &Given, since: Timestamp) -> Stand {
    Stand {
        state: state.to_owned(),
        since,
        votes: BTreeSet::new(),
        kept: given.fields.iter().cloned().collect(),
    }
}

impl<'a> World<'a> {
    pub fn new(definition: &'a Definition, given: &Given) -> Self {
        let start = MORNING;
        let stage = given.stage.clone().unwrap_or_else(|| definition.start().key.clone());
        let visits: Vec<Visit> = given
            .visited
            .iter()
            .zip(1..)
            .map(|(stage, entry)| Visit {
                stage: stage.clone(),
                entry,
                entered_at: start,
                left_at: Some(start),
            })
            .collect();
        let entry = u32::try_from(visits.len()).unwrap_or(0) + 1;
        let case = Case {
            stage,
            entry,
            started_at: start,
            entered_at: start,
            visits,
            resting: BTreeSet::new(),
            strands: given
                .strands
                .iter()
                .map(|(key, state)| (key.clone(), stand(state, given, start)))
                .collect(),
        };
        let mut world = World {
            definition,
            case,
            knowledge: Knowledge { taker_is_person: true, ..Knowledge::default() },
            rows: Vec::new(),
            now: start + SignedDuration::from_mins(1),
            other_next_step: given.next_step,
        };
        world.knowledge.fields.extend(given.fields.iter().cloned());
        for activity in &given.activities {
            world.add_activity(activity);
        }
        for kind in &given.tasks {
            world.add(Source::Task, kind.clone(), false);
        }
        for document in &given.documents {
            world.add(Source::Document, Some(document.kind.clone()), document.signed);
        }
        for deal in &given.deals {
            world.add(Source::Deal, deal.process.clone(), !deal.open);
        }
        for status in &given.contacts {
            world.add(Source::Contact, Some(status.clone()), true);
        }
        for _ in 0..given.notes {
            world.add(Source::Note, None, false);
        }
        world
    }

    pub fn add_activity(&mut self, activity: &Activity) {
        self.add(Source::Activity, Some(activity.kind.clone()), activity.done);
        if let Some(row) = self.rows.last_mut() {
            row.outcome = activity.outcome.clone();
            row.findings = activity.findings;
        }
    }

    pub fn add(&mut self, source: Source, kind: Option<String>, done: bool) {
        self.rows.push(Row {
            source,
            kind,
            done,
            outcome: None,
            findings: false,
            strand: None,
            at: self.now,
        });
    }

    /// Brings the knowledge up to date with the rows, for a taker who holds `by` (`None`: every part).
    pub fn look(&mut self, by: Option<&str>) {
        self.now += SignedDuration::from_mins(1);
        for fact in self.definition.facts() {
            let value = self.measure(fact);
            self.knowledge.facts.insert(fact.key.clone(), value);
        }
        self.knowledge.has_next_step = self.has_next_step();
        let day = |at: Timestamp| at.as_second().div_euclid(86_400);
        self.knowledge.today = Some(self.now.to_zoned(TimeZone::UTC).date());
        self.knowledge.days_in_stage =
            u32::try_from(day(self.now) - day(self.case.entered_at)).unwrap_or_default();
        let parts = self.definition.parts().iter().map(|part| part.key.clone());
        self.knowledge.parts = parts.filter(|part| by.is_none_or(|by| by == part)).collect();
        // Whoever holds every part stands in for the others: nobody is meant by it.
        self.knowledge.own_parts = by.map(str::to_owned).into_iter().collect();
    }

    /// The move of a strand that a word means in its state: `grant` is `grant-2` in the second step of an approval.
    pub fn move_of(&self, strand: &str, word: &str) -> String {
        let Some(known) = self.definition.strand(strand) else { return format!("{strand}.{word}") };
        let named = |key: &str| {
            let own = key.split_once('.').map_or(key, |(_, own)| own);
            own == word || own.strip_prefix(word).is_some_and(|rest| rest.starts_with('-'))
        };
        let mut open = known.moves_from(self.case.state_of(known)).map(|movement| movement.key.clone());
        open.find(|key| named(key)).unwrap_or_else(|| format!("{strand}.{word}"))
    }

    /// The state of a strand as a story names it.
    pub fn state_of(&self, key: &str) -> String {
        let (definition, case, knowledge) = (self.definition, &self.case, &self.knowledge);
        let sight =
            Sight { definition, strand: None, case, knowledge, answers: &BTreeMap::new(), now: self.now };
        let strand = definition.strand(key);
        strand.and_then(|strand| sight.state(strand)).unwrap_or("absent").to_owned()
    }

    pub fn has_next_step(&self) -> bool {
        let planned = |row: &Row| row.source == Source::Activity && !row.done;
        self.other_next_step || self.rows.iter().any(planned)
    }

    fn measure(&self, fact: &FactSpec) -> Value {
        let counted = |row: &&Row| {
            row.source == fact.source && admits(&fact.filters, row) && counts(&fact.since, row, &self.case)
        };
        let mut rows = self.rows.iter().filter(counted);
        let instant = |at: Option<Timestamp>| at.map_or(Value::Absent, Value::Instant);
        match fact.measure {
            Measure::Any => Value::Bool(rows.next().is_some()),
            Measure::None => Value::Bool(rows.next().is_none()),
            Measure::Count => Value::Int(i64::try_from(rows.count()).unwrap_or(i64::MAX)),
            Measure::Latest => instant(rows.filter(|row| row.has(fact.of)).map(|row| row.at).max()),
            Measure::Earliest => instant(rows.filter(|row| row.has(fact.of)).map(|row| row.at).min()),
        }
    }

    /// Carries out a step, as the desk does in its transaction.
    pub fn apply(&mut self, step: &Step, plans: &[String]) {
        if step.from.is_some() && step.enters() {
            self.case.visits.push(Visit {
                stage: std::mem::replace(&mut self.case.stage, step.to.clone()),
                entry: self.case.entry,
                entered_at: self.case.entered_at,
                left_at: Some(self.now),
            });
        } else if step.from.is_none() {
            self.case.started_at = self.now;
            self.case.visits.clear();
            self.case.stage.clone_from(&step.to);
        }
        if step.enters() {
            self.case.entered_at = self.now;
        }
        self.case.entry = step.entry;
        self.case.strands.extend(step.strands.iter().cloned());
        self.knowledge.fields.extend(step.changes.iter().cloned());
        let default = step.else_plan.iter().map(|plan| plan.activity_type.clone());
        let planned: Vec<String> = plans.iter().cloned().chain(default).collect();
        for kind in planned {
            self.add(Source::Activity, Some(kind), false);
        }
        for effect in &step.effects {
            match effect {
                Effect::CreateTask { kind, strand, .. } => {
                    self.add(Source::Task, kind.clone(), false);
                    if let Some(row) = self.rows.last_mut() {
                        row.strand.clone_from(strand);
                    }
                }
                Effect::EndTasks { strand } => {
                    let its = self.rows.iter_mut().filter(|row| row.strand.as_ref() == Some(strand));
                    its.for_each(|row| row.done = true);
                }
                Effect::PlanActivity { activity_type, .. } => {
                    self.add(Source::Activity, Some(activity_type.clone()), false);
                }
                Effect::Note { to: NoteTo::Record, .. } => self.add(Source::Note, None, false),
                Effect::CancelPlans => {
                    self.rows.retain(|row| row.source != Source::Activity || row.done);
                    self.other_next_step = false;
                }
                // What other processes do then is for their own stories; `changes` says where they stand.
                Effect::Note { .. } | Effect::Notify { .. } | Effect::Move { .. } | Effect::Start { .. } => {}
            }
        }
    }

    /// Lets time pass; working time at eight hours a day, which is near enough where nothing is timed.
    pub fn pass(&mut self, span: Span) {
        let hours = match span {
            Span::Minutes(count) => return self.now += SignedDuration::from_mins(i64::from(count)),
            Span::Hours(count) | Span::WorkingHours(count) => i64::from(count),
            Span::Days(count) => i64::from(count) * 24,
            Span::WorkingDays(count) => i64::from(count) * 34,
            Span::Weeks(count) => i64::from(count) * 168,
            Span::Months(count) => i64::from(count) * 730,
        };
        self.now += SignedDuration::from_hours(hours);
    }
}

impl Row {
    /// Whether the row has this instant yet: nothing planned has ended.
    fn has(&self, column: Option<Column>) -> bool {
        column != Some(Column::EndedAt) || self.done
    }
}
