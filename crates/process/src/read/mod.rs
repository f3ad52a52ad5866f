//! From nodes to a definition. Names are gathered first, so that every name can be judged where it stands.

mod approvals;
mod asks;
mod conditions;
mod effects;
mod facts;
mod hand_offs;
mod matrix;
mod mends;
mod moves;
mod needs;
mod parts;
mod stages;
mod stories;
mod strand_stories;
mod strands;
mod uses;
mod values;
mod words;

use self::strands::{StrandName, strand_names};
use crate::condition::Scope;
use crate::definition::{Definition, FactSpec, Part, Use};
use crate::text::{Keys, Node, Report, Spot, both, nearest};
use crate::{Type, Vocabulary, Words};

pub(crate) use words::fact_words;

/// Keys at the top of a file.
pub(crate) const TOP: [&str; 21] = [
    "process",
    "title",
    "runs_on",
    "endless",
    "uses",
    "main",
    "starts",
    "working_time",
    "parts",
    "facts",
    "fragments",
    "stages",
    "always",
    "strands",
    "approvals",
    "hand_offs",
    "hold",
    "moves",
    "allow",
    "stories",
    "help",
];
/// Parts of the language that this installation does not have.
pub(crate) const TOP_LATER: [&str; 3] = ["children", "timers", "migrate"];

/// One finding that the file accepts.
#[derive(Clone, Debug)]
pub(crate) struct Allowance {
    pub code: String,
    pub at: String,
    pub why: bool,
    pub spot: Spot,
}

/// What reading gives, also where the report has findings: the checker then says more at once.
pub(crate) struct Read {
    pub definition: Definition,
    pub allowances: Vec<Allowance>,
}

/// The names of a file and what is found while it is read.
pub(crate) struct Reader<'a> {
    pub vocabulary: &'a Vocabulary,
    pub report: &'a mut Report,
    /// The kind of record that the process runs on.
    runs_on: String,
    stages: Vec<String>,
    open_stages: Vec<String>,
    moves: Vec<String>,
    uses: Vec<Use>,
    parts: Vec<Part>,
    facts: Vec<(FactSpec, Words)>,
    strands: Vec<StrandName>,
    /// Fields that the approval at hand keeps: `approved.` reads them.
    keeping: Vec<String>,
    /// Some condition reads what day it is.
    names_today: bool,
    /// Whose calendar counts working time; what needs one asks here (DW605).
    working_time: Option<String>,
}

/// Reads a whole file; `None` where there is not even a process.
pub(crate) fn read(root: &Node, vocabulary: &Vocabulary, report: &mut Report) -> Option<Read> {
    let keys = Keys::open(root, &TOP, &TOP_LATER, report)?;
    let runs_on = runs_on(keys, report);
    let mut reader = Reader {
        vocabulary,
        report,
        runs_on,
        stages: names(root, "stages"),
        open_stages: open_names(root),
        moves: names(root, "moves"),
        uses: Vec::new(),
        parts: Vec::new(),
        facts: Vec::new(),
        strands: strand_names(root),
        keeping: Vec::new(),
        names_today: false,
        working_time: keys.get("working_time").and_then(Node::text).map(str::to_owned),
    };
    reader.read_uses(keys.get("uses"));
    reader.parts = reader.read_parts(keys.get("parts"));
    reader.read_facts(keys.get("facts"));
    let stages = reader.read_stages(keys.get("stages"));
    let always = reader.needs(keys.get("always"), "always");
    let strands = reader.all_strands(keys);
    let moves = reader.read_moves(keys.get("moves"));
    let stories = reader.read_stories(keys.get("stories"));
    let allowances = reader.allowances(keys.get("allow"));
    let start = reader.start(keys, root);
    let key = reader.process_key(keys, root);
    let title = reader.words_or_missing(keys.get("title"), &root.spot, "title");
    let by_nobody = reader.started_by_nobody(keys);
    let definition = Definition {
        key,
        title,
        runs_on: reader.runs_on,
        main: keys.flag("main", reader.report),
        endless: keys.flag("endless", reader.report),
        by_nobody,
        working_time: reader.working_time,
        names_today: reader.names_today,
        start,
        uses: reader.uses,
        parts: reader.parts,
        facts: reader.facts.into_iter().map(|(fact, _)| fact).collect(),
        stages,
        always,
        strands,
        moves,
        stories,
    };
    Some(Read { definition, allowances })
}

