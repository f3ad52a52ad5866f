//! Effects of a move or of entering a stage.

use super::Reader;
use crate::condition::Scope;
use crate::definition::{EffectAct, EffectSpec, NoteTo};
use crate::text::{Keys, Node, both};
use crate::{Type, Words};

pub(crate) const EFFECT: [&str; 11] = [
    "create_task",
    "plan_activity",
    "set_field",
    "note",
    "notify",
    "request",
    "offer",
    "move",
    "start",
    "cancel",
    "once",
];
pub(crate) const EFFECT_LATER: [&str; 6] = ["enrol", "spawn", "message", "send", "webhook", "document"];
pub(crate) const CREATE_TASK: [&str; 4] = ["for", "title", "due", "kind"];
pub(crate) const PLAN_ACTIVITY: [&str; 4] = ["type", "for", "within", "length"];
pub(crate) const SET_FIELD: [&str; 2] = ["field", "to"];
pub(crate) const NOTE: [&str; 2] = ["to", "text"];
pub(crate) const NOTIFY: [&str; 2] = ["part", "text"];

impl Reader<'_> {
    /// `answers`: what texts may name. `entering`: effects of a stage, which may be `once: case`.
    pub(super) fn effects(
        &mut self,
        node: Option<&Node>,
        answers: &[String],
        entering: bool,
    ) -> Vec<EffectSpec> {
        let items = node.map(Node::items).unwrap_or_default();
        items.iter().filter_map(|item| self.effect(item, answers, entering)).collect()
    }

    fn effect(&mut self, node: &Node, answers: &[String], entering: bool) -> Option<EffectSpec> {
        let keys = Keys::open(node, &EFFECT, &EFFECT_LATER, self.report)?;
        if EFFECT_LATER.iter().any(|later| keys.get(later).is_some()) {
            return None;
        }
        let once_a_case = match keys.text("once", self.report) {
            None | Some("entry") => false,
            Some("case") if entering => true,
            Some(_) => {
                self.report.shape(
                    &node.spot,
                    both(
                        "once: entry; on_enter may also say once: case.",
                        "once: entry; в on_enter также once: case.",
                    ),
                );
                false
            }
        };
        let given: Vec<_> = EFFECT[..10].iter().filter(|name| keys.get(name).is_some()).collect();
        let [name] = given.as_slice() else {
            self.report.shape(&node.spot, both("One effect.", "Одно действие."));
            return None;
        };
        let body = keys.get(name)?;
        let act = match **name {
            "create_task" => self.create_task(body)?,
            "plan_activity" => self.plan_activity(body)?,
            "set_field" => self.set_field(body)?,
            "note" => self.note(body, answers)?,
            "request" => self.take_along(body, "approval", "ask")?,
            "offer" => self.take_along(body, "hand_off", "offer")?,
            "move" => self.move_another(body)?,
            "cancel" => self.cancel(body)?,
            "start" => self.start_another(body)?,
            _ => self.notify(body, answers)?,
        };
        Some(EffectSpec { act, once_a_case, spot: node.spot.clone() })
    }

    fn cancel(&mut self, node: &Node) -> Option<EffectAct> {
        if node.text() != Some("plans") {
            self.report.shape(&node.spot, both("cancel: plans", "cancel: plans"));
            return None;
        }
        Some(EffectAct::CancelPlans)
    }

    /// Asks for an approval or offers a hand-off, in the same step.
    fn take_along(&mut self, node: &Node, word: &str, taken: &str) -> Option<EffectAct> {
        let key = node.text().unwrap_or_default();
        if let Err(near) = self.strand(word, key) {
            let what = both("approval or hand-off", "согласование или передача");
            self.report.unknown("DW201", &node.spot, what, key, near.as_deref());
            return None;
        }
        Some(EffectAct::Take { movement: format!("{key}.{taken}") })
    }

    fn part_of(&mut self, keys: Keys<'_>, key: &str) -> Option<String> {
        let node = keys.get(key)?;
        let part = node.text().unwrap_or_default();
        self.known_part(part, &node.spot);
        Some(part.into())
    }

    fn create_task(&mut self, node: &Node) -> Option<EffectAct> {
        let keys = Keys::open(node, &CREATE_TASK, &[], self.report)?;
        let part = self.part_of(keys, "for");
        if part.is_none() {
            let says = both("A task for nobody.", "Задача ни для кого.");
            self.report.blocks("DW402", &node.spot, says, both("for: a part", "for: участник"));
        }
        let title = self.words_or_missing(keys.get("title"), &node.spot, "title");
        let kind = keys.text("kind", self.report).map(str::to_owned);
        if let (Some(kind), Some(node)) = (&kind, keys.get("kind")) {
            self.term("task_kinds", kind, &node.spot);
        }
        Some(EffectAct::CreateTask { part: part?, title, due: self.due(keys, "due"), kind })
    }

    fn plan_activity(&mut self, node: &Node) -> Option<EffectAct> {
        let keys = Keys::open(node, &PLAN_ACTIVITY, &[], self.report)?;
        let Some(activity_type) = keys.text("type", self.report) else {
            self.report.shape(&node.spot, both("type: an activity type", "type: вид действия"));
            return None;
        };
        self.term("activity_types", activity_type, &node.spot);
        Some(EffectAct::PlanActivity {
            part: self.part_of(keys, "for"),
            activity_type: activity_type.into(),
            within: self.span(keys, "within"),
            length: self.span(keys, "length"),
        })
    }

    fn set_field(&mut self, node: &Node) -> Option<EffectAct> {
        let keys = Keys::open(node, &SET_FIELD, &[], self.report)?;
        let (Some(field), Some(to)) = (keys.text("field", self.report), keys.get("to")) else {
            self.report.shape(
                &node.spot,
                both("set_field: { field: .., to: .. }", "set_field: { field: .., to: .. }"),
            );
            return None;
        };
        let kind = match self.field(field) {
            Ok((kind, _)) => kind,
            Err(near) => {
                self.report.unknown("DW202", &node.spot, both("field", "поле"), field, near.as_deref());
                return None;
            }
        };
        if !self.may_write(field) {
            let says = both(format!("{field} cannot be written."), format!("{field} нельзя записать."));
            self.report.blocks("DW403", &node.spot, says, Words::default());
        }
        let value = self.value(to, if kind == Type::Any { &Type::Any } else { &kind });
        Some(EffectAct::SetField { field: field.into(), value })
    }

    fn note(&mut self, node: &Node, answers: &[String]) -> Option<EffectAct> {
        let keys = Keys::open(node, &NOTE, &[], self.report)?;
        let to = match keys.text("to", self.report) {
            None | Some("record") => NoteTo::Record,
            Some("company") => NoteTo::Company,
            Some(_) => {
                self.report.shape(&node.spot, both("to: record or company", "to: record или company"));
                NoteTo::Record
            }
        };
        let Some(text) = keys.get("text") else {
            self.report.shape(&node.spot, both("text: ..", "text: .."));
            return None;
        };
        Some(EffectAct::Note { to, text: self.template(text, answers) })
    }

    fn notify(&mut self, node: &Node, answers: &[String]) -> Option<EffectAct> {
        let keys = Keys::open(node, &NOTIFY, &[], self.report)?;
        let (Some(part), Some(text)) = (self.part_of(keys, "part"), keys.get("text")) else {
            self.report
                .shape(&node.spot, both("notify: { part: .., text: .. }", "notify: { part: .., text: .. }"));
            return None;
        };
        Some(EffectAct::Notify { part, text: self.template(text, answers) })
    }
}
