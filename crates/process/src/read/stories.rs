//! Stories as the file writes them.

use super::Reader;
use crate::condition::Scope;
use crate::story::{Activity, Deal, Given, Made, Paper, Story, StoryStep, Then, When};
use crate::text::{Keys, Node, both, unavailable};
use crate::{Command, Type, Value};

pub(crate) const STORY: [&str; 4] = ["name", "cites", "given", "steps"];
pub(crate) const GIVEN: [&str; 12] = [
    "stage",
    "strands",
    "approvals",
    "visited",
    "fields",
    "activities",
    "tasks",
    "documents",
    "deals",
    "contacts",
    "notes",
    "next_step",
];
pub(crate) const WHEN: [&str; 24] = [
    "starts",
    "move",
    "by",
    "to",
    "answers",
    "accepts",
    "plans",
    "override",
    "through",
    "changes",
    "logs",
    "completes",
    "writes",
    "changes_deal",
    "closes",
    "document",
    "strand",
    "requests",
    "approves",
    "returns",
    "refuses",
    "holds",
    "resumes",
    "passes",
];
const WHEN_LATER: [&str; 7] = ["payment", "mail_in", "webhook", "form", "child_ends", "imports", "publishes"];
pub(crate) const THEN: [&str; 17] = [
    "stage",
    "strands",
    "approvals",
    "moves",
    "error",
    "refused_by",
    "warned_by",
    "flagged",
    "offered",
    "fields",
    "made",
    "not_made",
    "ended",
    "moved",
    "started",
    "notified",
    "next_step",
];
const THEN_LATER: [&str; 5] = ["children", "sent", "timers", "events", "exactly"];
const ACTIVITY: [&str; 5] = ["type", "done", "planned", "outcome", "findings"];
const DEAL: [&str; 2] = ["process", "open"];
const PAPER: [&str; 2] = ["kind", "signed"];
const MADE: [&str; 6] = ["for", "kind", "type", "title", "to", "times"];