fn runs_on(keys: Keys<'_>, report: &mut Report) -> String {
    let kinds = ["deal", "company", "person"];
    let Some(node) = keys.get("runs_on") else { return "deal".into() };
    let kind = node.text().unwrap_or_default();
    if !kinds.contains(&kind) {
        let near = nearest(kind, kinds);
        report.unknown("DW203", &node.spot, both("kind of record", "вид записи"), kind, near.as_deref());
    }
    kind.into()
}

fn names(root: &Node, key: &str) -> Vec<String> {
    let entries = root.get(key).and_then(Node::map).unwrap_or_default();
    entries.iter().map(|(name, ..)| name.clone()).collect()
}

fn open_names(root: &Node) -> Vec<String> {
    let entries = root.get("stages").and_then(Node::map).unwrap_or_default();
    let open = entries.iter().filter(|(.., node)| node.get("ends").is_none());
    open.map(|(name, ..)| name.clone()).collect()
}

impl Reader<'_> {
    fn process_key(&mut self, keys: Keys<'_>, root: &Node) -> String {
        match keys.text("process", self.report) {
            Some(key) if is_key(key) => key.into(),
            _ => {
                let wanted = both("process: a-key-like-this", "process: ключ-такого-вида (латиницей)");
                self.report.shape(keys.get("process").map_or(&root.spot, |node| &node.spot), wanted);
                String::new()
            }
        }
    }

    /// Whether the process may write a field: one of the record that it runs on, which is not worked out by itself.
    pub(super) fn may_write(&self, field: &str) -> bool {
        let is_own = field.split_once('.').is_some_and(|(record, _)| record == self.runs_on);
        is_own && self.vocabulary.field(field).is_none_or(|field| field.writable)
    }

    /// The index of the start stage (DW301 where there is none).
    fn start(&mut self, keys: Keys<'_>, root: &Node) -> usize {
        let stated = keys.get("starts").and_then(|node| {
            let starts = Keys::open(node, &["in", "with", "by"], &[], self.report)?;
            starts.get("in")
        });
        let Some(node) = stated else {
            let says = both("The process has no start.", "У процесса нет начала.");
            self.report.blocks(
                "DW301",
                &root.spot,
                says,
                both("starts: { in: a stage }", "starts: { in: этап }"),
            );
            return 0;
        };
        let key = node.text().unwrap_or_default();
        if self.stage_index(key).is_some() && !self.open_stages.iter().any(|stage| stage == key) {
            let says = both("A case cannot start at its end.", "Сделка не может начинаться с конца.");
            self.report.blocks(
                "DW301",
                &node.spot,
                says,
                both("Start in an open stage.", "Начните с открытого этапа."),
            );
        }
        self.known_stage(key, &node.spot).unwrap_or(0)
    }

    fn stage_index(&self, key: &str) -> Option<usize> {
        self.stages.iter().position(|stage| stage == key)
    }

    /// `starts: { by: nobody }`: another process alone starts it.
    fn started_by_nobody(&mut self, keys: Keys<'_>) -> bool {
        let Some(by) = keys.get("starts").and_then(|node| node.get("by")) else { return false };
        if by.text() != Some("nobody") {
            self.report.shape(&by.spot, both("by: nobody, or leave it out", "by: nobody, или без by"));
        }
        by.text() == Some("nobody")
    }

    /// Whether a field is of the record that the process runs on, or of one beside it.
    fn is_near(&self, field: &str) -> bool {
        let record = field.split_once('.').map_or("", |(record, _)| record);
        match self.runs_on.as_str() {
            "company" => record == "company",
            "person" => ["person", "company"].contains(&record),
            _ => true,
        }
    }

    /// The index of a stage, or DW201.
    fn known_stage(&mut self, key: &str, spot: &Spot) -> Option<usize> {
        let index = self.stage_index(key);
        if index.is_none() {
            let near = nearest(key, self.stages.iter().map(String::as_str));
            self.report.unknown("DW201", spot, both("stage", "этап"), key, near.as_deref());
        }
        index
    }

    fn allowances(&mut self, node: Option<&Node>) -> Vec<Allowance> {
        let mut allowances = Vec::new();
        for item in node.map(Node::items).unwrap_or_default() {
            let Some(keys) = Keys::open(item, &["code", "at", "why"], &[], self.report) else { continue };
            let word = |key| keys.get(key).and_then(Node::text).unwrap_or_default().to_owned();
            let why = !word("why").trim().is_empty();
            allowances.push(Allowance { code: word("code"), at: word("at"), why, spot: item.spot.clone() });
        }
        allowances
    }
}

