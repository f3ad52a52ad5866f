//! What the tests take as an installation.

use crate::{FieldSpec, MoveSpec, ProcessSpec, Term, Type, Vocabulary, Words};

pub const FUNNEL: &str = include_str!("../../../processes/six-stage-funnel/process.yaml");
pub const SIMPLE: &str = include_str!("../../../processes/simple-deal/process.yaml");

/// The fields, activity types and queues that the product ships with.
pub fn vocabulary() -> Vocabulary {
    let terms = |keys: &[&str]| Some(keys.iter().map(|key| Term::new(key, key, key)).collect());
    let codes = |keys: &[&str]| Type::Choice(keys.iter().map(|key| (*key).to_owned()).collect());
    let field = |name: &str, kind: Type| FieldSpec {
        name: name.into(),
        kind,
        writable: name != "deal.probability",
        title: Words::new(format!("Title of {name}"), format!("Название {name}")),
    };
    Vocabulary {
        fields: Some(vec![
            field("deal.name", Type::Text),
            field("deal.owner", Type::Text),
            field("deal.engineer", Type::Text),
            field("deal.amount", Type::Money),
            field("deal.recurring", Type::Money),
            field("deal.expected_close_on", Type::Date),
            field("deal.probability", Type::Int),
            field("deal.type", codes(&[])),
            field("deal.source", codes(&["event", "networking", "web"])),
            field("deal.competitor", Type::Text),
            field("deal.description", Type::Text),
            field("company.name", Type::Text),
            field("company.industry", Type::Text),
        ]),
        activity_types: terms(&[
            "call",
            "email",
            "meeting",
            "first-appointment",
            "sales-discovery",
            "network-discovery",
            "proposal",
            "presentation",
            "follow-up-call",
            "agreement",
            "visit",
            "card",
        ]),
        outcomes: terms(&[
            "reached",
            "no-answer",
            "voicemail",
            "interested",
            "undecided",
            "declined",
            "accepted",
            "done",
        ]),
        document_kinds: terms(&["proposal", "contract", "agreement", "invoice"]),
        task_kinds: terms(&["set-up", "invoice"]),
        queues: terms(&["accounting"]),
        processes: Some(vec![ProcessSpec {
            key: "standing".into(),
            title: Words::new("Standing", "Положение"),
            runs_on: "deal".into(),
            stages: vec!["new".into(), "active".into()],
            moves: vec![
                MoveSpec { key: "activate".into(), asks: false },
                MoveSpec { key: "drop".into(), asks: true },
            ],
            permits: vec!["order".into()],
            takes: Vec::new(),
        }]),
        currencies: Some(vec!["USD".into(), "EUR".into(), "RUB".into(), "JPY".into()]),
    }
}

/// The definition of a text that must be without blocking findings.
pub fn compiled(text: &str) -> crate::Definition {
    let (definition, findings) = crate::check_with_stories(text, &vocabulary());
    definition.unwrap_or_else(|| panic!("{findings:#?}"))
}

/// A scope where every dotted name is a field: for conditions by themselves.
pub struct FieldsOnly;

impl crate::condition::Scope for FieldsOnly {
    fn field(&self, name: &str) -> Result<(Type, Words), Option<String>> {
        let kind = match name {
            "deal.n" | "deal.unset" => Type::Int,
            "deal.t" => Type::Text,
            "deal.amount" => Type::Money,
            _ => return Err(None),
        };
        Ok((kind, Words::same(name)))
    }

    fn fact(&self, _: &str) -> Result<(Type, Words), Option<String>> {
        Err(None)
    }

    fn stage(&self, _: &str) -> Result<(), Option<String>> {
        Ok(())
    }

    fn strand(&self, _: &str, _: &str) -> Result<(Type, Words), Option<String>> {
        Err(None)
    }

    fn approved(&self, _: &str) -> Result<(String, Type, Words), Option<String>> {
        Err(None)
    }

    fn currency(&self, _: &str) -> bool {
        true
    }
}
