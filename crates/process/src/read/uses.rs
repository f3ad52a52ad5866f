//! `uses`: other processes, and what conditions and effects say of them.

use super::{Reader, is_key};
use crate::definition::{EffectAct, Use, UseOf};
use crate::text::{Keys, Node, Spot, both, nearest};
use crate::{Mend, ProcessSpec, Type, Words};
use std::collections::BTreeSet;

pub(crate) const USE: [&str; 2] = ["process", "of"];
pub(crate) const MOVE_ANOTHER: [&str; 2] = ["process", "take"];
const RECORDS: [&str; 3] = ["record", "company", "parent"];

impl Reader<'_> {
    pub(super) fn read_uses(&mut self, node: Option<&Node>) {
        let entries = node.and_then(Node::map).unwrap_or_default();
        for (key, spot, value) in entries {
            if !is_key(key) || ["deal", "company", "person", "approved", "before"].contains(&key.as_str()) {
                let wanted = both(
                    "A key in small latin letters that names no record.",
                    "Ключ строчными латинскими буквами, не название записи.",
                );
                self.report.shape(spot, wanted);
                continue;
            }
            if let Some((process, of)) = self.used(value) {
                self.known_process(&process, of, &value.spot);
                let (key, spot, permits) = (key.clone(), spot.clone(), BTreeSet::new());
                self.uses.push(Use { key, process, of, permits, spot });
            }
        }
    }

    fn used(&mut self, node: &Node) -> Option<(String, UseOf)> {
        if let Some(process) = node.text() {
            return Some((process.to_owned(), UseOf::Record));
        }
        let keys = Keys::open(node, &USE, &[], self.report)?;
        let Some(process) = keys.text("process", self.report) else {
            self.report.shape(&node.spot, both("process: its key", "process: ключ процесса"));
            return None;
        };
        let of = match keys.text("of", self.report) {
            None | Some("record") => UseOf::Record,
            Some("company") => UseOf::Company,
            Some("parent") => UseOf::Parent,
            Some(other) => {
                let near = nearest(other, RECORDS);
                let what = both("record", "запись");
                self.report.unknown("DW203", &node.spot, what, other, near.as_deref());
                return None;
            }
        };
        Some((process.to_owned(), of))
    }

    /// DW203: the process is there, and runs on the record that is meant.
    fn known_process(&mut self, process: &str, of: UseOf, spot: &Spot) {
        let wanted = match of {
            UseOf::Record => self.runs_on.clone(),
            UseOf::Company | UseOf::Parent => "company".to_owned(),
        };
        let is_parent_of_none = of == UseOf::Parent && self.runs_on != "company";
        let is_own_company = of == UseOf::Company && self.runs_on == "company";
        if is_parent_of_none || is_own_company {
            let says =
                both("This record has no such record beside it.", "У этой записи нет такой записи рядом.");
            let hint = both(
                "of: record, or company for a deal, parent for a company.",
                "of: record; для сделки company, для компании parent.",
            );
            self.report.blocks("DW203", spot, says, hint);
            return;
        }
        let Some(specs) = &self.vocabulary.processes else { return };
        match specs.iter().find(|spec| spec.key == process) {
            None => {
                let near = nearest(process, specs.iter().map(|spec| spec.key.as_str()));
                self.report.unknown("DW203", spot, both("process", "процесс"), process, near.as_deref());
            }
            Some(spec) if spec.runs_on != wanted => {
                let says = both(
                    format!("{process} does not run on such a record."),
                    format!("{process} идёт не на такой записи."),
                );
                let hint =
                    both(format!("It runs on: {}.", spec.runs_on), format!("Он идёт на: {}.", spec.runs_on));
                self.report.blocks("DW203", spot, says, hint);
            }
            Some(_) => {}
        }
    }

    /// What is known of the process that a use names.
    fn spec_of(&self, found: &Use) -> Option<&ProcessSpec> {
        self.vocabulary.processes.as_ref()?.iter().find(|spec| spec.key == found.process)
    }

    /// `KEY.stage`, `KEY.permits.NAME`; `None`: the name is of no process in use.
    pub(super) fn used_field(&self, name: &str) -> Option<Result<(Type, Words), Option<String>>> {
        let (key, rest) = name.split_once('.')?;
        let found = self.uses.iter().find(|found| found.key == key)?;
        let spec = self.spec_of(found);
        let title = spec.map_or_else(|| Words::same(&found.process), |spec| spec.title.clone());
        Some(match rest.split_once('.') {
            None if rest == "stage" => {
                let stages = spec.map(|spec| spec.stages.clone()).unwrap_or_default();
                Ok((Type::Choice(stages), title))
            }
            Some(("permits", permit)) => {
                let permits: Vec<&str> = spec.map(ProcessSpec::permits).unwrap_or_default();
                match spec {
                    Some(_) if !permits.contains(&permit) => {
                        Err(nearest(permit, permits.iter().copied()).map(|near| found.permit(&near)))
                    }
                    _ => Ok((
                        Type::Bool,
                        Words::new(format!("{}: {permit}", title.en), format!("{}: {permit}", title.ru)),
                    )),
                }
            }
            _ => Err(Some(found.stage())),
        })
    }

    /// Keeps what a condition asks of another process's stages, so that it can be supplied.
    pub(super) fn keep_permit(&mut self, name: &str) {
        let Some((key, permit)) = name.split_once(".permits.") else { return };
        if let Some(found) = self.uses.iter_mut().find(|found| found.key == key) {
            found.permits.insert(permit.to_owned());
        }
    }

    /// `move: { process: status, take: activate }`, in the same step.
    pub(super) fn move_another(&mut self, node: &Node) -> Option<EffectAct> {
        let keys = Keys::open(node, &MOVE_ANOTHER, &[], self.report)?;
        let (Some(key), Some(take)) = (keys.text("process", self.report), keys.text("take", self.report))
        else {
            let wanted = both("move: { process: .., take: .. }", "move: { process: .., take: .. }");
            self.report.shape(&node.spot, wanted);
            return None;
        };
        let Some(found) = self.uses.iter().find(|found| found.key == key).cloned() else {
            let near = nearest(key, self.uses.iter().map(|found| found.key.as_str()));
            self.report.unknown("DW203", &node.spot, both("process", "процесс"), key, near.as_deref());
            return None;
        };
        if found.of != UseOf::Record {
            let says = both(
                "Only a process of the same record is moved.",
                "Двигать можно только процесс той же записи.",
            );
            self.report.blocks(
                "DW403",
                &node.spot,
                says,
                both("Read it, and let it move by itself.", "Читайте его; он двинется сам."),
            );
        }
        self.takes_move(&found, take, &node.spot);
        Some(EffectAct::Move { process: found.key, take: take.into() })
    }

    /// DW201, DW405: the move is there, and asks nobody anything.
    fn takes_move(&mut self, found: &Use, take: &str, spot: &Spot) {
        let Some(spec) = self.spec_of(found) else { return };
        match spec.moves.iter().find(|movement| movement.key == take) {
            None => {
                let near = nearest(take, spec.moves.iter().map(|movement| movement.key.as_str()));
                self.report.unknown("DW201", spot, both("move", "переход"), take, near.as_deref());
            }
            Some(movement) if movement.asks => {
                let says = both(
                    format!("{take} asks something, and nobody is there to answer."),
                    format!("{take} спрашивает, а ответить некому."),
                );
                self.report.blocks(
                    "DW405",
                    spot,
                    says,
                    both("Take a move without ask.", "Возьмите переход без ask."),
                );
            }
            Some(_) => {}
        }
    }

    /// The process that must move on, by the name it is used under.
    pub(super) fn mend_process(&mut self, node: &Node) -> Option<Mend> {
        let key = node.text().unwrap_or_default();
        let Some(found) = self.uses.iter().find(|found| found.key == key) else {
            let near = nearest(key, self.uses.iter().map(|found| found.key.as_str()));
            self.report.unknown("DW203", &node.spot, both("process", "процесс"), key, near.as_deref());
            return None;
        };
        let title =
            self.spec_of(found).map_or_else(|| Words::same(&found.process), |spec| spec.title.clone());
        Some(Mend::Process { key: found.process.clone(), title })
    }

    /// `start: staffing-status`: it begins where it does not run yet.
    pub(super) fn start_another(&mut self, node: &Node) -> Option<EffectAct> {
        let Some(process) = node.text() else {
            self.report.shape(&node.spot, both("start: the key of a process", "start: ключ процесса"));
            return None;
        };
        self.known_process(process, UseOf::Record, &node.spot);
        Some(EffectAct::Start { process: process.to_owned() })
    }
}
