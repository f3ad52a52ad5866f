//! Needs: a typed body or a free `if`, compiled to one condition with words and a mend.

use super::Reader;
use crate::condition::{Condition, Expr, Node as Tree, Scope};
use crate::definition::{Filter, Level, Measure, Need, Source};
use crate::text::{Keys, Node, Spot, both, nearest};
use crate::{Lang, Mend, Words};

pub(crate) const NEED: [&str; 16] = [
    "id",
    "level",
    "only_if",
    "firm",
    "stays_true",
    "say",
    "mend",
    "fields",
    "activity",
    "note",
    "task",
    "document",
    "strands",
    "approval",
    "hand_off",
    "if",
];
pub(crate) const NEED_LATER: [&str; 2] = ["children", "address"];
const BODIES: [&str; 9] =
    ["fields", "activity", "note", "task", "document", "strands", "approval", "hand_off", "if"];

/// A body compiled: the condition, and the words and mend it gives by itself.
struct Body {
    id: String,
    holds: Condition,
    says: Words,
    mend: Option<Mend>,
}

impl Reader<'_> {
    /// The needs of one list; `owner` names it in the id of a need without one.
    pub(super) fn needs(&mut self, node: Option<&Node>, owner: &str) -> Vec<Need> {
        let needs = self.lasting_needs(node, owner);
        for need in needs.iter().filter(|need| need.stays_true) {
            let wanted = both("stays_true stands in to_go_on.", "stays_true - только в to_go_on.");
            self.report.shape(&need.spot, wanted);
        }
        needs
    }

    /// The same where a need may be asked again after the stage.
    pub(super) fn lasting_needs(&mut self, node: Option<&Node>, owner: &str) -> Vec<Need> {
        let mut needs: Vec<Need> = Vec::new();
        for item in node.map(Node::items).unwrap_or_default() {
            for need in self.need(item, owner) {
                if needs.iter().any(|known| known.id == need.id) {
                    let says = both(
                        format!("Two needs are called {}.", need.id),
                        format!("Два требования названы {}.", need.id),
                    );
                    self.report.blocks(
                        "DW103",
                        &need.spot,
                        says,
                        both("Give each an id.", "Дайте каждому свой id."),
                    );
                }
                needs.push(need);
            }
        }
        needs
    }

    fn need(&mut self, node: &Node, owner: &str) -> Vec<Need> {
        let Some(keys) = Keys::open(node, &NEED, &NEED_LATER, self.report) else { return Vec::new() };
        if NEED_LATER.iter().any(|later| keys.get(later).is_some()) {
            return Vec::new();
        }
        let given: Vec<_> = BODIES.iter().filter(|body| keys.get(body).is_some()).collect();
        let [body] = given.as_slice() else {
            self.report.shape(
                &node.spot,
                both(
                    "One of fields, activity, note, task, document, strands, approval, hand_off, if.",
                    "Одно из fields, activity, note, task, document, strands, approval, hand_off, if.",
                ),
            );
            return Vec::new();
        };
        let bodies = self.bodies(body, keys, owner);
        let level = self.level(keys);
        let firm = keys.flag("firm", self.report);
        let stays_true = keys.flag("stays_true", self.report);
        let only_if = keys.get("only_if").and_then(|node| self.condition(node));
        let id = keys.text("id", self.report).map(str::to_owned);
        let says = keys.get("say").map(|node| self.words(node));
        let mend = keys.get("mend").and_then(|node| self.mend(node));
        bodies
            .into_iter()
            .map(|body| Need {
                id: id.clone().unwrap_or(body.id),
                level,
                firm,
                stays_true,
                only_if: only_if.clone(),
                holds: body.holds,
                says: says.clone().unwrap_or(body.says),
                mend: mend.clone().or(body.mend),
                spot: node.spot.clone(),
            })
            .collect()
    }

    fn level(&mut self, keys: Keys<'_>) -> Level {
        match keys.get("level").map(|node| (node, node.text())) {
            None | Some((_, Some("block"))) => Level::Block,
            Some((_, Some("warn"))) => Level::Warn,
            Some((node, _)) => {
                self.report.shape(&node.spot, both("block or warn.", "block или warn."));
                Level::Block
            }
        }
    }

    fn bodies(&mut self, body: &str, keys: Keys<'_>, owner: &str) -> Vec<Body> {
        let Some(node) = keys.get(body) else { return Vec::new() };
        match body {
            "fields" => node.items().iter().filter_map(|item| self.field_body(item)).collect(),
            "activity" => vec![self.activity_body(node, owner)],
            "task" => vec![self.task_body(node, owner)],
            "note" => vec![self.note_body(node, owner)],
            "document" => vec![self.document_body(node, owner)],
            "strands" | "approval" | "hand_off" => vec![self.joined_body(node, body, owner)],
            _ => self.free_body(node, keys, owner).into_iter().collect(),
        }
    }

    fn field_body(&mut self, node: &Node) -> Option<Body> {
        let name = node.text().unwrap_or_default();
        let (_, title) = match self.field(name) {
            Ok(found) => found,
            Err(near) => {
                self.report.unknown("DW202", &node.spot, both("field", "поле"), name, near.as_deref());
                return None;
            }
        };
        if !self.may_write(name) {
            self.nobody_mends(&node.spot);
        }
        let says = title.map(|lang, title| match lang {
            Lang::En => format!("{title} is not filled."),
            Lang::Ru => format!("Не заполнено: {title}."),
        });
        let field = Expr::new(0, Tree::Field { name: name.into(), title });
        let tree = Expr::new(0, Tree::Filled(field.into()));
        let mend = Some(Mend::Fill { field: name.into() });
        Some(Body { id: name.into(), holds: Condition { text: String::new(), tree }, says, mend })
    }

    fn activity_body(&mut self, node: &Node, owner: &str) -> Body {
        let filters = self.filters(node, Source::Activity, &["since"]);
        let since = self.since(node.get("since"));
        let planned = filters.contains(&Filter::Planned(true));
        let codes = |wanted: fn(&Filter) -> Option<&Vec<String>>| filters.iter().find_map(wanted).cloned();
        let types = codes(|filter| if let Filter::Type(codes) = filter { Some(codes) } else { None });
        let outcomes = codes(|filter| if let Filter::Outcome(codes) = filter { Some(codes) } else { None });
        let types = types.unwrap_or_default();
        let mend = if planned {
            Mend::Plan { types }
        } else {
            Mend::Log { types, outcome: outcomes.and_then(|codes| codes.into_iter().next()) }
        };
        let (key, tree) = self.nameless(Measure::Any, Source::Activity, filters, since);
        let says = self.fact_title(&key).map(|lang, fact| match lang {
            Lang::En => format!("Still missing: {fact}."),
            Lang::Ru => format!("Ещё нет: {fact}."),
        });
        typed(format!("{owner}-activity"), tree, says, mend)
    }

    fn task_body(&mut self, node: &Node, owner: &str) -> Body {
        let none_open = node.get("none_open").is_some_and(|node| node.truth() == Some(true));
        let mut filters = self.filters(node, Source::Task, &["since", "none_open"]);
        let since = self.since(node.get("since"));
        let kind = filters.iter().find_map(|filter| match filter {
            Filter::Kind(kinds) => kinds.first().cloned(),
            _ => None,
        });
        let measure = if none_open { Measure::None } else { Measure::Any };
        if none_open {
            filters.push(Filter::Open(true));
        }
        let (_, tree) = self.nameless(measure, Source::Task, filters, since);
        let named = kind.as_deref().map_or_else(Words::default, |kind| self.task_title(kind));
        let says = named.map(|lang, kind| match (lang, none_open) {
            (Lang::En, true) => format!("Tasks are still open: {kind}.").replace(": .", "."),
            (Lang::Ru, true) => format!("Есть незакрытые задачи: {kind}.").replace(": .", "."),
            (Lang::En, false) => format!("There is no such task: {kind}.").replace(": .", "."),
            (Lang::Ru, false) => format!("Нет такой задачи: {kind}.").replace(": .", "."),
        });
        typed(format!("{owner}-task"), tree, says, Mend::CloseTasks { kind })
    }

    fn note_body(&mut self, node: &Node, owner: &str) -> Body {
        if let Some(keys) = Keys::open(node, &["since"], &[], self.report) {
            keys.text("since", self.report);
        }
        let since = self.since(node.get("since"));
        let (_, tree) = self.nameless(Measure::Any, Source::Note, Vec::new(), since.clone());
        let says = match since {
            crate::Since::Ever | crate::Since::Case => both("There is no note yet.", "Заметок ещё нет."),
            _ => both(
                "There is no note since the last stage change.",
                "С последней смены этапа нет ни одной заметки.",
            ),
        };
        typed(format!("{owner}-note"), tree, says, Mend::WriteNote)
    }

    fn document_body(&mut self, node: &Node, owner: &str) -> Body {
        let filters = self.filters(node, Source::Document, &["since"]);
        let since = self.since(node.get("since"));
        let kind = filters.iter().find_map(|filter| match filter {
            Filter::Kind(kinds) => kinds.first().cloned(),
            _ => None,
        });
        let signed = filters.contains(&Filter::Signed(true));
        let (key, tree) = self.nameless(Measure::Any, Source::Document, filters, since);
        let says = self.fact_title(&key).map(|lang, fact| match lang {
            Lang::En => format!("Still missing: {fact}."),
            Lang::Ru => format!("Ещё нет: {fact}."),
        });
        typed(format!("{owner}-document"), tree, says, Mend::Attach { kind, signed })
    }

    /// Strands that must be finished: `all` that take moves in the stage, or those named.
    fn joined_body(&mut self, node: &Node, body: &str, owner: &str) -> Body {
        let mut keys = Vec::new();
        for item in node.items().iter().filter(|item| body != "strands" || item.text() != Some("all")) {
            let key = item.text().unwrap_or_default();
            self.known_strand(key, &item.spot);
            keys.push(key.to_owned());
        }
        let titles: Vec<Words> = keys.iter().map(|key| self.strand_title(key)).collect();
        let listed = |lang: Lang| titles.iter().map(|title| title.get(lang)).collect::<Vec<_>>().join(", ");
        let says = match keys.as_slice() {
            [] => both("What runs beside is not finished.", "Параллельная работа не закончена."),
            _ => both(
                format!("Not finished: {}.", listed(Lang::En)),
                format!("Не завершено: {}.", listed(Lang::Ru)),
            ),
        };
        let mend =
            Mend::Strand { key: keys.first().cloned(), title: titles.first().cloned().unwrap_or_default() };
        let tree = Expr::new(0, Tree::Joined(keys.clone()));
        typed(keys.first().map_or_else(|| format!("{owner}-{body}"), |key| key.clone()), tree, says, mend)
    }

    /// A free `if` must bring its own words and its own mend (DW404).
    fn free_body(&mut self, node: &Node, keys: Keys<'_>, owner: &str) -> Option<Body> {
        if keys.get("say").is_none() || keys.get("mend").is_none() {
            let says =
                both("This need does not say how to mend it.", "Не сказано, как выполнить это требование.");
            let hint = both(
                "Add say: { en, ru } and mend: { log | plan | fill | write | attach | close }.",
                "Добавьте say: { en, ru } и mend: { log | plan | fill | write | attach | close }.",
            );
            self.report.blocks("DW404", &keys.node.spot, says, hint);
        }
        let holds = self.condition(node)?;
        Some(Body { id: format!("{owner}-if"), holds, says: Words::default(), mend: None })
    }

    pub(super) fn nobody_mends(&mut self, spot: &Spot) {
        let says = both("Nobody can fill this field by hand.", "Это поле никто не может заполнить вручную.");
        self.report.blocks(
            "DW404",
            spot,
            says,
            both("Ask a field that can be written.", "Требуйте поле, доступное для записи."),
        );
    }

    fn fact_title(&self, key: &str) -> Words {
        self.fact(key).map_or_else(|_| Words::default(), |(_, words)| words)
    }

    fn task_title(&self, kind: &str) -> Words {
        crate::Vocabulary::title_in(&self.vocabulary.task_kinds, kind)
    }

    /// A key of the move that is known, or DW201.
    pub(super) fn known_move(&mut self, key: &str, spot: &Spot) {
        if !self.moves.iter().any(|known| known == key) {
            let near = nearest(key, self.moves.iter().map(String::as_str));
            self.report.unknown("DW201", spot, both("move", "переход"), key, near.as_deref());
        }
    }
}

fn typed(id: String, tree: Expr, says: Words, mend: Mend) -> Body {
    Body { id, holds: Condition { text: String::new(), tree }, says, mend: Some(mend) }
}
