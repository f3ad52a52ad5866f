//! Stages in the order of the file.

use super::{Reader, is_key};
use crate::Words;
use crate::definition::{End, NextStepRule, PlanRule, Stage};
use crate::text::{Keys, Node, Spot, both};

pub(crate) const STAGE: [&str; 16] = [
    "use",
    "title",
    "help",
    "probability",
    "rots_after",
    "next_step",
    "to_enter",
    "to_go_on",
    "on_enter",
    "on_leave",
    "locks",
    "no_way_back",
    "permits",
    "never_skip",
    "may_skip",
    "ends",
];
pub(crate) const STAGE_LATER: [&str; 1] = ["hold"];
pub(crate) const NEXT_STEP: [&str; 3] = ["else_plan", "within", "length"];
const MAX_STAGES: usize = 500;

impl Reader<'_> {
    pub(super) fn read_stages(&mut self, node: Option<&Node>) -> Vec<Stage> {
        let entries = node.and_then(Node::map).unwrap_or_default();
        if let Some(node) = node.filter(|_| entries.is_empty() || entries.len() > MAX_STAGES) {
            let says = both("There must be 1 to 500 stages.", "Этапов должно быть от 1 до 500.");
            self.report.blocks("DW301", &node.spot, says, both("stages: { new: .. }", "stages: { new: .. }"));
        } else if node.is_none() {
            let says = both("The process has no stage.", "У процесса нет этапов.");
            self.report.blocks(
                "DW301",
                &Spot { line: 1, column: 1, at: "stages".into() },
                says,
                both("stages: ..", "stages: .."),
            );
        }
        entries.iter().take(MAX_STAGES).map(|(key, spot, value)| self.stage_of(key, spot, value)).collect()
    }

    fn stage_of(&mut self, key: &str, spot: &Spot, node: &Node) -> Stage {
        if !is_key(key) {
            self.report
                .shape(spot, both("A key in small latin letters.", "Ключ строчными латинскими буквами."));
        }
        let keys = Keys::open(node, &STAGE, &STAGE_LATER, self.report).unwrap_or(Keys { node });
        let ends = self.ends(keys);
        Stage {
            key: key.into(),
            title: self.words_or_missing(keys.get("title"), spot, "title"),
            help: keys.get("help").map_or_else(Words::default, |node| self.words(node)),
            probability: self.probability(keys, ends),
            rots_after: self.span(keys, "rots_after"),
            next_step: self.next_step(keys, ends),
            to_enter: self.needs(keys.get("to_enter"), key),
            to_go_on: self.lasting_needs(keys.get("to_go_on"), key),
            on_enter: self.effects(keys.get("on_enter"), &[], true),
            on_leave: self.effects(keys.get("on_leave"), &[], false),
            locks: self.locks(keys),
            no_way_back: keys.flag("no_way_back", self.report),
            permits: self.permits(keys),
            never_skip: keys.flag("never_skip", self.report),
            may_skip: keys.flag("may_skip", self.report),
            ends,
            spot: spot.clone(),
        }
    }

    /// Fields of the record that only an amendment may change here.
    fn locks(&mut self, keys: Keys<'_>) -> Vec<String> {
        self.fields_of(keys, "locks")
    }

    /// What may be done while the record stands here.
    fn permits(&mut self, keys: Keys<'_>) -> Vec<String> {
        let mut permits = Vec::new();
        for (permit, spot) in keys.texts("permits", self.report) {
            if !is_key(permit) {
                let wanted = both("A key in small latin letters.", "Ключ строчными латинскими буквами.");
                self.report.shape(spot, wanted);
            }
            permits.push(permit.to_owned());
        }
        permits
    }

    fn ends(&mut self, keys: Keys<'_>) -> Option<End> {
        let node = keys.get("ends")?;
        let end = match node.text() {
            Some("won") => Some(End::Won),
            Some("lost") => Some(End::Lost),
            Some("closed") => Some(End::Closed),
            _ => None,
        };
        if end.is_none() {
            self.report.shape(&node.spot, both("ends: won, lost or closed", "ends: won, lost или closed"));
        }
        end
    }

    /// Percent; what the file leaves out is 100 for won and 0 for the rest.
    fn probability(&mut self, keys: Keys<'_>, ends: Option<End>) -> u8 {
        let Some(node) = keys.get("probability") else {
            return if ends == Some(End::Won) { 100 } else { 0 };
        };
        let percent = node.text().and_then(|text| text.parse().ok()).filter(|percent| *percent <= 100);
        if percent.is_none() {
            self.report.shape(&node.spot, both("0 to 100", "от 0 до 100"));
        }
        percent.unwrap_or(0)
    }

    /// Required unless the stage says otherwise; an end stage asks none.
    fn next_step(&mut self, keys: Keys<'_>, ends: Option<End>) -> Option<NextStepRule> {
        let Some(node) = keys.get("next_step") else {
            return ends.is_none().then(NextStepRule::default);
        };
        match node.text() {
            Some("not asked") => return None,
            Some("required") => return Some(NextStepRule::default()),
            Some(_) => {
                let wanted = both(
                    "required, not asked, or { else_plan: .. }",
                    "required, not asked или { else_plan: .. }",
                );
                self.report.shape(&node.spot, wanted);
                return Some(NextStepRule::default());
            }
            None => {}
        }
        if ends.is_some() {
            self.report.blocks(
                "DW704",
                &node.spot,
                both("A next step after the end.", "Следующий шаг после конца."),
                both("Leave next_step out.", "Уберите next_step."),
            );
        }
        let inner = Keys::open(node, &NEXT_STEP, &[], self.report)?;
        let Some(activity_type) = inner.text("else_plan", self.report) else {
            return Some(NextStepRule::default());
        };
        self.term("activity_types", activity_type, &node.spot);
        let rule = PlanRule {
            activity_type: activity_type.into(),
            within: self.span(inner, "within"),
            length: self.span(inner, "length"),
        };
        Some(NextStepRule { else_plan: Some(rule) })
    }
}