/// Keys of processes, stages, moves, parts: ascii, lower case, dashes or underscores.
fn is_key(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.len() <= 60
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte))
}

impl Scope for Reader<'_> {
    fn field(&self, name: &str) -> Result<(Type, Words), Option<String>> {
        if let Some(found) = self.used_field(name) {
            return found;
        }
        if !self.is_near(name) {
            return Err(None);
        }
        match &self.vocabulary.fields {
            None if known_record(name) => Ok((Type::Any, Words::same(name))),
            None => Err(None),
            Some(fields) => match fields.iter().find(|field| field.name == name) {
                Some(field) => Ok((field.kind.clone(), field.title.clone())),
                None => Err(nearest(name, fields.iter().map(|field| field.name.as_str()))),
            },
        }
    }

    fn fact(&self, key: &str) -> Result<(Type, Words), Option<String>> {
        match self.facts.iter().find(|(fact, _)| fact.key == key) {
            Some((fact, words)) => Ok((fact.kind(), words.clone())),
            None => Err(nearest(key, self.facts.iter().map(|(fact, _)| fact.key.as_str()))),
        }
    }

    fn stage(&self, key: &str) -> Result<(), Option<String>> {
        match self.stage_index(key) {
            Some(_) => Ok(()),
            None => Err(nearest(key, self.stages.iter().map(String::as_str))),
        }
    }

    fn strand(&self, word: &str, key: &str) -> Result<(Type, Words), Option<String>> {
        let mut of_word = self.strands.iter().filter(|strand| strand.word == word);
        match of_word.clone().find(|strand| strand.key == key) {
            Some(strand) => Ok((Type::Choice(strand.states.clone()), strand.title.clone())),
            None => Err(nearest(key, of_word.by_ref().map(|strand| strand.key.as_str()))),
        }
    }

    fn approved(&self, name: &str) -> Result<(String, Type, Words), Option<String>> {
        let short =
            |field: &String| field.split_once('.').map_or(field.as_str(), |(_, name)| name).to_owned();
        match self.keeping.iter().find(|field| short(field) == name) {
            Some(field) => {
                let (kind, title) = self.field(field)?;
                Ok((field.clone(), kind, title))
            }
            None => Err(nearest(
                name,
                self.keeping.iter().map(short).collect::<Vec<_>>().iter().map(String::as_str),
            )),
        }
    }

    fn currency(&self, code: &str) -> bool {
        self.vocabulary.currencies.as_ref().is_none_or(|known| known.iter().any(|known| known == code))
    }
}

fn known_record(name: &str) -> bool {
    name.split_once('.').is_some_and(|(record, field)| {
        ["deal", "company", "person"].contains(&record) && !field.is_empty() && !field.contains('.')
    })
}

/// The keys of each map of the language, by the name of its shape in the schema.
#[cfg(test)]
pub(crate) fn keys_by_shape() -> Vec<(&'static str, &'static [&'static str])> {
    vec![
        ("ProcessFile", &TOP),
        ("Fact", &facts::FACT),
        ("Where", &facts::WHERE),
        ("Use", &uses::USE),
        ("MoveAnother", &uses::MOVE_ANOTHER),
        ("Stage", &stages::STAGE),
        ("ElsePlan", &stages::NEXT_STEP),
        ("Need", &needs::NEED),
        ("Mend", &mends::MEND),
        ("Move", &moves::MOVE),
        ("Strand", &strands::STRAND),
        ("State", &strands::STATE),
        ("StrandMove", &strands::STRAND_MOVE),
        ("Approval", &approvals::APPROVAL),
        ("ApprovalStep", &approvals::STEP),
        ("Matrix", &matrix::MATRIX),
        ("MatrixRow", &matrix::ROW),
        ("HandOff", &hand_offs::HAND_OFF),
        ("Hold", &hand_offs::HOLD),
        ("AskMap", &asks::ASK),
        ("Effect", &effects::EFFECT),
        ("CreateTask", &effects::CREATE_TASK),
        ("PlanActivity", &effects::PLAN_ACTIVITY),
        ("SetField", &effects::SET_FIELD),
        ("Note", &effects::NOTE),
        ("Notify", &effects::NOTIFY),
        ("Story", &stories::STORY),
        ("Given", &stories::GIVEN),
        ("When", &stories::WHEN),
        ("Then", &stories::THEN),
    ]
}
