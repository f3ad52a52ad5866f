//! What the taker gave against what the move asks.

use super::{Command, Knowledge, Pairs, found};
use crate::definition::{AskSpec, Move};
use crate::text::both;
use crate::{Finding, Lang, Mend, Type, Value, Words, code};

/// Answers sorted: fields to write, and words to keep.
#[derive(Default)]
pub struct Given {
    pub changes: Pairs,
    pub answers: Pairs,
}

/// Judges all asks of a move; what is wanting or wrong joins the findings.
pub fn judge(
    movement: &Move,
    knowledge: &Knowledge,
    command: &Command,
    findings: &mut Vec<Finding>,
) -> Given {
    let mut asked =
        Asked { movement, knowledge, command, findings, given: Given::default(), known: Vec::new() };
    asked.all(&movement.asks);
    asked.strangers();
    asked.given
}

struct Asked<'a> {
    movement: &'a Move,
    knowledge: &'a Knowledge,
    command: &'a Command,
    findings: &'a mut Vec<Finding>,
    given: Given,
    known: Vec<&'a str>,
}

impl<'a> Asked<'a> {
    fn all(&mut self, asks: &'a [AskSpec]) {
        for ask in asks {
            self.one(ask);
        }
    }

    fn one(&mut self, ask: &'a AskSpec) {
        let key = ask.key();
        self.known.push(key);
        let answer = self.command.answers.get(key).filter(|answer| answer.is_filled());
        match ask {
            AskSpec::Field { title, kind, optional, name } => match answer {
                Some(answer) if answer.fits(kind) => {
                    self.given.changes.push((name.clone(), typed(answer, kind)))
                }
                Some(_) => self.wrong(key, title),
                None if *optional || stands_filled(self.knowledge, name) => {}
                None => self.wanting(key, title, Some(Mend::Fill { field: name.clone() })),
            },
            AskSpec::OneOf { title, options, optional, .. } => match answer.map(code_of) {
                Some(Some(code)) => match options.iter().find(|option| option.code == code) {
                    Some(option) => {
                        self.given.answers.push((key.into(), Value::Choice(code.into())));
                        self.all(&option.asks);
                    }
                    None => self.wrong(key, title),
                },
                Some(None) => self.wrong(key, title),
                None if *optional => {}
                None => self.wanting(key, title, None),
            },
            AskSpec::Text { title, optional, .. } => match answer {
                Some(Value::Text(text)) => self.given.answers.push((key.into(), Value::Text(text.clone()))),
                Some(_) => self.wrong(key, title),
                None if *optional => {}
                None => self.wanting(key, title, None),
            },
            AskSpec::Plan { types, title, .. } => {
                let planned = self.command.plans.iter().any(|plan| types.contains(&plan.activity_type));
                if !planned && stands_open(ask, self.knowledge) {
                    self.wanting(key, title, Some(Mend::Plan { types: types.clone() }));
                }
            }
        }
    }

    /// Answers that nobody asked for are refused, or a hidden form field would write.
    fn strangers(&mut self) {
        for key in self.command.answers.keys().filter(|key| !self.known.contains(&key.as_str())) {
            let says = both(format!("{key} was not asked."), format!("{key} здесь не спрашивают."));
            self.findings.push(found(code::ANSWER, Some(key), &self.movement.spot, says, None));
        }
    }

    fn wanting(&mut self, key: &str, title: &Words, mend: Option<Mend>) {
        let says = title.map(|lang, title| match lang {
            Lang::En => format!("Give: {title}."),
            Lang::Ru => format!("Укажите: {title}."),
        });
        self.findings.push(found(code::ASK, Some(key), &self.movement.spot, says, mend));
    }

    fn wrong(&mut self, key: &str, title: &Words) {
        let says = title.map(|lang, title| match lang {
            Lang::En => format!("{title}: this answer does not fit."),
            Lang::Ru => format!("{title}: такой ответ не подходит."),
        });
        self.findings.push(found(code::ANSWER, Some(key), &self.movement.spot, says, None));
    }
}

/// Whether the ask still wants an answer, before any is given.
pub fn stands_open(ask: &AskSpec, knowledge: &Knowledge) -> bool {
    match ask {
        AskSpec::Field { name, optional, .. } => !optional && !stands_filled(knowledge, name),
        AskSpec::OneOf { optional, .. } | AskSpec::Text { optional, .. } => !optional,
        AskSpec::Plan { fact, .. } => knowledge.facts.get(fact) != Some(&Value::Bool(true)),
    }
}

fn stands_filled(knowledge: &Knowledge, name: &str) -> bool {
    knowledge.fields.get(name).is_some_and(Value::is_filled)
}

fn code_of(answer: &Value) -> Option<&str> {
    match answer {
        Value::Choice(code) | Value::Text(code) => Some(code),
        _ => None,
    }
}

/// A code that came as text becomes a choice where the field is one, and the other way round.
fn typed(answer: &Value, kind: &Type) -> Value {
    match (answer, kind) {
        (Value::Text(code), Type::Choice(_)) => Value::Choice(code.clone()),
        (Value::Choice(code), Type::Text) => Value::Text(code.clone()),
        _ => answer.clone(),
    }
}
