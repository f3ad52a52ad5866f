//! Gathers what has more than one meaning.

use std::collections::BTreeMap;

use super::{Known, names::Names};
use crate::{
    question::Question,
    row::{Draft, Fault, FoundFault, Input, RowPlan},
    target::{Kind, Record},
    value::{DateFault, DateForm, First, NumberFault, Separator, read_date},
};

/// How many examples a question shows.
const SHOWN: usize = 5;

/// Counts while the rows of one file go by. Keys begin with the slot.
#[derive(Default)]
pub(super) struct Doubts {
    dates: BTreeMap<(usize, Separator), Doubt>,
    proofs: BTreeMap<(usize, Separator), (u64, u64)>,
    numbers: BTreeMap<usize, Doubt>,
    stages: BTreeMap<(usize, String), u64>,
    names: BTreeMap<(usize, String), u64>,
    /// Rows with at least one ambiguous date or number.
    pub(super) rows: u64,
}

#[derive(Default)]
struct Doubt {
    rows: u64,
    examples: Vec<String>,
}

impl Doubt {
    fn add(&mut self, text: &str) {
        self.rows += 1;
        if self.examples.len() < SHOWN && !self.examples.iter().any(|e| e == text) {
            self.examples.push(text.to_owned());
        }
    }
}

impl Doubts {
    /// Takes in one row.
    pub(super) fn row(&mut self, plan: &RowPlan<'_>, inputs: &[Input<'_>], faults: &[FoundFault]) {
        let before = self.rows;
        for (slot, fault) in faults {
            let Some(at) = *slot else { continue };
            let text = inputs[at].text().unwrap_or_default();
            match fault {
                Fault::Date(DateFault::Ambiguous(form)) => {
                    self.dates.entry((at, *form)).or_default().add(text);
                    self.rows = before + 1;
                }
                Fault::Number(NumberFault::Ambiguous) => {
                    self.numbers.entry(at).or_default().add(text);
                    self.rows = before + 1;
                }
                Fault::Stage => *self.stages.entry((at, text.to_owned())).or_default() += 1,
                _ => {}
            }
        }
        self.proofs(plan, inputs);
    }

    /// Dates that have one reading and so prove an order for others of their form.
    fn proofs(&mut self, plan: &RowPlan<'_>, inputs: &[Input<'_>]) {
        let dates =
            plan.slots.iter().zip(inputs).enumerate().filter(|(_, (s, _))| s.target.kind == Kind::Date);
        for (at, (_, input)) in dates {
            let Input::Given(text) = input else { continue };
            let Ok((date, Some((separator, order)))) = read_date(text, &[]) else { continue };
            let (day_first, month_first) = self.proofs.entry((at, separator)).or_default();
            match order {
                _ if date.day() == date.month() => {}
                First::Day => *day_first += 1,
                First::Month => *month_first += 1,
                First::Year => {}
            }
        }
    }

    /// Takes in the names that a draft refers to.
    pub(super) fn draft(&mut self, plan: &RowPlan<'_>, draft: &Draft, known: &Known, names: &Names) {
        for link in &draft.links {
            let Some(at) = plan.slot(link.field) else { continue };
            let strange = !names.has(link.record, &link.name);
            if strange && plan.slots[at].source.is_some() && is_given(plan, at, &link.name) {
                *self.names.entry((at, link.name.clone())).or_default() += 1;
            }
        }
        let stages = known.stages_of(plan.file.process.as_deref());
        let stage = draft.placing.as_ref().and_then(|placing| placing.stage.as_ref());
        if let (Some(stage), Some(at)) = (stage, plan.slot("stage"))
            && !stages.is_empty()
            && !stages.contains(stage)
        {
            *self.stages.entry((at, stage.clone())).or_default() += 1;
        }
    }

    /// The questions of the file, dates first.
    pub(super) fn into_questions(
        self,
        file: usize,
        plan: &RowPlan<'_>,
        known: &Known,
        names: &Names,
    ) -> Vec<Question> {
        let header =
            |at: usize| plan.slots[at].source.as_ref().map(|s| s.header.to_owned()).unwrap_or_default();
        let mut questions = Vec::new();
        for ((at, form), doubt) in self.dates {
            let proof = self.proofs.get(&(at, form)).copied().unwrap_or_default();
            questions.push(date_question(file, header(at), form, doubt, proof));
        }
        for (at, doubt) in self.numbers {
            let options = vec!["comma".to_owned(), "point".to_owned()];
            let Doubt { rows, examples } = doubt;
            questions.push(Question::NumberForm { file, column: header(at), rows, examples, options });
        }
        let mut stages = known.stages_of(plan.file.process.as_deref()).to_vec();
        if stages.is_empty() {
            stages = mapped_stages(plan);
        }
        for ((at, value), rows) in self.stages {
            let options = stages.clone();
            questions.push(Question::Stage { file, column: header(at), value, rows, options });
        }
        for ((at, value), rows) in self.names {
            questions.extend(name_question(file, plan, at, header(at), value, rows, names));
        }
        questions
    }
}

/// A name from the file itself, not one that the mapping puts in.
fn is_given(plan: &RowPlan<'_>, at: usize, name: &str) -> bool {
    let fill = plan.file.fields.get(&crate::target::To(plan.slots[at].target));
    !fill.and_then(|fill| fill.when_missing.as_ref()).is_some_and(|many| many.iter().any(|v| v == name))
}

fn mapped_stages(plan: &RowPlan<'_>) -> Vec<String> {
    let source = plan.slot("stage").and_then(|at| plan.slots[at].source.as_ref());
    let mut stages: Vec<String> = Vec::new();
    for stage in source.iter().flat_map(|source| source.column.values.values()) {
        if !stages.contains(stage) {
            stages.push(stage.clone());
        }
    }
    stages
}

fn date_question(
    file: usize,
    column: String,
    form: Separator,
    doubt: Doubt,
    (day_first, month_first): (u64, u64),
) -> Question {
    let [day, month] = [First::Day, First::Month].map(|order| DateForm::new(order, form).to_string());
    let proven = match (day_first, month_first) {
        (1.., 0) => Some(day.clone()),
        (0, 1..) => Some(month.clone()),
        _ => None,
    };
    let Doubt { rows, examples } = doubt;
    let form = form.name().to_owned();
    Question::DateForm { file, column, form, rows, examples, options: vec![day, month], proven }
}

/// A name that would be made is asked about only if it is one that exists, spelt otherwise.
fn name_question(
    file: usize,
    plan: &RowPlan<'_>,
    at: usize,
    column: String,
    value: String,
    rows: u64,
    names: &Names,
) -> Option<Question> {
    let record: Record = plan.slots[at].target.link()?;
    let source = plan.slots[at].source.as_ref()?;
    // Somebody has said that it is another one, to be made.
    let told_apart = source.column.create && source.column.values.get(&value) == Some(&value);
    if names.has(record, &value) || told_apart {
        return None;
    }
    let candidates = if source.column.create {
        vec![names.same_but_spelling(record, &value)?]
    } else {
        names.near(record, &value)
    };
    Some(Question::NearMatch { file, column, record, value, rows, candidates })
}