impl Reader<'_> {
    pub(super) fn read_stories(&mut self, node: Option<&Node>) -> Vec<Story> {
        let items = node.map(Node::items).unwrap_or_default();
        items.iter().filter_map(|item| self.story(item)).collect()
    }

    fn story(&mut self, node: &Node) -> Option<Story> {
        let keys = Keys::open(node, &STORY, &[], self.report)?;
        let name = keys.text("name", self.report).unwrap_or("story").to_owned();
        let cites = keys.texts("cites", self.report).into_iter().map(|(cite, _)| cite.to_owned()).collect();
        let given = match keys.get("given") {
            Some(node) => self.given(node)?,
            None => Given { next_step: true, ..Given::default() },
        };
        let mut steps = Vec::new();
        for step in keys.get("steps").map(Node::items).unwrap_or_default() {
            steps.push(self.story_step(step)?);
        }
        Some(Story { name, cites, given, steps })
    }

    fn given(&mut self, node: &Node) -> Option<Given> {
        let keys = Keys::open(node, &GIVEN, &["payments", "children", "members", "hold"], self.report)?;
        let mut visited = Vec::new();
        for (stage, spot) in keys.texts("visited", self.report) {
            self.known_stage(stage, spot);
            visited.push(stage.to_owned());
        }
        let stage = keys.get("stage").map(|node| {
            let stage = node.text().unwrap_or_default();
            self.known_stage(stage, &node.spot);
            stage.to_owned()
        });
        let activities = keys.get("activities").map(Node::items).unwrap_or_default();
        let tasks = keys.get("tasks").map(Node::items).unwrap_or_default();
        let documents = keys.get("documents").map(Node::items).unwrap_or_default();
        let deals = keys.get("deals").map(Node::items).unwrap_or_default();
        let contacts =
            keys.texts("contacts", self.report).into_iter().map(|(status, _)| status.to_owned()).collect();
        let notes = keys.get("notes").and_then(Node::text).map(str::parse);
        Some(Given {
            stage,
            visited,
            strands: self.stands(keys),
            fields: keys.get("fields").map_or_else(Vec::new, |node| self.fields(node)),
            activities: activities.iter().filter_map(|node| self.activity(node, true)).collect(),
            tasks: tasks
                .iter()
                .map(|task| task.get("kind").and_then(Node::text).map(str::to_owned))
                .collect(),
            documents: documents.iter().filter_map(|node| self.paper(node)).collect(),
            deals: deals.iter().filter_map(|node| self.deal(node)).collect(),
            contacts,
            notes: notes.and_then(Result::ok).unwrap_or(0),
            next_step: keys.get("next_step").is_none() || keys.flag("next_step", self.report),
        })
    }

    fn fields(&mut self, node: &Node) -> Vec<(String, Value)> {
        let mut fields = Vec::new();
        for (name, spot, value) in node.map().unwrap_or_default() {
            match self.field(name) {
                Ok(_) if value.text() == Some("unset") => fields.push((name.clone(), Value::Absent)),
                Ok((kind, _)) => fields.push((name.clone(), self.value(value, &kind))),
                Err(near) => {
                    self.report.unknown("DW202", spot, both("field", "поле"), name, near.as_deref());
                }
            }
        }
        fields
    }

    /// An activity; done unless it says planned.
    fn activity(&mut self, node: &Node, done: bool) -> Option<Activity> {
        let keys = Keys::open(node, &ACTIVITY, &[], self.report)?;
        let kind = keys.text("type", self.report).unwrap_or_default().to_owned();
        if let Some(node) = keys.get("type") {
            self.term("activity_types", &kind, &node.spot);
        }
        let outcome = keys.text("outcome", self.report).map(str::to_owned);
        if let (Some(outcome), Some(node)) = (&outcome, keys.get("outcome")) {
            self.term("outcomes", outcome, &node.spot);
        }
        let planned = keys.flag("planned", self.report)
            || keys.get("done").is_some_and(|node| node.truth() == Some(false));
        let findings = keys.get("findings").is_some_and(|node| node.truth() != Some(false));
        Some(Activity { kind, done: done && !planned, outcome, findings })
    }

    fn paper(&mut self, node: &Node) -> Option<Paper> {
        let keys = Keys::open(node, &PAPER, &[], self.report)?;
        let kind = keys.text("kind", self.report).unwrap_or_default().to_owned();
        self.term("document_kinds", &kind, &node.spot);
        Some(Paper { kind, signed: keys.flag("signed", self.report) })
    }

    fn deal(&mut self, node: &Node) -> Option<Deal> {
        let keys = Keys::open(node, &DEAL, &[], self.report)?;
        let process = keys.text("process", self.report).map(str::to_owned);
        Some(Deal { process, open: keys.get("open").is_none() || keys.flag("open", self.report) })
    }

    fn story_step(&mut self, node: &Node) -> Option<StoryStep> {
        let keys = Keys::open(node, &["when", "then"], &[], self.report)?;
        let Some(when) = keys.get("when") else {
            self.report.shape(&node.spot, both("when: ..", "when: .."));
            return None;
        };
        let when = self.when(when)?;
        let then = keys.get("then").and_then(|node| self.then(node));
        Some(StoryStep { when, then, spot: node.spot.clone() })
    }

    fn when(&mut self, node: &Node) -> Option<When> {
        let keys = Keys::open(node, &WHEN, &WHEN_LATER, self.report)?;
        let plans: Vec<String> =
            keys.texts("plans", self.report).into_iter().map(|(kind, _)| kind.into()).collect();
        if let Some(when) = self.strand_step(keys) {
            return Some(when);
        }
        if let Some(key) = keys.text("move", self.report) {
            self.known_move(key, &node.spot);
            return Some(self.moves(keys, key, plans));
        }
        if let Some(node) = keys.get("completes") {
            return Some(When::Completes { activity: self.activity(node, true)?, plans });
        }
        if let Some(node) = keys.get("logs") {
            return self.activity(node, true).map(When::Logs);
        }
        if let Some(node) = keys.get("document") {
            return self.paper(node).map(When::Attaches);
        }
        if let Some(node) = keys.get("changes_deal") {
            return self.deal(node).map(When::ChangesDeal);
        }
        if let Some(node) = keys.get("changes") {
            return Some(When::Changes(self.fields(node)));
        }
        if keys.flag("starts", self.report) {
            return Some(When::Starts { plans });
        }
        if let Some(span) = self.span(keys, "passes") {
            return Some(When::Passes(span));
        }
        match (keys.text("writes", self.report), keys.get("closes"), plans.into_iter().next()) {
            (Some("note"), ..) => Some(When::WritesNote),
            (_, Some(task), _) => {
                Some(When::ClosesTasks(task.get("kind").and_then(Node::text).map(str::to_owned)))
            }
            (.., Some(kind)) => Some(When::Plans(kind)),
            _ => {
                self.report.shape(&node.spot, both("when: { move | logs | completes | plans | changes | writes | closes | document | passes | starts }", "when: { move | logs | completes | plans | changes | writes | closes | document | passes | starts }"));
                None
            }
        }
    }

    pub(super) fn moves(&mut self, keys: Keys<'_>, key: &str, plans: Vec<String>) -> When {
        let words =
            |list: Vec<(&str, &crate::Spot)>| list.into_iter().map(|(word, _)| word.to_owned()).collect();
        let by = keys.get("by").map(|node| {
            let part = node.text().unwrap_or_default();
            self.known_part(part, &node.spot);
            part.to_owned()
        });
        let mut command = Command {
            move_key: key.into(),
            to: keys.text("to", self.report).map(str::to_owned),
            accepts: words(keys.texts("accepts", self.report)),
            override_reason: keys.text("override", self.report).map(str::to_owned),
            through: keys.text("through", self.report).map(str::to_owned),
            ..Command::default()
        };
        for (name, _, value) in keys.get("answers").and_then(Node::map).unwrap_or_default() {
            let kind = self.field(name).map_or(Type::Text, |(kind, _)| kind);
            let answer = self.value(value, if name.contains('.') { &kind } else { &Type::Text });
            command.answers.insert(name.clone(), answer);
        }
        When::Moves { command: command.into(), plans, by }
    }

    fn then(&mut self, node: &Node) -> Option<Then> {
        let keys = Keys::open(node, &THEN, &THEN_LATER, self.report)?;
        let stage = keys.get("stage").map(|node| {
            let stage = node.text().unwrap_or_default();
            self.known_stage(stage, &node.spot);
            stage.to_owned()
        });
        let mut words = |key: &str| {
            keys.get(key)?;
            let list = keys.texts(key, self.report);
            Some(list.into_iter().map(|(word, _)| word.to_owned()).collect::<Vec<_>>())
        };
        let moves = words("moves");
        let (refused_by, warned_by) = (words("refused_by"), words("warned_by"));
        let (flagged, offered, not_made) = (words("flagged"), words("offered"), words("not_made"));
        let ended = words("ended");
        let (moved, started) = (words("moved"), words("started"));
        let notified = keys.get("notified").and_then(Node::map).unwrap_or_default();
        Some(Then {
            stage,
            moves,
            error: keys.text("error", self.report).map(str::to_owned),
            refused_by,
            warned_by,
            flagged,
            offered,
            fields: keys.get("fields").map_or_else(Vec::new, |node| self.fields(node)),
            strands: self.stands(keys),
            made: self.made(keys.get("made")),
            not_made: not_made.unwrap_or_default(),
            ended: ended.unwrap_or_default(),
            moved,
            started,
            notified: notified
                .iter()
                .map(|(part, _, times)| (part.clone(), number(times).unwrap_or(1)))
                .collect(),
            next_step: keys.get("next_step").and_then(Node::truth),
        })
    }

    fn made(&mut self, node: Option<&Node>) -> Vec<Made> {
        let mut all = Vec::new();
        for (what, spot, value) in node.and_then(Node::map).unwrap_or_default() {
            if !["task", "note", "activity"].contains(&what.as_str()) {
                unavailable(what, spot, self.report);
                continue;
            }
            for item in value.items() {
                let Some(keys) = Keys::open(item, &MADE, &[], self.report) else { continue };
                let word = |key: &str| keys.get(key).and_then(Node::text).map(str::to_owned);
                all.push(Made {
                    what: what.clone(),
                    part: word("for"),
                    kind: word("kind").or_else(|| word("type")),
                    title: word("title"),
                    to: word("to"),
                    times: keys.get("times").and_then(number),
                });
            }
        }
        all
    }
}

fn number(node: &Node) -> Option<usize> {
    node.text()?.parse().ok()
}
